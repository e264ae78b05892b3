import assert from "node:assert/strict";
import { type GroupElement } from "../../../../src/features/nodes/elements";
import { type RowElement } from "../../../../src/features/nodes/elementIndex";
import { Regions } from "../../../../src/features/nodes/regions";
import { type NodesChange, ServerRows } from "../../../../src/features/nodes/serverRows";
import { defaultChoices, type ViewChoices } from "../../../../src/features/nodes/viewChoices";
import { NodeStore } from "../../../../src/fleet/nodeStore";
import { type KomariNode, type NodeStatus } from "../../../../src/komari/model";
import { createFormat } from "../../../../src/shared/format";
import { FakeClock } from "../../../builders/fakeClock";
import { buildNode } from "../../../builders/node";
import { readyState } from "../../../builders/serverView";
import { buildStatus, statusMap } from "../../../builders/status";

/** So long a row stands at least. */
const calmMs = 8_000;

const start = Date.UTC(2026, 0, 1, 12);

/** Rows over a real store: `report` and `describe` are what a poll brings. */
function createRows(nodes: readonly KomariNode[], choices: Partial<ViewChoices> = {}) {
  const clock = new FakeClock(start);
  const store = new NodeStore();
  const server = {
    id: "s",
    get nodes() {
      return store.nodes;
    },
    status: (uuid: string) => store.status(uuid),
    presence: (uuid: string) => store.presence(uuid),
    troubles: (uuid: string) => store.troubles(uuid),
    ageOf: (time: number) => clock.now() - time,
    session: { state: readyState() },
  };
  const state = { choices: { ...defaultChoices, ...choices }, favorites: new Set<string>() };
  const template = { value: "{cpu}" };
  const rows = new ServerRows(server, {
    ...{ state, clock, template },
    format: createFormat("en"),
    collator: new Intl.Collator("en"),
    regions: new Regions("en"),
  });
  const told = (change: Omit<NodesChange, "kind">) => rows.update({ kind: "nodes", ...change });
  const report = (...statuses: NodeStatus[]) =>
    told(store.setStatuses(statusMap(...statuses), clock.now()));
  const redescribe = (...described: KomariNode[]) => told(store.setNodes(described));
  store.setStatuses(statusMap(...nodes.map(({ uuid }) => status(uuid))), start);
  store.setNodes(nodes);
  return { rows, clock, state, report, redescribe, show: () => show(rows) };
}

function status(uuid: string, overrides: Partial<NodeStatus> = {}): NodeStatus {
  return buildStatus({ uuid, time: start, cpu: 10, ...overrides });
}

function node(uuid: string, overrides: Partial<KomariNode> = {}): KomariNode {
  return buildNode({ uuid, name: uuid, ...overrides });
}

/** Asks for every row as VS Code does when all is expanded. */
function show(rows: ServerRows): readonly RowElement[] {
  const roots = rows.roots();
  const children = roots.flatMap((root) => (root.kind === "group" ? rows.childrenOf(root) : []));
  const all = [...roots, ...children];
  for (const element of all) rows.rowOf(element);
  return all;
}

function names(elements: readonly RowElement[] | "all"): readonly string[] | "all" {
  if (elements === "all") return elements;
  return elements.map((element) =>
    element.kind === "node" ? element.uuid : `group ${JSON.stringify(element.key)}`,
  );
}

const groupOf = (value: string) => `group ${JSON.stringify({ kind: "value", value })}`;

function isGroup(element: RowElement): element is GroupElement {
  return element.kind === "group";
}

describe("ServerRows: which rows read differently", () => {
  it("are just those whose text changed", () => {
    const { clock, report, show } = createRows([node("a"), node("b"), node("c")]);
    show();
    clock.advance(calmMs);
    const changed = report(status("a"), status("b", { cpu: 50 }), status("c", { cpu: 10.2 }));
    assert.deepEqual(names(changed), ["b"]);
  });

  it("are none that nobody asked for", () => {
    const { rows, report } = createRows([node("a"), node("b")]);
    rows.roots();
    assert.deepEqual(report(status("a", { cpu: 50 }), status("b")), []);
  });

  it("are told once the row has been drawn, and again only for another text", () => {
    const { rows, clock, report } = createRows([node("a")]);
    const [only] = show(rows);
    assert.ok(only);
    clock.advance(calmMs);
    assert.deepEqual(names(report(status("a", { cpu: 50 }))), ["a"]);
    rows.rowOf(only);
    assert.deepEqual(report(status("a", { cpu: 50.1 })), []);
  });

  it("are the same objects that VS Code holds", () => {
    const { clock, report, show } = createRows([node("a", { group: "g" })]);
    const before = show();
    clock.advance(calmMs);
    const changed = report(status("a", { cpu: 50 }));
    assert.ok(changed !== "all");
    assert.equal(changed.length, 1);
    assert.ok(changed.every((element) => before.includes(element)));
    assert.deepEqual(show(), before);
    assert.ok(show().every((element, index) => element === before[index]));
  });

  it("are all places of a node that stands in several groups", () => {
    const tags = ["x", "y"].map((text) => ({ text, color: undefined }));
    const { clock, report, show } = createRows([node("a", { tags })], { groupBy: "tag" });
    show();
    clock.advance(calmMs);
    assert.deepEqual(names(report(status("a", { cpu: 50 }))), ["a", "a"]);
  });

  it("follow a new description of a node", () => {
    const { redescribe, show } = createRows([node("a"), node("b")]);
    show();
    assert.deepEqual(names(redescribe(node("a", { name: "renamed" }), node("b"))), ["a"]);
  });
});

