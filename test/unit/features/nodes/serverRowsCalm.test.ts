import assert from "node:assert/strict";
import { createRows, names, node, start, status } from "../../../builders/serverRows";

const nothing = {
  kind: "nodes",
  structure: false,
  presence: false,
  trouble: false,
  uuids: new Set<string>(),
} as const;

describe("ServerRows: delayed redraws", () => {
  it("says when a small change is due, and draws it then without another report", () => {
    const { rows, clock, report, show } = createRows([node("a")]);
    show();
    assert.deepEqual(report(status("a", { cpu: 11 })), []);
    assert.equal(rows.nextDueAt, start + 20_000);
    clock.advance(20_000);
    assert.deepEqual(names(rows.update(nothing)), ["a"]);
  });

  it("requests a redraw once, even if the row is not drawn, as in a hidden view", () => {
    const { rows, clock, report, show } = createRows([node("a")]);
    show();
    report(status("a", { cpu: 11 }));
    clock.advance(20_000);
    assert.deepEqual(names(rows.update(nothing)), ["a"]);
    assert.equal(rows.nextDueAt, undefined);
    assert.deepEqual(report(status("a", { cpu: 90 })), []);
    show();
    clock.advance(8_000);
    assert.deepEqual(names(report(status("a", { cpu: 10 }))), ["a"]);
  });

  it("schedules no redraw for a removed node", () => {
    const nodes = [node("a", { group: "g" }), node("b", { group: "g" })];
    const { rows, clock, report, redescribe, show } = createRows(nodes);
    show();
    report(status("b", { cpu: 11 }));
    redescribe(...nodes.slice(0, 1));
    clock.advance(20_000);
    rows.update(nothing);
    assert.equal(rows.nextDueAt, undefined);
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

describe("ServerRows: a row held for its tooltip", () => {
  it("is not redrawn until the hold expires", () => {
    const { rows, clock, report, show } = createRows([node("a")]);
    const [row] = show();
    assert.ok(row);
    rows.hold(row);
    clock.advance(9_000);
    assert.deepEqual(report(status("a", { time: start + 9_000, cpu: 50 })), []);
    clock.advance(1_000);
    assert.deepEqual(report(status("a", { time: start + 9_000, cpu: 50 })), [row]);
  });

  it("is not due before its minimum time is over", () => {
    const { rows, clock, report, show } = createRows([node("a")]);
    const [row] = show();
    assert.ok(row);
    report(status("a", { cpu: 11 }));
    clock.advance(19_000);
    rows.hold(row);
    clock.advance(1_000);
    assert.deepEqual(rows.update(nothing), []);
    assert.equal(rows.nextDueAt, undefined);
  });

  it("is redrawn once when the hold expires, so that the next tooltip is not the old one", () => {
    const { rows, clock, report, show } = createRows([node("a")]);
    const [row] = show();
    assert.ok(row);
    rows.hold(row);
    clock.advance(10_000);
    const idle = status("a", { time: start + 10_000 });
    assert.deepEqual(report(idle), [row]);
    assert.deepEqual(report(idle), []);
  });

  it("is redrawn at once when the node goes offline", () => {
    const { rows, report, show } = createRows([node("a")], { groupBy: "none", sortBy: "name" });
    const [row] = show();
    assert.ok(row);
    rows.hold(row);
    assert.deepEqual(report(status("a", { online: false })), [row]);
  });
});
