import assert from "node:assert/strict";
import { commandErrorHandler, problemReporter } from "../../../../src/features/text/commandError";
import {
  copyServerInfo,
  openDashboard,
  reconnectServer,
} from "../../../../src/features/servers/commands/serverCommands";
import { suggestName } from "../../../../src/features/servers/steps/serverNameStep";
import { type DescribedServer } from "../../../../src/features/servers/commands/serverInfo";
import { siteLabel } from "../../../../src/features/servers/steps/site";
import { countPresences } from "../../../../src/shared/nodes/presence";
import { ServersNotAListError } from "../../../../src/settings/serverEntries";
import { WriteError } from "../../../../src/util/writeError";
import { RpcLocalError } from "../../../../src/rpc/errors";
import { calmNodes } from "../../../builders/nodeState";
import { FakeQuickInputs } from "./fakeQuickInputs";
import { commandWorld, config, identity, nodeError, problem } from "./fakes";

const one = config("One", "https://one.example.com");
const two = config("Two", "https://two.example.com/komari");

function start(servers = [one, two]) {
  const opened: string[] = [];
  const openExternal = (url: string) => opened.push(url);
  return { ...commandWorld(servers), inputs: new FakeQuickInputs(), opened, openExternal };
}

describe("pickServer, by way of openDashboard", () => {
  it("takes the server of the row", async () => {
    const world = start();
    await openDashboard(world, { serverId: two.baseUrl, kind: "node" });
    assert.deepEqual(world.opened, ["https://two.example.com/komari"]);
  });

  it("takes the only one", async () => {
    const world = start([one]);
    await openDashboard(world, undefined);
    assert.deepEqual(world.opened, [one.baseUrl]);
  });

  for (const argument of [undefined, "text", { serverId: 7 }, { serverId: "https://gone" }]) {
    it(`lets the user pick when called with ${JSON.stringify(argument)}`, async () => {
      const world = start();
      const finished = openDashboard(world, argument);
      const pick = await world.inputs.pick();
      assert.deepEqual(pick.labels, ["One", "Two"]);
      await pick.choose("Two");
      await finished;
      assert.deepEqual(world.opened, [two.baseUrl]);
    });
  }

  it("opens nothing when cancelled", async () => {
    const world = start();
    const finished = openDashboard(world, undefined);
    (await world.inputs.pick()).hide();
    await finished;
    assert.deepEqual(world.opened, []);
  });

  it("shows a message with Add Server when there is no server", async () => {
    const world = start([]);
    await openDashboard(world, undefined);
    assert.equal(world.notifications.shown[0]?.message, "No Komari server has been added yet.");
    await world.notifications.click("Add Server…");
    assert.deepEqual(world.executed, [["komari.addServer"]]);
  });
});

describe("reconnectServer", () => {
  it("reads the settings and files again first", async () => {
    const steps: string[] = [];
    const sync = {
      sync: () => {
        steps.push("sync");
        return Promise.resolve();
      },
    };
    const session = { reconnect: () => void steps.push("reconnect") };
    const fleet = { get: () => ({ session }) };
    await reconnectServer({ ...start([one]), sync, fleet }, undefined);
    assert.deepEqual(steps, ["sync", "reconnect"]);
  });
});

describe("copyServerInfo", () => {
  const versions = { extension: "0.1.0", vscode: "1.100.0" };
  const counts = () => countPresences(calmNodes("online", "online", "offline"));

  const api = {
    me: () => Promise.resolve({ username: "ana" }),
    ping: () => Promise.resolve("pong"),
    rpcVersion: () => Promise.resolve("2.0"),
  };

  async function copied(shown: Omit<DescribedServer["session"], "api">, calls = api) {
    const session = { ...shown, api: calls };
    let text = "";
    const copy = (value: string) => {
      text = value;
    };
    const fleet = { get: () => ({ id: one.baseUrl, name: "One", counts, session }) };
    await copyServerInfo({ ...start([one]), versions, copy, fleet }, undefined);
    return text;
  }

  it("copies all facts about the server, and no secret", async () => {
    const state = {
      kind: "ready",
      identity: identity(),
      transport: "webSocket",
      warning: undefined,
    } as const;
    const text = await copied({ state, credential: { kind: "apiKey", apiKey: "secret-key" } });
    assert.equal(
      text,
      [
        "Server: One",
        "URL: https://one.example.com",
        "State: ready",
        "Sign-in: apiKey",
        "Komari: 1.4.3",
        "Hash: abc1234",
        "Role: admin",
        "User: ana",
        "Transport: webSocket",
        "Round trip: 0 ms",
        "JSON-RPC: 2.0",
        "Methods: 2",
        "Nodes: 3 (online 2, offline 1, never reported 0, last known 0, waiting 0)",
        "Extension: 0.1.0",
        "VS Code: 1.100.0",
      ].join("\n"),
    );
  });

  it("says unknown, and no figure, of what the server does not answer", async () => {
    const refused = () => Promise.reject(new RpcLocalError("timeout", "nothing came"));
    const state = {
      kind: "ready",
      identity: identity(),
      transport: "http",
      warning: undefined,
    } as const;
    const text = await copied(
      { state, credential: { kind: "apiKey", apiKey: "secret-key" } },
      { me: refused, ping: refused, rpcVersion: refused },
    );
    assert.match(text, /^Round trip: unknown$/m);
    assert.match(text, /^JSON-RPC: unknown$/m);
    assert.doesNotMatch(text, /^User:/m);
  });

  it("names the product by the methods, not by the version", async () => {
    const nekomari = identity({}, "1.6.1", ["admin:agentVersions"]);
    const state = {
      kind: "ready",
      identity: nekomari,
      transport: "http",
      warning: undefined,
    } as const;
    const text = await copied({ state, credential: { kind: "guest" } });
    assert.match(text, /^Nekomari: 1\.6\.1$/m);
  });

  it("copies why a server fails", async () => {
    const state = { kind: "failed", problem: problem("timeout"), retryAt: undefined } as const;
    const text = await copied({ state, credential: { kind: "guest" } });
    assert.match(text, /State: failed, timeout \(detail\)/);
  });
});

