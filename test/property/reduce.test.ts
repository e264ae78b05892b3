import assert from "node:assert/strict";
import fc from "fast-check";
import { emptySummary, Pyramid } from "../../webview/chart/data/pyramid";
import { columnStarts, pixelGrid, reduceLine } from "../../webview/chart/plot/reduce";
import { buildLine } from "../unit/webview/chart/data/encoded";

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 1e12, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, -1) },
);
const samples = fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), value), {
  minLength: 1,
  maxLength: 3000,
  size: "max",
});

/** Rising times, and a span within or around them. */
const cases = fc
  .record({
    samples,
    pixels: fc.integer({ min: 1, max: 700 }),
    start: fc.double({ min: -0.2, max: 0.9, noNaN: true }),
    share: fc.double({ min: 0.01, max: 1.3, noNaN: true }),
    metric: fc.constantFrom("cpu" as const, "ping" as const),
  })
  .map(({ samples, pixels, start, share, metric }) => {
    let time = 1_700_000_000_000;
    const times = samples.map(([step]) => (time += step));
    const line = buildLine(
      times,
      samples.map(([, each]) => each),
      { metric },
    );
    const [first, last] = [times[0] ?? 0, times.at(-1) ?? 0];
    const from = first + start * (last - first + 1);
    // A chart shows ten seconds at least; far below that, times of today have no digits left.
    return { line, pixels, from, to: from + Math.max(1000, share * (last - first + 1)) };
  });

function known(line: ReturnType<typeof buildLine>, from: number, to: number): number[] {
  return [...line.values].filter((each, index) => {
    const time = line.times[index] ?? NaN;
    return time >= from && time < to && each >= (line.metric === "ping" ? 0 : -Infinity);
  });
}

function pyramidOf(line: ReturnType<typeof buildLine>): Pyramid {
  const pyramid = new Pyramid(line.metric === "ping");
  pyramid.cover(line.values);
  return pyramid;
}

describe("reduce", () => {
  it("loses no spike: each column's least and greatest value are those of its samples", () => {
    fc.assert(
      fc.property(cases, ({ line, pixels, from, to }) => {
        const grid = pixelGrid({ from, to }, pixels);
        const starts = columnStarts(line.times, grid);
        const { min, max, values } = reduceLine(line, pyramidOf(line), grid, starts, 1);
        for (let column = 0; column < grid.count; column++) {
          const start = grid.start + column * grid.width;
          const inside = known(line, start, grid.start + (column + 1) * grid.width);
          if (inside.length === 0) {
            assert.ok(Number.isNaN(min[column]) && Number.isNaN(max[column]));
            assert.equal(typeof values[column + 1] === "number", false);
            continue;
          }
          assert.equal(min[column], Math.min(...inside));
          assert.equal(max[column], Math.max(...inside));
        }
      }),
    );
  });

  it("covers the span with columns of one pixel", () => {
    fc.assert(
      fc.property(cases, ({ pixels, from, to }) => {
        const { start, width, count } = pixelGrid({ from, to }, pixels);
        assert.ok(start <= from && start + width * count >= to - width * 1e-3);
        assert.ok(count <= pixels + 2);
      }),
    );
  });
});

describe("Pyramid", () => {
  it("sums up any range as if one had looked at every sample", () => {
    fc.assert(
      fc.property(cases, fc.nat(), fc.nat(), ({ line }, some, other) => {
        const length = line.values.length + 1;
        const [from, to] = [some % length, other % length].sort((a, b) => a - b);
        const summary = emptySummary();
        pyramidOf(line).add(line.values, from ?? 0, to ?? 0, summary);
        const all = [...line.values.slice(from, to)];
        const answered = all.filter((each) => each >= (line.metric === "ping" ? 0 : -Infinity));
        assert.equal(summary.count, answered.length);
        assert.equal(
          summary.lost,
          line.metric === "ping" ? all.filter((each) => each < 0).length : 0,
        );
        assert.equal(summary.min, Math.min(...answered));
        assert.equal(summary.max, Math.max(...answered));
        const sum = answered.reduce((total, each) => total + each, 0);
        assert.ok(Math.abs(summary.sum - sum) <= 1e-9 * Math.abs(sum));
      }),
    );
  });
});