describe("ServerRows: calm", () => {
  it("says when a small change is due, and draws it then without another report", () => {
    const { rows, clock, report, show } = createRows([node("a")]);
    show();
    assert.deepEqual(report(status("a", { cpu: 11 })), []);
    assert.equal(rows.nextDueAt, start + 20_000);
    clock.advance(20_000);
    const nothing = { structure: false, presence: false, trouble: false, uuids: new Set<string>() };
    assert.deepEqual(names(rows.update({ kind: "nodes", ...nothing })), ["a"]);
  });

  it("keeps the texts of a group's rows when one of them moves", () => {
    const nodes = [node("a", { group: "g" }), node("b", { group: "g" })];
    const { rows, report, show } = createRows(nodes);
    const [, , b] = show();
    assert.ok(b?.kind === "node" && b.uuid === "b");
    report(status("a", { online: false }), status("b", { cpu: 11 }));
    assert.equal(rows.rowOf(b)?.description, "10%");
  });
});

describe("ServerRows: presence", () => {
  it("counts its group anew", () => {
    const { report, show } = createRows([node("a", { group: "g" }), node("b", { group: "h" })], {
      sortBy: "name",
    });
    show();
    const changed = report(status("a", { online: false }), status("b"));
    assert.deepEqual(names(changed), ["a", groupOf("g")]);
  });

  it("moves a node within its group without touching the other groups", () => {
    const nodes = [node("a", { group: "g" }), node("b", { group: "g" }), node("c", { group: "h" })];
    const { rows, report, show } = createRows(nodes);
    show();
    const changed = report(status("a", { online: false }), status("b"), status("c"));
    assert.deepEqual(names(changed), [groupOf("g"), "a"]);
    const [group] = rows.roots().filter(isGroup);
    assert.ok(group);
    assert.deepEqual(names(rows.childrenOf(group)), ["b", "a"]);
  });

  it("asks for all rows when a flat list is in another order", () => {
    const { rows, report, show } = createRows([node("a"), node("b")]);
    show();
    assert.equal(report(status("a", { online: false }), status("b")), "all");
    assert.deepEqual(names(rows.roots()), ["b", "a"]);
  });

  it("asks for all rows when a group comes or goes", () => {
    const { report, show } = createRows([node("a"), node("b")], { groupBy: "status" });
    show();
    assert.equal(report(status("a", { online: false }), status("b")), "all");
  });

  it("does not disturb an order that has nothing to do with it", () => {
    const { report, show } = createRows([node("a"), node("b")], { sortBy: "name" });
    show();
    assert.deepEqual(names(report(status("a", { online: false }), status("b"))), ["a"]);
  });
});

describe("ServerRows: nodes that come and go", () => {
  it("ask for all rows of a flat list", () => {
    const { rows, redescribe, show } = createRows([node("a")]);
    show();
    assert.equal(redescribe(node("a"), node("b")), "all");
    assert.deepEqual(names(rows.roots()), ["a", "b"]);
    show();
    assert.equal(redescribe(node("b")), "all");
    assert.deepEqual(names(rows.roots()), ["b"]);
  });

  it("ask for their group when the groups stay the same", () => {
    const a = node("a", { group: "g" });
    const b = node("b", { group: "h" });
    const { redescribe, show } = createRows([a, b]);
    show();
    const changed = redescribe(a, b, node("c", { group: "h" }));
    assert.deepEqual(names(changed), [groupOf("h")]);
  });

  it("leave no row behind that would be drawn again", () => {
    const a = node("a", { group: "g" });
    const b = node("b", { group: "g" });
    const { clock, report, redescribe, show } = createRows([a, b]);
    show();
    assert.deepEqual(names(redescribe(a)), [groupOf("g")]);
    show();
    clock.advance(120_000);
    assert.deepEqual(report(status("a")), []);
  });
});