describe("commandErrorHandler", () => {
  it("says in words what failed, with a way on", async () => {
    const world = start();
    const cause = nodeError("ENOTFOUND");
    const handle = commandErrorHandler(world);
    handle("komari.signIn", new RpcLocalError("unreachable", "detail", { cause }));
    const { message, actions } = world.notifications.shown[0] ?? { message: "", actions: [] };
    assert.match(message, /host name not found/);
    assert.deepEqual(
      actions.map(({ title }) => title),
      ["Reconnect"],
    );
    handle("komari.signIn", new TypeError("bug"));
    assert.match(world.notifications.shown[1]?.message ?? "", /Something went wrong/);
    await world.notifications.click("Show Log");
    assert.deepEqual(world.executed, [["komari.showLog"]]);
    handle("komari.addServer", new ServersNotAListError());
    assert.match(world.notifications.shown[2]?.message ?? "", /must be a list/);
  });

  it("passes on why VS Code could not write the settings, and logs the detail", () => {
    const logged: unknown[] = [];
    const world = start();
    const logger = { ...world.logger, error: (...args: unknown[]) => logged.push(...args) };
    const cause = new Error(
      "Unable to write into user settings.\nPlease correct the errors in it.",
    );
    const error = new WriteError("settings", cause);
    commandErrorHandler({ ...world, logger })("komari.removeServer", error);
    assert.equal(
      world.notifications.shown[0]?.message,
      "The settings could not be changed: Unable to write into user settings. Please correct the errors in it.",
    );
    assert.ok(logged.includes(error));
  });

  it("reports bad settings in one message", async () => {
    const world = start();
    const report = problemReporter(world, "serversSetting");
    report([]);
    report(["First.", "Second.", "Third."]);
    assert.deepEqual(
      world.notifications.shown.map(({ message }) => message),
      ["First. (and 2 more)"],
    );
    await world.notifications.click("Open Settings");
    assert.deepEqual(world.executed, [["workbench.action.openSettings", "@id:komari.servers"]]);
  });
});

describe("suggestName", () => {
  it("prefers the site's name, and adds the host to equal names", () => {
    const url = "https://h.example.com/komari";
    assert.equal(suggestName("Site", url, []), "Site");
    assert.equal(suggestName("Site", url, ["Site"]), "Site (h.example.com/komari)");
    assert.equal(suggestName(" ", "http://[::1]:25774", []), "[::1]:25774");
    assert.equal(suggestName(undefined, url, []), "h.example.com/komari");
  });
});

describe("siteLabel", () => {
  it("is short whatever the site is called", () => {
    assert.equal(siteLabel(one.baseUrl, identity()), "Komari Monitor (Komari 1.4.3)");
    assert.equal(siteLabel(one.baseUrl, identity({ siteName: "" }, "")), "one.example.com");
    assert.equal(siteLabel(one.baseUrl, undefined), "one.example.com (private site)");
    assert.ok(siteLabel(one.baseUrl, identity({ siteName: "x".repeat(999) })).length < 70);
  });

  it("names the product even without a version", () => {
    const site = { siteName: "Site" };
    const mixed = ["admin:listNotificationChannels", "admin:getMessageSenderProvider"];
    const label = (version: string, methods: readonly string[]) =>
      siteLabel(one.baseUrl, identity(site, version, methods));
    assert.equal(label("1.6.1", ["public:getSlaReport"]), "Site (Nekomari 1.6.1)");
    assert.equal(label("1.4.3", ["admin:upgradeAgents"]), "Site (komari-lite 1.4.3)");
    assert.equal(label("1.6.0", mixed), "Site (Komari fork 1.6.0)");
    assert.equal(label("", ["public:getSlaReport"]), "Site (Nekomari)");
  });
});
