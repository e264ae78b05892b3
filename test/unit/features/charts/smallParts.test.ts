import assert from "node:assert/strict";
import { isChartLayout, defaultLayout } from "../../../../src/features/charts/chartLayout";
import { chartSetup } from "../../../../src/features/charts/chartSetup";
import { isChartQuery } from "../../../../src/features/charts/isChartQuery";
import { isSettled } from "../../../../src/features/common/isSettled";
import { knownTasks } from "../../../../src/features/charts/model/pingTasks";
import { nodeItems } from "../../../../src/features/common/nodeItems";
import { PanelTitle } from "../../../../src/features/charts/panelTitle";
import { nameInState, subjectOf } from "../../../../src/features/common/chartSubject";
import { type NodeRef } from "../../../../src/features/common/nodeRef";
import { chosenNodes } from "../../../../src/features/nodes/commands/chosenNodes";
import { nodeElement } from "../../../../src/features/nodes/nodeElements";
import { serverElement } from "../../../../src/features/tree/elements";
import { createChartHarness, home } from "../../../builders/chartHarness";
import { buildNode } from "../../../builders/node";
import { buildServerView, failedState, readyState } from "../../../builders/serverView";
import { wireNode } from "../../../builders/wireNode";

const noThresholds = { lines: {}, loadPerCore: undefined };
const a = { serverId: home, uuid: "a" };
const b = { serverId: home, uuid: "b" };

describe("isChartQuery", () => {
  const live = { kind: "live" };
  const good: readonly unknown[] = [
    { id: 1, span: live },
    { id: 2, span: { kind: "all" }, metrics: ["ping"], taskId: 3, nodes: ["x"] },
    { id: 3, span: { kind: "last", hours: 24 } },
    { id: 4, span: { kind: "between", from: 0, to: 1 } },
  ];
  for (const query of good) {
    it(JSON.stringify(query), () => assert.equal(isChartQuery(query), true));
  }
  const bad: readonly unknown[] = [
    ...[null, "x", [], { span: live }, { id: 1.5, span: live }, { id: 1 }],
    ...[
      { id: 1, span: { kind: "last", hours: 0 } },
      { id: 1, span: { kind: "last" } },
    ],
    ...[
      { id: 1, span: { kind: "between", from: 1, to: 1 } },
      { id: 1, span: { kind: "ever" } },
    ],
    ...[{ id: 1, span: { kind: "between", from: 0, to: 1e300 } }],
    ...[
      { id: 1, span: live, metrics: ["speed"] },
      { id: 1, span: live, metrics: "cpu" },
      { id: 1, span: live, nodes: [1] },
    ],
  ];
  for (const query of bad) {
    it(`not ${JSON.stringify(query)}`, () => assert.equal(isChartQuery(query), false));
  }
});

describe("isChartLayout", () => {
  const chart = { id: "cpu", shown: false, height: "large" };

  it("takes what the protocol says", () => {
    assert.equal(isChartLayout(defaultLayout), true);
    assert.equal(isChartLayout({ ...defaultLayout, charts: [chart], percent: ["memory"] }), true);
  });

  const bad: readonly Readonly<Record<string, unknown>>[] = [
    { charts: [{ ...chart, id: "speed" }] },
    { charts: [{ ...chart, shown: 1 }] },
    { charts: [{ ...chart, height: "huge" }] },
    { percent: ["speed"] },
    { timeZone: "mars" },
    { smooth: undefined },
  ];
  for (const change of bad) {
    it(`not ${JSON.stringify(change)}`, () => {
      assert.equal(isChartLayout({ ...defaultLayout, ...change }), false);
    });
  }
});

describe("chartSetup of several nodes", () => {
  it("has every metric, and pings if there are any", async () => {
    const { fleet, connect, report, advance } = createChartHarness();
    await connect();
    const subject = subjectOf("Group", [a, b]);
    assert.ok(subject);
    const make = () =>
      chartSetup(subject, {
        preview: false,
        title: new PanelTitle(subject, (id) => fleet.get(id)),
        serverOf: (id) => fleet.get(id),
        translations: undefined,
        locale: "en",
        thresholds: noThresholds,
        layout: defaultLayout,
        tasks: knownTasks(subject, (id) => fleet.get(id)),
      });
    assert.equal(make().metrics.includes("ping"), false);
    report({ a: { ping: { "4": { name: "Lan", latest: 1, avg: 1, loss: 0, min: 1, max: 1 } } } });
    await advance(2_000);
    assert.equal(make().metrics.includes("ping"), true);
    assert.deepEqual(make().tasks, [{ id: 4, name: "Lan" }]);
    assert.deepEqual([make().kind, make().title], ["nodes", "Group"]);
  });
});