describe("ServerRows: the filter", () => {
  it("counts what passes", () => {
    const { rows } = createRows([node("tokyo"), node("berlin")], { filter: "tok" });
    assert.equal(rows.shownCount, 1);
    assert.deepEqual(names(rows.roots()), ["tokyo"]);
  });

  it("takes up a node whose new description passes", () => {
    const { redescribe, show } = createRows([node("a"), node("b")], { filter: "tokyo" });
    show();
    assert.equal(redescribe(node("a", { region: "Tokyo" }), node("b")), "all");
  });
});

describe("ServerRows: orders that follow live values", () => {
  const busy = (uuid: string) => status(uuid, { cpu: 90 });

  it("change places at most every ten seconds", () => {
    const { rows, clock, report, show } = createRows([node("a"), node("b")], { sortBy: "cpu" });
    show();
    clock.advance(9_999);
    assert.deepEqual(names(report(status("a"), busy("b"))), ["b"]);
    assert.deepEqual(names(rows.roots()), ["a", "b"]);
    clock.advance(1);
    assert.equal(report(status("a", { cpu: 11 }), busy("b")), "all");
    assert.deepEqual(names(rows.roots()), ["b", "a"]);
  });

  it("do not change places sooner because some node flaps", () => {
    const nodes = [node("a"), node("b"), node("flaps")];
    const { rows, clock, report, show } = createRows(nodes, { sortBy: "cpu" });
    show();
    clock.advance(calmMs);
    const flapped = status("flaps", { online: false });
    assert.deepEqual(names(report(status("a"), busy("b"), flapped)), ["b", "flaps"]);
    assert.deepEqual(names(rows.roots()), ["a", "b", "flaps"]);
  });

  it("ask for nothing when the places are still right", () => {
    const { clock, report, show } = createRows([node("a"), node("b")], { sortBy: "cpu" });
    show();
    clock.advance(10_000);
    assert.deepEqual(names(report(busy("a"), status("b"))), ["a"]);
  });
});

describe("ServerRows: ages", () => {
  it("are told anew once a minute though nothing else changes", () => {
    const { clock, report, show } = createRows([node("a"), node("b")]);
    const gone = status("b", { online: false, time: start - 30_000 });
    const look = () => {
      const changed = report(status("a", { time: clock.now() }), gone);
      show();
      return names(changed);
    };
    show();
    look();
    clock.advance(60_000);
    assert.deepEqual(look(), ["b"], "1 min ago");
    clock.advance(59_999);
    assert.deepEqual(look(), [], "2 min ago by now, but rows are calm");
  });

  it("are known of a node's last report only", () => {
    const { rows, clock } = createRows([node("a")]);
    clock.advance(5_000);
    const facts = rows.factsOf("a");
    assert.ok(facts);
    assert.equal(rows.ageOf(facts), 5_000);
    assert.equal(rows.ageOf({ ...facts, status: undefined }), undefined);
  });
});

describe("ServerRows: reset", () => {
  it("takes another grouping from there on", () => {
    const { rows, state, show } = createRows([node("a", { group: "g" })]);
    show();
    state.choices = { ...state.choices, groupBy: "none" };
    rows.reset();
    assert.deepEqual(names(rows.roots()), ["a"]);
  });

  it("knows nothing of a node that is not there", () => {
    const { rows } = createRows([node("a")]);
    assert.equal(rows.factsOf("ghost"), undefined);
  });
});

describe("ServerRows: a row whose tooltip is read", () => {
  it("is left alone, and catches up after that", () => {
    const { rows, clock, report, show } = createRows([node("a")]);
    const [row] = show();
    assert.ok(row);
    rows.rest(row);
    clock.advance(9_000);
    assert.deepEqual(report(status("a", { time: start + 9_000, cpu: 50 })), []);
    clock.advance(1_000);
    assert.deepEqual(report(status("a", { time: start + 9_000, cpu: 50 })), [row]);
  });

  it("is drawn anew once, so that the next tooltip does not tell what this one did", () => {
    const { rows, clock, report, show } = createRows([node("a")]);
    const [row] = show();
    assert.ok(row);
    rows.rest(row);
    clock.advance(10_000);
    const idle = status("a", { time: start + 10_000 });
    assert.deepEqual(report(idle), [row]);
    assert.deepEqual(report(idle), []);
  });

  it("does not go on saying that the node is online", () => {
    const { rows, report, show } = createRows([node("a")], { groupBy: "none", sortBy: "name" });
    const [row] = show();
    assert.ok(row);
    rows.rest(row);
    assert.deepEqual(report(status("a", { online: false })), [row]);
  });
});
