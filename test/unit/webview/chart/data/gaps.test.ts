import assert from "node:assert/strict";
import {
  GapFinder,
  gapSteps,
  isGap,
  reachOf,
  usualStep,
} from "../../../../../webview/chart/data/gaps";
import { regular } from "./encoded";

const minute = 60_000;

function gapsIn(times: readonly number[]): { from: number; to: number }[] {
  return [...new GapFinder().find(Float64Array.from(times))];
}

describe("gaps", () => {
  for (const { name, times, gaps } of [
    { name: "no times", times: [], gaps: [] },
    { name: "one time", times: [5], gaps: [] },
    { name: "two times, whatever is between", times: [0, 1e9], gaps: [] },
    { name: "regular times", times: regular(0, minute, 20), gaps: [] },
    { name: "reports that come late", times: [0, 3, 6, 11, 13, 16, 21, 24], gaps: [] },
    {
      name: "hours without a row",
      times: [...regular(0, 1, 6), ...regular(100, 1, 6)],
      gaps: [{ from: 5, to: 100 }],
    },
    {
      name: "just more than 2.5 times the usual step",
      times: [...regular(0, 10, 6), ...regular(76, 10, 6)],
      gaps: [{ from: 50, to: 76 }],
    },
    {
      name: "just 2.5 times",
      times: [...regular(0, 10, 6), ...regular(75, 10, 6)],
      gaps: [],
    },
    {
      name: "rows of 15 minutes followed by rows of one",
      times: [...regular(0, 15 * minute, 8), ...regular(8 * 15 * minute, minute, 8)],
      gaps: [],
    },
    {
      name: "rows of one minute followed by rows of 15",
      times: [...regular(0, minute, 8), ...regular(22 * minute, 15 * minute, 8)],
      gaps: [],
    },
    {
      name: "one row alone between two gaps",
      times: [...regular(0, 1, 8), 100, ...regular(200, 1, 8)],
      gaps: [
        { from: 7, to: 100 },
        { from: 100, to: 200 },
      ],
    },
    {
      name: "a gap before the last row",
      times: [...regular(0, 1, 8), 50],
      gaps: [{ from: 7, to: 50 }],
    },
    {
      name: "a gap after the first row",
      times: [0, ...regular(50, 1, 8)],
      gaps: [{ from: 0, to: 50 }],
    },
    { name: "rows with the same time", times: [0, 0, 10, 10, 20, 20, 30, 30], gaps: [] },
  ]) {
    it(`${name}: ${gaps.length}`, () => assert.deepEqual(gapsIn(times), gaps));
  }

  it("are the same whether one looks once or after every row", () => {
    const times = [...regular(0, 1, 30), ...regular(200, 1, 3), ...regular(400, 1, 30)];
    const finder = new GapFinder();
    let found: unknown;
    times.forEach(
      (_, index) => (found = finder.find(Float64Array.from(times.slice(0, index + 1)))),
    );
    assert.deepEqual(found, gapsIn(times));
    assert.equal(gapsIn(times).length, 2);
  });

  it("agree step by step with what is looked at in one go", () => {
    const times = Float64Array.from([0, 1, 2, 9, 10, 11, 12, 40, 41, 90, 91, 92, 93, 94]);
    const single = [...times.keys()].filter((index) => isGap(times, index));
    assert.deepEqual(gapSteps(times, 0, times.length - 1), single);
    assert.deepEqual(single, [2, 6, 8]);
  });
});

describe("gaps: how far a sample reaches", () => {
  const times = Float64Array.from([...regular(0, 10, 6), ...regular(1000, 100, 6)]);

  it("is 2.5 times the larger of the usual steps around it", () => {
    assert.equal(reachOf(times, 2), 25);
    assert.equal(reachOf(times, 8), 250);
  });

  it("goes by the only side there is at the ends", () => {
    assert.equal(reachOf(times, 0), 25);
    assert.equal(reachOf(times, times.length - 1), 250);
  });

  it("is unknown for one sample alone", () => {
    assert.ok(Number.isNaN(reachOf(Float64Array.of(5), 0)));
  });
});

describe("gaps: the usual step", () => {
  it("is the median", () => {
    assert.equal(usualStep(Float64Array.of(0, 1, 2, 3, 100)), 1);
    assert.ok(Number.isNaN(usualStep(Float64Array.of(5))));
    assert.ok(Number.isNaN(usualStep(new Float64Array(0))));
  });

  it("is estimated from a few of very many", () => {
    assert.equal(usualStep(Float64Array.from(regular(0, 7, 10_000))), 7);
  });
});