describe("chartSetup: thresholds", () => {
  async function linesOf(...chosen: readonly NodeRef[]) {
    const { fleet, server, connect } = createChartHarness();
    server.nodes = { a: wireNode("a", { cpu_cores: 4 }), b: wireNode("b") };
    await connect();
    const subject = subjectOf("Group", chosen);
    assert.ok(subject);
    const { thresholds } = chartSetup(subject, {
      preview: false,
      serverOf: (id) => fleet.get(id),
      title: new PanelTitle(subject, (id) => fleet.get(id)),
      tasks: [],
      translations: undefined,
      locale: "en",
      thresholds: { lines: { cpu: [90], load: [8] }, loadPerCore: 1.5 },
      layout: defaultLayout,
    });
    return thresholds;
  }

  it("have a load per core times the cores of the one node that is shown", async () => {
    assert.deepEqual(await linesOf(a), { cpu: [90], load: [8, 6] });
  });

  it("leave out a load per core where the cores are unknown or there are several nodes", async () => {
    assert.deepEqual(await linesOf(b), { cpu: [90], load: [8] });
    assert.deepEqual(await linesOf(a, b), { cpu: [90], load: [8] });
  });
});

describe("PanelTitle", () => {
  const nodes = new Map([["a", buildNode({ uuid: "a", name: "web\n01" })]]);
  const serverOf = (id: string) => (id === home ? { name: "Home", nodes } : undefined);
  const cases = [
    { chosen: [a], label: "", title: "web 01 — Home" },
    { chosen: [b], label: "", title: "Unnamed node b — Home" },
    { chosen: [a, b], label: "Production", title: "Production — Home" },
    { chosen: [a, b], label: "", title: "web 01 and 1 more — Home" },
    {
      chosen: [a, { serverId: "x", uuid: "a" }],
      label: "",
      title: "web 01 and 1 more — 2 servers",
    },
    { chosen: [b, { serverId: home, uuid: "c" }], label: "", title: "2 nodes — Home" },
    {
      chosen: [{ serverId: "https://gone.example/x", uuid: "a" }],
      label: "",
      title: "Unnamed node a — gone.example",
    },
  ];
  for (const { chosen, label, title } of cases) {
    it(title, () => {
      const subject = subjectOf(label, chosen);
      assert.ok(subject);
      assert.equal(new PanelTitle(subject, serverOf).fullTitle, title);
    });
  }

  it("names two of several nodes, and is the former one until they are known", () => {
    const known = new Map<string, ReturnType<typeof buildNode>>();
    const subject = subjectOf(
      "",
      ["c", "a", "b"].map((uuid) => ({ serverId: home, uuid })),
    );
    assert.ok(subject);
    const title = new PanelTitle(subject, () => ({ name: "Home", nodes: known }), "as before");
    assert.equal(title.subject, "as before");
    known.set("a", buildNode({ uuid: "a", name: "web-10" }));
    known.set("b", buildNode({ uuid: "b", name: "web-9" }));
    known.set("c", buildNode({ uuid: "c", name: "x".repeat(50) }));
    assert.equal(title.subject, "web-9, web-10 and 1 more");
    known.delete("a");
    assert.match(title.subject, /^web-9, x{20,24}… and 1 more$/);
  });

  it("keeps the names of a node and of a server that were removed", () => {
    const known = new Map(nodes);
    const servers = new Map([[home, { name: "Home", nodes: known }]]);
    const subject = subjectOf("", [a]);
    assert.ok(subject);
    const title = new PanelTitle(subject, (id) => servers.get(id));
    known.clear();
    assert.equal(title.fullTitle, "web 01 — Home");
    servers.clear();
    assert.equal(title.fullTitle, "web 01 — Home");
  });

  it("has the name from before the window was loaded until the node has one", () => {
    const known = new Map<string, ReturnType<typeof buildNode>>();
    const subject = subjectOf("", [a]);
    assert.ok(subject);
    const former = nameInState({ title: `old\u200b${"x".repeat(200_000)}` });
    const title = new PanelTitle(subject, () => ({ name: "Home", nodes: known }), former);
    assert.match(title.subject, /^old\[U\+200B\]x{40,60}…$/);
    known.set("a", buildNode({ uuid: "a", name: "new" }));
    assert.equal(title.subject, "new");
  });

  it("is that of a node without a name where none was kept", () => {
    const subject = subjectOf("", [b]);
    assert.ok(subject);
    for (const state of [undefined, {}, { title: 7 }, { title: " " }]) {
      assert.equal(new PanelTitle(subject, serverOf, nameInState(state)).subject, "Unnamed node b");
    }
  });
});

