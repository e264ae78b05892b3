import assert from "node:assert/strict";
import fc from "fast-check";
import { selectRank, lineStats } from "../../../../../webview/chart/data/stats";
import { buildLine, regular } from "./encoded";

const none = { count: 0, latest: undefined, min: undefined, average: undefined, max: undefined };
const nothing = { ...none, p50: undefined, p99: undefined, jitter: undefined, loss: undefined };

function pings(values: readonly number[]) {
  return lineStats(buildLine(regular(0, 1, values.length), values, { metric: "ping" }), 0, 1e9);
}

describe("lineStats", () => {
  it("is of what lies in the span, both ends included", () => {
    const line = buildLine(regular(0, 10, 10), regular(0, 1, 10));
    const { jitter, loss, ...rest } = lineStats(line, 20, 60);
    assert.deepEqual(rest, { count: 5, latest: 6, min: 2, average: 4, max: 6, p50: 4, p99: 6 });
    assert.deepEqual([jitter, loss], [undefined, undefined]);
  });

  it("has lost pings in the loss alone", () => {
    assert.deepEqual(pings([10, -1, 20, 40, -1]), {
      count: 3,
      latest: 40,
      min: 10,
      average: 70 / 3,
      max: 40,
      p50: 20,
      p99: 40,
      jitter: 20,
      loss: 40,
    });
  });

  it("knows a loss, but nothing else, where all is lost", () => {
    assert.deepEqual(pings([-1, -1]), { ...nothing, loss: 100 });
  });

  it("has no jitter where no two responses follow each other", () => {
    assert.equal(pings([10, -1, 20, NaN, 30]).jitter, undefined);
  });

  it("takes values below 0 for what they are elsewhere", () => {
    const { min, loss } = lineStats(buildLine([0, 1], [-4, 2], { metric: "temperature" }), 0, 1);
    assert.deepEqual([min, loss], [-4, undefined]);
  });

  for (const { name, times, values } of [
    { name: "no samples", times: [], values: [] },
    { name: "none in the span", times: [500], values: [1] },
    { name: "only unknown ones", times: [0, 1], values: [NaN, NaN] },
  ]) {
    it(`knows nothing of ${name}`, () => {
      assert.deepEqual(lineStats(buildLine(times, values), 0, 100), nothing);
      assert.deepEqual(lineStats(buildLine(times, values, { metric: "ping" }), 0, 100), nothing);
    });
  }

  it("leaves the line as it is", () => {
    const line = buildLine([0, 1, 2], [3, 1, 2]);
    lineStats(line, 0, 2);
    assert.deepEqual([...line.values], [3, 1, 2]);
  });

  it("weights rows by the time that they cover", () => {
    // Two days, and then twenty rows of a minute.
    const day = 86_400_000;
    const times = [0, day, 2 * day, ...regular(3 * day, 60_000, 20)];
    const values = [10, 10, 40, ...regular(0, 0, 20).map(() => 1000)];
    const stats = lineStats(buildLine(times, values), 0, 4 * day);
    assert.ok(Math.abs((stats.average ?? 0) - 20) < 10, String(stats.average));
    assert.deepEqual([stats.p50, stats.max, stats.count], [10, 1000, 23]);
    const pings = [10, -1, 10, ...regular(0, 0, 20).map(() => -1)];
    const { loss } = lineStats(buildLine(times, pings, { metric: "ping" }), 0, 4 * day);
    assert.ok(Math.abs((loss ?? 0) - 33.6) < 0.5, String(loss));
  });

  it("weights reports by the time until the next one", () => {
    const times = [...regular(0, 2000, 10), ...regular(20_000, 10_000, 6)];
    const line = buildLine(times, [...regular(0, 0, 10), ...regular(0, 0, 6).map(() => 100)]);
    assert.equal(lineStats(line, 0, 70_000).average, 75);
  });

  it("weights rows that are about on time, and those around a gap, equally", () => {
    const times = [0, 58, 121, 180, 1180, 1241, 1300, 1359].map((each) => each * 1000);
    const values = [1, 2, 3, -1, 5, 6, 7, 8];
    const { average, loss } = lineStats(buildLine(times, values, { metric: "ping" }), 0, 2e6);
    assert.deepEqual([average, loss], [32 / 7, 12.5]);
  });

  it("weights an unfinished day by its elapsed part, but a ping always as one", () => {
    const day = 86_400_000;
    const [times, values] = [regular(0, day, 5), [1, 1, 1, 1, 13]];
    const to = 4 * day + day / 2;
    assert.equal(lineStats(buildLine(times, values), 0, to).average, 10.5 / 4.5);
    assert.equal(lineStats(buildLine(times, values, { metric: "ping" }), 0, to).average, 17 / 5);
    assert.equal(lineStats(buildLine(times, values), 0, 4 * day).average, 17 / 5);
  });

  it("has percentiles by rank", () => {
    const { p50, p99 } = pings(regular(1, 1, 1000).toReversed());
    assert.deepEqual([p50, p99], [500, 990]);
  });
});

describe("selectRank", () => {
  it("finds what would be there in order", () => {
    const some = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.nat(3)), { minLength: 1 });
    fc.assert(
      fc.property(some, fc.nat(), (values, any) => {
        const rank = any % values.length;
        const sorted = Float64Array.from(values).sort();
        assert.equal(selectRank(Float64Array.from(values), rank) - (sorted[rank] ?? NaN) || 0, 0);
      }),
    );
  });
});
