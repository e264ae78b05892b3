import assert from "node:assert/strict";
import { type RowContent, ShownRows } from "../../../../src/features/tree/shownRows";
import { FakeClock } from "../../../builders/fakeClock";

function content(cpu: number, words = "web"): RowContent {
  const row = {
    label: words,
    description: `${Math.round(cpu)}%`,
    icon: undefined,
    accessibleLabel: words,
    contextValue: "node",
  };
  const figures = [{ name: "cpu", value: cpu, notices: "points" }] as const;
  return { words, icon: words, figures, write: () => row };
}

function createRows() {
  const clock = new FakeClock();
  const rows = new ShownRows<string>(clock);
  rows.draw("a", content(10));
  return { clock, rows, isOutdated: (now: RowContent) => rows.isOutdated("a", now) };
}

describe("ShownRows", () => {
  it("draws a noticeable change at once, once the row has stood for eight seconds", () => {
    const { clock, isOutdated } = createRows();
    clock.advance(7_999);
    assert.equal(isOutdated(content(50)), false);
    clock.advance(1);
    assert.equal(isOutdated(content(50)), true);
  });

  it("draws another word at once, even if the row has just been drawn", () => {
    const { isOutdated } = createRows();
    assert.equal(isOutdated(content(10, "web, renamed")), true);
  });

  it("draws a small change twenty seconds after it came", () => {
    const { clock, rows, isOutdated } = createRows();
    clock.advance(60_000);
    assert.equal(isOutdated(content(11)), false);
    assert.equal(rows.nextDueAt, clock.now() + 20_000);
    clock.advance(19_999);
    assert.equal(isOutdated(content(12)), false);
    assert.deepEqual(rows.takeDue().overdue, []);
    clock.advance(1);
    assert.deepEqual(rows.takeDue().overdue, ["a"]);
    assert.equal(isOutdated(content(12)), true);
    rows.draw("a", content(12));
    assert.equal(rows.nextDueAt, undefined);
  });

  it("leaves a row as it is whose figure reads the same in the end", () => {
    const { clock, rows, isOutdated } = createRows();
    isOutdated(content(10.2));
    clock.advance(20_000);
    assert.equal(isOutdated(content(10.2)), false);
    assert.equal(rows.nextDueAt, undefined);
  });

  it("forgets a change that was taken back", () => {
    const { rows, isOutdated } = createRows();
    isOutdated(content(11));
    isOutdated(content(10));
    assert.equal(rows.nextDueAt, undefined);
  });

  it("returns the same row between two redraws", () => {
    const { clock, rows } = createRows();
    assert.equal(rows.draw("a", content(11)).description, "10%");
    clock.advance(20_000);
    assert.equal(rows.draw("a", content(11)).description, "11%");
  });

  it("ignores rows that were never drawn", () => {
    const { rows } = createRows();
    assert.equal(rows.isOutdated("b", content(50)), false);
  });
});
