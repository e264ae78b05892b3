import assert from "node:assert/strict";
import { createRows, names, node, start, status } from "../../../builders/serverRows";

const nothing = {
  kind: "nodes",
  structure: false,
  presence: false,
  trouble: false,
  uuids: new Set<string>(),
} as const;

/** Two nodes in a group; `onScreen` is what the user sees. */
function createSeen() {
  const onScreen = new Set(["a"]);
  const visibleRows = { isOnScreen: (_: unknown, uuid: string) => onScreen.has(uuid) };
  const nodes = [node("a", { group: "g" }), node("b", { group: "g" })];
  return { onScreen, ...createRows(nodes, {}, visibleRows) };
}

describe("ServerRows: rows that are not on screen", () => {
  it("are not drawn again when their nodes report", () => {
    const { report, show, clock } = createSeen();
    show();
    clock.advance(8_000);
    const changed = report(status("a", { cpu: 50 }), status("b", { cpu: 50 }));
    assert.deepEqual(names(changed), ["a"]);
  });

  it("are compared with the first update after they have come on screen, and drawn if they differ", () => {
    const { rows, onScreen, report, show, clock } = createSeen();
    show();
    clock.advance(8_000);
    report(status("a"), status("b", { cpu: 50 }));
    onScreen.add("b");
    rows.enter("a");
    rows.enter("b");
    assert.deepEqual(names(rows.update(nothing)), ["b"]);
    show();
    assert.deepEqual(names(rows.update(nothing)), []);
  });

  it("are not due for redrawing because of ages or small changes", () => {
    const { rows, report, show, clock } = createSeen();
    report(status("a"), status("b", { online: false }));
    show();
    clock.advance(3_600_000);
    assert.deepEqual(names(rows.update(nothing)), []);
    assert.equal(rows.nextDueAt, undefined);
  });

  it("are still counted by their group", () => {
    const { report, show } = createSeen();
    show();
    const changed = names(report(status("a"), status("b", { time: start, online: false })));
    assert.deepEqual(changed, ['group {"kind":"value","value":"g"}']);
  });
});

describe("ServerRows: the order of a large server", () => {
  const nodes = Array.from({ length: 101 }, (_, index) => node(`n${index}`));
  const turn = (offline: string) =>
    nodes.map(({ uuid }) => status(uuid, { online: uuid !== offline }));

  it("follows changes of presence at most every 10 s", () => {
    const { rows, clock, report, show } = createRows(nodes, { groupBy: "none" });
    show();
    clock.advance(9_000);
    assert.deepEqual(names(report(...turn("n0"))), ["n0"]);
    clock.advance(1_000);
    assert.equal(rows.update(nothing), "all");
    assert.deepEqual(names(rows.roots()).at(-1), "n0");
    clock.advance(60_000);
    show();
    assert.deepEqual(rows.update(nothing), []);
  });

  it("follows changes of presence at once with up to 100 nodes", () => {
    const { clock, report, show } = createRows(nodes.slice(1), { groupBy: "none" });
    show();
    clock.advance(1_000);
    assert.equal(report(...turn("n1").slice(1)), "all");
  });
});
