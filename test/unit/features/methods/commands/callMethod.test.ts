import assert from "node:assert/strict";
import { callMethod } from "../../../../../src/features/methods/commands/callMethod";
import { methodElement } from "../../../../../src/features/methods/view/methodElements";
import { nodeElement } from "../../../../../src/features/nodes/nodeElements";
import { createMethodSpec } from "../../../../../src/komari/methods/createMethodSpec";
import { type ServerConfig } from "../../../../../src/settings/config";
import { createMethodsState } from "../../../../builders/methods";
import { FakeQuickInputs } from "../../servers/fakeQuickInputs";
import { config, FakeNotifications } from "../../servers/fakes";

const home = config("Home", "https://home.example.com");
const work = config("Work", "https://work.example.com/komari");

/** A user who picks `picked` in the list of methods; `opened` is what was shown, `pickedFor` on which server. */
function createWorld(servers: readonly ServerConfig[] = [home], picked?: string) {
  const opened: unknown[] = [];
  const pickedFor: string[] = [];
  const inputs = new FakeQuickInputs();
  const notifications = new FakeNotifications();
  const { state, stored } = createMethodsState();
  const call = (argument?: unknown, all?: unknown) =>
    callMethod(
      {
        inputs,
        notifications,
        state,
        servers: { value: { servers, problems: [] } },
        execute: () => undefined,
        store: {
          load: () => Promise.resolve(),
          spec: (_, method) => createMethodSpec(method, undefined),
        },
        pick: ({ name }) => {
          pickedFor.push(name);
          return Promise.resolve(picked);
        },
        open: (target, send) => opened.push([target, send]),
      },
      argument,
      all,
    );
  return { call, opened, pickedFor, inputs, notifications, stored };
}

describe("callMethod", () => {
  it("prompts for the method of the only server, and adds it to the recent ones", async () => {
    const { call, opened, stored } = createWorld([home], "rpc.ping");
    await call();
    assert.deepEqual(opened, [[{ serverId: home.baseUrl, method: "rpc.ping" }, false]]);
    assert.deepEqual(stored.recent.value, ["rpc.ping"]);
  });

  it("prompts for the server first if there are several", async () => {
    const { call, opened, pickedFor, inputs } = createWorld([home, work], "rpc.ping");
    const done = call();
    await (await inputs.pick()).choose("Work");
    await done;
    assert.deepEqual(pickedFor, ["Work"]);
    assert.deepEqual(opened, [[{ serverId: work.baseUrl, method: "rpc.ping" }, false]]);
  });

  it("opens nothing if cancelled", async () => {
    const { call, opened, pickedFor, stored, inputs } = createWorld([home, work]);
    const first = call();
    (await inputs.pick()).hide();
    await first;
    assert.deepEqual(pickedFor, []);
    await call({ server: "Home" });
    assert.deepEqual(pickedFor, ["Home"]);
    assert.deepEqual([...opened, ...stored.recent.value], []);
  });

  it("does not prompt for a row of the Methods view", async () => {
    const { call, opened, pickedFor, inputs } = createWorld([home, work]);
    await call(methodElement(work.baseUrl, "common:getMe", undefined));
    assert.deepEqual(opened, [[{ serverId: work.baseUrl, method: "common:getMe" }, false]]);
    assert.deepEqual([...pickedFor, ...inputs.all], []);
  });

  it("fills in the node that it was run on", async () => {
    const { call, opened } = createWorld([home, work], "common:getNodes");
    await call(nodeElement(work.baseUrl, "a", undefined));
    const target = { serverId: work.baseUrl, method: "common:getNodes", params: '{"uuid":"a"}' };
    assert.deepEqual(opened, [[target, false]]);
  });

  for (const server of [
    "Work",
    work.baseUrl,
    `${work.baseUrl}/`,
    "HTTPS://Work.example.com/komari",
  ]) {
    it(`resolves the server ${server} of a keybinding`, async () => {
      const { call, opened } = createWorld([home, work]);
      await call({ server, method: "rpc.help", params: { method: "x" }, send: true });
      const target = { serverId: work.baseUrl, method: "rpc.help", params: '{"method":"x"}' };
      assert.deepEqual(opened, [[target, true]]);
    });
  }

  it("prompts if two servers have the same name", async () => {
    const namesake = config("Home", "https://other.example.com");
    const { call, opened, inputs } = createWorld([home, namesake, work]);
    const done = call({ server: "Home", method: "rpc.ping" });
    const pick = await inputs.pick();
    assert.deepEqual(pick.labels, ["Home", "Home"]);
    await pick.choose("Home");
    await done;
    assert.equal(opened.length, 1);
  });

  it("shows an error for invalid arguments, and opens nothing", async () => {
    const { call, opened, notifications } = createWorld([home]);
    await call({ server: "Nowhere", method: "rpc.ping" });
    await call({ method: 7 });
    const [unknown, wrong] = notifications.shown.map(({ message }) => message);
    assert.match(unknown ?? "", /name or URL Nowhere/);
    assert.match(wrong ?? "", /full name of a method/);
    assert.deepEqual(opened, []);
  });

  it("prompts to add a server if there is none", async () => {
    const { call, notifications, opened } = createWorld([]);
    await call();
    assert.equal(notifications.shown[0]?.actions[0]?.title, "Add Server…");
    assert.deepEqual(opened, []);
  });
});
