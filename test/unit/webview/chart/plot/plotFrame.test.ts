import assert from "node:assert/strict";
import { createFormat } from "../../../../../src/shared/format";
import { type Line } from "../../../../../webview/chart/data/line";
import { LineStore } from "../../../../../webview/chart/data/lineStore";
import { type FrameContext, plotFrame } from "../../../../../webview/chart/plot/plotFrame";
import { type PlotView } from "../../../../../webview/chart/plot/plotView";
import { TimeLabels } from "../../../../../webview/chart/plot/timeAxis";
import { buildLine, regular } from "../data/encoded";
import { buildView } from "./view";

const gib = 1024 ** 3;
const from = Date.UTC(2026, 10, 22);
const hour = 3_600_000;

const context: FrameContext = {
  format: createFormat("en"),
  zone: "utc",
  labels: new TimeLabels("en", "utc"),
  measure: (text) => text.length * 6,
  width: 600,
  height: 180,
  ratio: 1,
  minAxisSize: 0,
};

function frameOf(
  lines: readonly Line[],
  view: Partial<PlotView> = {},
  more: Partial<FrameContext> = {},
) {
  const seen = buildView(lines, { from, to: from + hour, ...view });
  return plotFrame(new LineStore(), seen, { ...context, ...more });
}

const times = regular(from, 60_000, 61);
const memory = buildLine(
  times,
  times.map(() => gib),
  { metric: "memory", total: 4 * gib },
);

describe("plotFrame", () => {
  it("reaches to the largest total", () => {
    const swap = { ...memory, id: "swap", total: 2 * gib };
    const { scale, total } = frameOf([swap, memory], { unit: "bytes" });
    assert.deepEqual([scale.max, total], [4 * gib, 4 * gib]);
  });

  it("is in percent of the totals if chosen", () => {
    const { scale, total, drawing } = frameOf([memory], { unit: "bytes", percent: true });
    assert.deepEqual([scale.max, total, drawing.values[0]?.[0]], [100, undefined, 25]);
  });

  it("gives value labels the width they need, or a larger minimum", () => {
    const own = frameOf([memory], { unit: "bytes" });
    assert.equal(own.valueAxisSize, own.ownAxisSize);
    assert.ok(own.valueAxisSize >= Math.max(...own.valueLabels.map(context.measure)));
    const wide = frameOf([memory], { unit: "bytes" }, { minAxisSize: 120 });
    assert.deepEqual([wide.valueAxisSize, wide.ownAxisSize], [120, own.ownAxisSize]);
  });

  it("has fewer labels of values on a low chart", () => {
    const low = frameOf([memory], {}, { height: 80 });
    const high = frameOf([memory], {}, { height: 400 });
    assert.ok(low.valueLabels.length < high.valueLabels.length);
  });

  it("has one label for every tick", () => {
    const { scale, valueLabels, time } = frameOf([memory], { unit: "bytes" });
    assert.equal(valueLabels.length, scale.ticks.length);
    assert.equal(time.labels.length, time.at.length);
    assert.ok(time.at.length > 1);
  });

  it("has columns as wide as the pixels of the device", () => {
    const many = buildLine(regular(from, 100, 36_001), regular(0, 0.001, 36_001));
    const columns = (ratio: number) => frameOf([many], {}, { ratio }).drawing.times.length;
    assert.ok(Math.abs(columns(2) - 2 * columns(1)) <= 4);
  });

  it("leaves room for losses under pings, and only there", () => {
    const ping = buildLine(
      times,
      times.map(() => -1),
      { metric: "ping" },
    );
    const [strip, plain] = [frameOf([ping]), frameOf([memory])];
    assert.ok(strip.losses);
    assert.deepEqual([plain.losses, plain.stripHeight], [undefined, 0]);
    assert.equal(strip.timeAxisSize - strip.stripHeight, plain.timeAxisSize);
  });

  it("has axes without lines, and in no room at all", () => {
    assert.ok(frameOf([]).valueLabels.length > 1);
    const { drawing } = frameOf([memory], {}, { width: 0, height: 0 });
    assert.equal(drawing.values.length, 1);
  });
});
