import assert from "node:assert/strict";
import {
  decodeTimes,
  decodeValues,
  encodeTimes,
  encodeValues,
  farJump,
  lostPing,
} from "../../../src/shared/series";

const timesBack = (times: readonly number[]) => [
  ...decodeTimes(encodeTimes(Float64Array.from(times))),
];
const valuesBack = (values: readonly number[]) => [
  ...decodeValues(encodeValues(Float64Array.from(values))),
];

describe("series: times", () => {
  for (const { name, times } of [
    { name: "none", times: [] },
    { name: "one", times: [1_795_356_000_123] },
    { name: "equal ones", times: [5, 5, 5] },
    {
      name: "steps around the largest of 16 bits",
      times: [0, farJump - 1, 2 * farJump - 1, 3 * farJump],
    },
    { name: "years between", times: [0, 1, 1_795_356_000_000, 1_795_356_000_001] },
  ]) {
    it(`come back exactly: ${name}`, () => assert.deepEqual(timesBack(times), times));
  }

  it("take two bytes each while they are less than a minute apart", () => {
    const { deltas, jumps } = encodeTimes(Float64Array.of(0, 1000, 61_000));
    assert.deepEqual([deltas.byteLength, jumps.length], [4, 0]);
  });
});

describe("series: values", () => {
  it("come back as 32-bit floats", () => {
    assert.deepEqual(valuesBack([0, 0.5, 100, lostPing, 2 ** 24]), [
      0,
      0.5,
      100,
      lostPing,
      2 ** 24,
    ]);
  });

  it("keep what is unknown unknown, also beside big counters", () => {
    assert.deepEqual(valuesBack([NaN, 1]), [NaN, 1]);
    assert.deepEqual(valuesBack([2 ** 40, NaN]), [2 ** 40, NaN]);
    assert.deepEqual(valuesBack([NaN, NaN]), [NaN, NaN]);
  });

  it("are unknown beyond what 32 bits can tell, for nothing infinite can be drawn", () => {
    assert.deepEqual(valuesBack([1, 1e300, -1e39]), [1, NaN, NaN]);
    assert.deepEqual(valuesBack([2 ** 40, 1e300]), [2 ** 40, NaN]);
  });

  it("keep the small steps of big counters", () => {
    const counter = [2 ** 50, 2 ** 50 + 1, 2 ** 50 + 1000];
    assert.deepEqual(valuesBack(counter), counter);
  });

  it("are none for none", () => assert.deepEqual(valuesBack([]), []));
});