describe("nodeItems", () => {
  const server = (id: string, ...nodes: readonly ReturnType<typeof buildNode>[]) => ({
    id,
    name: `server ${id}`,
    nodes: new Map(nodes.map((node) => [node.uuid, node])),
  });
  const collator = new Intl.Collator("en", { numeric: true });

  it("are sorted by name, with their groups", () => {
    const items = nodeItems(
      [
        server(
          "one",
          buildNode({ uuid: "a", name: "web-10" }),
          buildNode({ uuid: "b", name: "web-9", group: " Production " }),
        ),
      ],
      collator,
    );
    assert.deepEqual(
      items.map(({ label, description, node }) => [label, description, node.uuid]),
      [
        ["web-9", "Production", "b"],
        ["web-10", "", "a"],
      ],
    );
  });

  it("name their servers if there are several, and names do not become icons", () => {
    const evil = buildNode({ uuid: "a", name: "$(flame)", group: "$(zap)" });
    const [item] = nodeItems([server("one", evil), server("two")], collator);
    assert.deepEqual([item?.label, item?.description], ["\\$(flame)", "\\$(zap) · server one"]);
  });
});

describe("isSettled", () => {
  const view = (knobs: Parameters<typeof buildServerView>[0]) => buildServerView(knobs);
  const ready = view({ state: readyState() });
  const failed = view({ nodesLoaded: false, state: failedState("timeout") });
  const connecting = view({ nodesLoaded: false, state: { kind: "connecting" } });
  const cases = [
    { servers: [], configured: false, settled: false },
    { servers: [], configured: true, settled: true },
    { servers: [ready, failed], configured: true, settled: true },
    { servers: [ready, connecting], configured: true, settled: false },
  ];
  for (const { servers, configured, settled } of cases) {
    it(`${servers.length} servers: ${settled ? "yes" : "no"}`, () => {
      assert.equal(isSettled({ configured, servers }), settled);
    });
  }
});

describe("chosenNodes", () => {
  const server = serverElement(home);
  const [one, two] = [nodeElement(home, "a", undefined), nodeElement(home, "b", undefined)];
  const tree = {
    nodesOf: (element: { readonly kind: string; readonly uuid?: string }) => {
      if (element.kind === "server") return { label: "Home", uuids: ["a", "b"] };
      return element.uuid === "gone" ? undefined : { label: "", uuids: [element.uuid ?? ""] };
    },
  };
  const uuids = (clicked: unknown, all?: unknown) => {
    const { label, nodes } = chosenNodes(tree, clicked, all);
    return [label, ...nodes.map(({ uuid }) => uuid)];
  };

  it("are those of the row that was clicked", () => {
    assert.deepEqual(uuids(one), ["", "a"]);
    assert.deepEqual(uuids(server), ["Home", "a", "b"]);
  });

  it("are those of all that are selected, which have no name together", () => {
    assert.deepEqual(uuids(one, [one, two]), ["", "a", "b"]);
    assert.deepEqual(uuids(one, [server, one]), ["", "a", "b", "a"]);
  });

  it("are none without a row, or with what is none", () => {
    for (const value of [undefined, null, 7, {}, nodeElement(home, "gone", undefined)]) {
      assert.deepEqual(uuids(value), [""]);
    }
  });
});
