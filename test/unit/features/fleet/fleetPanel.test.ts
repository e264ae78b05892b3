import assert from "node:assert/strict";
import { FleetPanel, type FleetPanelContext } from "../../../../src/features/fleet/fleetPanel";
import { type FleetSubject } from "../../../../src/features/fleet/fleetSubject";
import { Regions } from "../../../../src/features/nodes/arrange/regions";
import {
  type FleetSetup,
  type FleetUpdate,
  nodeActions,
} from "../../../../src/shared/fleet/fleetApi";
import { defaultChoices, type FleetChoices } from "../../../../src/shared/fleet/fleetChoices";
import { createFormat } from "../../../../src/shared/format";
import { Emitter } from "../../../../src/util/emitter";
import { silentLogger } from "../../../../src/util/logger";
import { createChartHarness, home } from "../../../builders/chartHarness";
import { settle } from "../../../builders/settle";
import { wireNode } from "../../../builders/wireNode";

interface Posted {
  readonly method: string;
  readonly params: unknown;
}

/** A page of the fleet over a server with two nodes, and all that it is told. */
function openPanel(subject: FleetSubject = {}) {
  const harness = createChartHarness();
  const messages = new Emitter<unknown>();
  const visibility = new Emitter<boolean>();
  const favoritesChanged = new Emitter<undefined>();
  const posted: Posted[] = [];
  const acted: unknown[] = [];
  const favorites = new Set<string>();
  let remembered: FleetChoices = defaultChoices;
  const act = (name: string) => (nodes: unknown) => Promise.resolve(void acted.push([name, nodes]));
  const actions = Object.fromEntries(nodeActions.map((name) => [name, act(name)]));
  const context: FleetPanelContext = {
    fleet: harness.fleet,
    favorites: { favorites, onDidChange: favoritesChanged.event },
    choices: {
      get: () => remembered,
      set: (choices) => Promise.resolve(void (remembered = choices)),
    },
    views: {
      value: [],
      onDidChange: new Emitter<undefined>().event,
      save: (view) => Promise.resolve(acted.push(["save", view]) > 0),
      remove: () => Promise.resolve(),
    },
    regions: new Regions("en"),
    actions: actions as FleetPanelContext["actions"],
    runRemedy: (command) => Promise.resolve(acted.push(["remedy", command.command])),
    addServer: () => Promise.resolve(),
    export: (request) => Promise.resolve(acted.push(["export", request]) > 0),
    translations: undefined,
    locale: "en",
    format: createFormat("en"),
    clock: harness.clock,
    logger: silentLogger,
  };
  const frame = {
    visible: true,
    onDidChangeVisibility: visibility.event,
    port: {
      postMessage: (message: unknown) => {
        posted.push(message as Posted);
        return Promise.resolve(true);
      },
      onDidReceiveMessage: messages.event,
    },
    setTitle: () => undefined,
  };
  const panel = new FleetPanel(subject, frame, context);
  const say = async (method: string, params?: unknown, id?: number) => {
    messages.fire({ method, params, ...(id !== undefined && { id }) });
    await settle();
  };
  const take = <T>(method: string) =>
    posted
      .splice(0)
      .filter((each) => each.method === method)
      .map(({ params }) => params as T);
  const see = async (visible: boolean) => {
    frame.visible = visible;
    visibility.fire(visible);
    await settle();
  };
  const open = async () => {
    await harness.connect();
    await say("ready");
  };
  return {
    ...{ ...harness, panel, say, take, see, open, acted, favorites, favoritesChanged },
    remembered: () => remembered,
    updates: () => take<FleetUpdate>("update"),
  };
}

const figureIn = (update: FleetUpdate | undefined, name: string) => {
  const change = update?.figures?.find(({ figure }) => figure === name);
  return change && [...change.slots].map((slot, index) => [slot, change.values[index]]);
};

