import assert from "node:assert/strict";
import { type Span } from "../../../../../src/shared/chartApi";
import { isCovered, maxKept, shownRange } from "../../../../../webview/chart/state/shownRange";

const hour = 3_600_000;
const now = 1000 * hour;
const held = { from: now - 2 * hour, to: now - hour };
const facts = { held, isLoaded: false, now, keptHours: 720, isOld: false };
const live: Span = { kind: "live" };
const last: Span = { kind: "last", hours: 4 };
const all: Span = { kind: "all" };
const between: Span = { kind: "between", from: 5, to: 10 };

describe("range shown", () => {
  it("is the range of the response, but only of the newest query", () => {
    for (const span of [live, last, all]) {
      assert.deepEqual(shownRange(span, { ...facts, isLoaded: true }), held);
    }
    assert.deepEqual(shownRange(between, { ...facts, isLoaded: true }), { from: 5, to: 10 });
  });

  const guesses: readonly (readonly [Span, number])[] = [
    [last, 4 * hour],
    [all, 720 * hour],
    [live, 5 * 60_000],
  ];
  for (const [span, width] of guesses) {
    it(`of ${span.kind} ends with the present before there is a response`, () => {
      assert.deepEqual(shownRange(span, facts), { from: now - width, to: now });
      assert.deepEqual(shownRange(span, { ...facts, held: undefined, isLoaded: true }), {
        from: now - width,
        to: now,
      });
    });
  }

  it("goes on with the time where nothing newer can be had, and keeps half of what is known", () => {
    const at = (later: number) =>
      shownRange(last, { ...facts, isLoaded: true, isOld: true, now: held.to + later });
    const by = (ms: number) => ({ from: held.from + ms, to: held.to + ms });
    assert.deepEqual(at(60_000), by(60_000));
    assert.deepEqual(at(9 * hour), by(hour / 2));
    assert.deepEqual(at(-60_000), held);
  });

  it("is covered when nothing of it lies outside of what is held", () => {
    assert.equal(isCovered({ from: held.from, to: held.to }, held), true);
    assert.equal(isCovered({ from: held.from - 1, to: held.to }, held), false);
    assert.equal(isCovered({ from: held.from, to: held.to + 1 }, held), false);
    assert.equal(isCovered(held, undefined), false);
  });
});

describe("kept records", () => {
  it("go back as far as the longer of both, if both are known", () => {
    assert.equal(maxKept({ keptHours: 720, pingKeptHours: 24 }), 720);
    assert.equal(maxKept({ keptHours: 1, pingKeptHours: 24 }), 24);
    assert.equal(maxKept({ keptHours: undefined, pingKeptHours: 24 }), undefined);
  });
});
