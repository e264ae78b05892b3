import assert from "node:assert/strict";
import { nodeElement } from "../../../../src/features/nodes/nodeElements";
import { ageOf, factsOf } from "../../../../src/features/nodes/nodeRows";
import {
  calmMs,
  createRows,
  groupOf,
  isGroup,
  names,
  node,
  show,
  start,
  status,
} from "../../../builders/serverRows";

describe("ServerRows: which rows read differently", () => {
  it("are just those whose text changed", () => {
    const { clock, report, show } = createRows([node("a"), node("b"), node("c")]);
    show();
    clock.advance(calmMs);
    const changed = report(status("a"), status("b", { cpu: 50 }), status("c", { cpu: 10.2 }));
    assert.deepEqual(names(changed), ["b"]);
  });

  it("are never rows that were not requested", () => {
    const { rows, report } = createRows([node("a"), node("b")]);
    rows.roots();
    assert.deepEqual(report(status("a", { cpu: 50 }), status("b")), []);
  });

  it("are reported once the row has been drawn, and again only for another text", () => {
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
    const tags = ["x", "y"];
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

describe("ServerRows: presence", () => {
  it("updates the counts of the node's group", () => {
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

  it("redraws all rows when the order of a flat list changes", () => {
    const { rows, report, show } = createRows([node("a"), node("b")]);
    show();
    assert.equal(report(status("a", { online: false }), status("b")), "all");
    assert.deepEqual(names(rows.roots()), ["b", "a"]);
  });

  it("redraws all rows when a group is added or removed", () => {
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

describe("ServerRows: nodes that are added or removed", () => {
  it("redraw all rows of a flat list", () => {
    const { rows, redescribe, show } = createRows([node("a")]);
    show();
    assert.equal(redescribe(node("a"), node("b")), "all");
    assert.deepEqual(names(rows.roots()), ["a", "b"]);
    show();
    assert.equal(redescribe(node("b")), "all");
    assert.deepEqual(names(rows.roots()), ["b"]);
  });

  it("redraw their group only, if the groups stay the same", () => {
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
  it("counts the nodes that pass", () => {
    const { rows } = createRows([node("tokyo"), node("berlin")], { filter: "tok" });
    assert.equal(rows.arrangement.shown, 1);
    assert.deepEqual(names(rows.roots()), ["tokyo"]);
  });

  it("adds a node whose new description passes", () => {
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

  it("redraw nothing while the order is still right", () => {
    const { clock, report, show } = createRows([node("a"), node("b")], { sortBy: "cpu" });
    show();
    clock.advance(10_000);
    assert.deepEqual(names(report(busy("a"), status("b"))), ["a"]);
  });
});

describe("ServerRows: ages", () => {
  it("are redrawn once a minute even if nothing else changes", () => {
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

  it("are those of a node's last report", () => {
    const { server, clock } = createRows([node("a")]);
    clock.advance(5_000);
    const facts = factsOf(server, "a");
    assert.ok(facts);
    assert.equal(ageOf(server, facts), 5_000);
    assert.equal(ageOf(server, { ...facts, status: undefined }), undefined);
  });
});

describe("ServerRows: reset", () => {
  it("applies another grouping", () => {
    const { rows, state, show } = createRows([node("a", { group: "g" })]);
    show();
    state.choices = { ...state.choices, groupBy: "none" };
    rows.reset();
    assert.deepEqual(names(rows.roots()), ["a"]);
  });

  it("returns no row of a node that does not exist", () => {
    const { rows } = createRows([node("a")]);
    assert.equal(rows.rowOf(nodeElement("s", "ghost", undefined)), undefined);
  });
});

describe("ServerRows: finding the row of a node", () => {
  const nodes = [node("a"), node("b", { group: "Edge" })];

  it("finds it below its group", () => {
    const found = createRows(nodes).rows.find("b");
    assert.deepEqual([found?.uuid, found?.group?.key], ["b", { kind: "value", value: "Edge" }]);
  });

  it("finds a node that is not grouped at the root", () => {
    const found = createRows(nodes, { groupBy: "none" }).rows.find("a");
    assert.deepEqual([found?.uuid, found?.group], ["a", undefined]);
  });

  it("finds a favorite among the favorites, where it stands first", () => {
    const { rows, state } = createRows(nodes);
    state.favorites.add("b");
    assert.deepEqual(rows.find("b")?.group?.key, { kind: "favorites" });
  });

  it("finds the element that is shown", () => {
    const { rows, show } = createRows(nodes);
    const shown = show();
    const found = rows.find("b");
    assert.ok(found !== undefined && shown.includes(found));
  });

  it("finds nothing that is unknown or that the filter hides", () => {
    const { rows } = createRows(nodes, { filter: "edge" });
    assert.deepEqual([rows.find("unknown"), rows.find("a")], [undefined, undefined]);
    assert.equal(rows.find("b")?.uuid, "b");
  });
});