describe("FleetPanel", () => {
  it("tells a page that is ready all that it has to know", async () => {
    const { open, updates } = openPanel();
    await open();
    const [update] = updates();
    assert.ok(update?.reset);
    assert.deepEqual(
      update.nodes?.map(({ slot, name }) => [slot, name]),
      [
        [0, "a"],
        [1, "b"],
      ],
    );
    assert.deepEqual(
      update.states?.map(({ presence }) => presence),
      ["online", "online"],
    );
    assert.deepEqual(figureIn(update, "cpu"), [
      [0, 10],
      [1, 10],
    ]);
    assert.equal(update.trails?.percents.length, 60);
  });

  it("sends after a poll only what is other than before, in one message", async () => {
    const { open, updates, report, advance } = openPanel();
    await open();
    updates();
    report({ b: { cpu: 55 } });
    await advance(2_000);
    await advance(200);
    const sent = updates();
    assert.equal(sent.length, 1);
    assert.equal(sent[0]?.nodes, undefined);
    assert.deepEqual(figureIn(sent[0], "cpu"), [[1, 55]]);
    assert.equal(figureIn(sent[0], "memory"), undefined);
  });

  it("sends nothing while it is hidden, and all again afterwards", async () => {
    const { open, updates, see, say, report, advance } = openPanel();
    await open();
    updates();
    await see(false);
    report({ a: { cpu: 70 } });
    await advance(5_000);
    assert.deepEqual(updates(), []);
    await see(true);
    await say("ready");
    const [update] = updates();
    assert.ok(update?.reset);
    assert.deepEqual(figureIn(update, "cpu")?.[0], [0, 70]);
  });

  it("tells of nodes that come and go", async () => {
    const { open, updates, server, fleet, advance } = openPanel();
    await open();
    updates();
    server.nodes = { a: wireNode("a"), c: wireNode("c") };
    fleet.get(home)?.refresh();
    for (let turn = 0; turn < 4; turn++) await advance(200);
    const sent = updates();
    assert.deepEqual(
      sent.flatMap(({ removed = [] }) => removed),
      [1],
    );
    assert.deepEqual(
      sent.flatMap(({ nodes = [] }) => nodes.map(({ name }) => name)),
      ["c"],
    );
  });

  it("is of one group if it was opened for it", async () => {
    const { open, updates, server } = openPanel({ serverId: home, group: "Edge" });
    server.nodes = { a: wireNode("a", { group: "Edge " }), b: wireNode("b", { group: "Home" }) };
    await open();
    const [update] = updates();
    assert.deepEqual(
      update?.nodes?.map(({ name }) => name),
      ["a"],
    );
  });

  it("marks favorites, also later", async () => {
    const { open, updates, favorites, favoritesChanged, advance } = openPanel();
    await open();
    updates();
    favorites.add("b");
    favoritesChanged.fire(undefined);
    await advance(200);
    const [update] = updates();
    assert.deepEqual(
      update?.nodes?.map(({ name, favorite }) => [name, favorite]),
      [["b", true]],
    );
  });

  it("acts on the nodes at the slots, and on nothing else", async () => {
    const { open, say, acted } = openPanel();
    await open();
    await say("act", { action: "compare", slots: [1, 0, 99, "x"] }, 1);
    assert.deepEqual(acted, [
      [
        "compare",
        [
          { serverId: home, uuid: "b" },
          { serverId: home, uuid: "a" },
        ],
      ],
    ]);
    await say("act", { action: "delete", slots: [0] }, 2);
    assert.equal(acted.length, 1);
  });

  it("tells which nodes are in sight while it is visible", async () => {
    const { open, say, see, panel } = openPanel();
    await open();
    await say("setVisibleNodes", [1]);
    assert.deepEqual(panel.visibleNodes, [{ serverId: home, uuid: "b" }]);
    await see(false);
    assert.deepEqual(panel.visibleNodes, []);
  });

  it("remembers choices, but no filter", async () => {
    const { open, say, remembered } = openPanel();
    await open();
    const chosen = { ...defaultChoices, groupBy: "tag", filter: "web", state: "offline" };
    await say("rememberChoices", chosen, 1);
    assert.deepEqual(remembered(), { ...defaultChoices, groupBy: "tag" });
  });

  it("has the servers in the setup, and does nothing for one that it does not know", async () => {
    const { open, say, take, acted } = openPanel();
    await open();
    const [setup] = take<FleetSetup>("setup");
    assert.deepEqual(
      setup?.servers.map(({ name, role, fresh, message }) => [name, role, fresh, message]),
      [["Home", "guest", true, undefined]],
    );
    await say("actOnServer", "https://nowhere.example", 3);
    assert.deepEqual(acted, []);
  });

  it("exports what is an export, and nothing else", async () => {
    const { open, say, acted } = openPanel();
    await open();
    const request = { format: "csv", target: "file", columns: ["Name"], rows: [["a"], [null]] };
    await say("export", request, 1);
    await say("export", { ...request, rows: [[{}]] }, 2);
    assert.deepEqual(acted, [["export", request]]);
  });
});
