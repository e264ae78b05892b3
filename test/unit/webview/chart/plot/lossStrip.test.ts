import assert from "node:assert/strict";
import { type Line } from "../../../../../webview/chart/data/line";
import { LineStore } from "../../../../../webview/chart/data/lineStore";
import { lossAlpha, lossSlots, lossStripHeight } from "../../../../../webview/chart/plot/lossStrip";
import { buildLine, regular } from "../data/encoded";
import { buildView } from "./view";

const minute = 60_000;
const store = new LineStore();
const pings = (values: readonly number[], step = minute, id = "ping:1") =>
  buildLine(regular(0, step, values.length), values, { metric: "ping", id });
const slotsOf = (lines: readonly Line[], to: number) =>
  lossSlots(store, buildView(lines).lines, { from: 0, to });

describe("the strip of losses", () => {
  it("takes all lines of pings together", () => {
    const seven = Array.from({ length: 7 }, (_, index) => pings([index === 0 ? -1 : 5], minute));
    const slots = slotsOf([...seven, buildLine([0, 1], [1, 2])], minute);
    assert.ok(slots);
    assert.equal(
      slots.loss.find((loss) => !Number.isNaN(loss)),
      100 / 7,
    );
  });

  it("is not there without pings", () => {
    const load = buildLine([0, 1], [1, 2]);
    assert.equal(slotsOf([load], minute), undefined);
    assert.equal(lossStripHeight(buildView([load]).lines), 0);
    assert.ok(lossStripHeight(buildView([load, pings([1])]).lines) > 0);
  });

  it("has no empty slot between regular pings, however far they are apart", () => {
    const values = Array.from({ length: 61 }, () => 20);
    const slots = slotsOf([pings(values)], 60 * minute);
    assert.ok(slots && !slots.loss.includes(NaN));
    assert.ok(slots.loss.every((loss) => loss === 0));
  });

  it("has 60 slots when there are many pings", () => {
    const values = Array.from({ length: 6001 }, () => 20);
    assert.equal(slotsOf([pings(values, 1000)], 6_000_000)?.buckets.count, 60);
  });

  it("keeps its slots where they are when the span moves on", () => {
    const values = Array.from({ length: 100 }, () => 20);
    const view = buildView([pings(values, 1000)]).lines;
    const grid = (from: number) => lossSlots(store, view, { from, to: from + minute })?.buckets;
    const [before, after] = [grid(0), grid(10_000)];
    assert.ok(before && after);
    assert.equal(after.width, before.width);
    assert.equal((after.start - before.start) % before.width, 0);
  });

  it("shows three degrees of loss", () => {
    assert.deepEqual([0.1, 5, 5.1, 20, 20.1, 100].map(lossAlpha), [0.35, 0.35, 0.6, 0.6, 1, 1]);
  });
});
