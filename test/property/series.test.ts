import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeTimes, decodeValues, encodeTimes, encodeValues } from "../../src/shared/series";

const steps = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 0, max: 2 ** 40 })),
);

describe("Series codec", () => {
  it("reports every time exactly", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 41), steps, (first, some) => {
        let time = first;
        const times = Float64Array.from([first, ...some.map((step) => (time += step))]);
        assert.deepEqual(decodeTimes(encodeTimes(times)), times);
      }),
    );
  });

  it("reports every value to the seventh digit of its distance from the least", () => {
    const value = fc.oneof(
      fc.double({ min: 0, max: 2 ** 60, noNaN: true }),
      fc.double({ min: 0, max: 1000, noNaN: true }),
      fc.constantFrom(NaN, -1),
    );
    fc.assert(
      fc.property(fc.array(value), (some) => {
        const back = decodeValues(encodeValues(Float64Array.from(some)));
        assert.equal(back.length, some.length);
        const largest = Math.max(0, ...some.filter((each) => !Number.isNaN(each)).map(Math.abs));
        some.forEach((each, index) => {
          const near = Math.abs((back[index] ?? NaN) - each) <= largest * 2 ** -23 + 1e-40;
          assert.ok(Number.isNaN(each) ? Number.isNaN(back[index]) : near);
        });
      }),
    );
  });

  it("never makes a rising counter fall", () => {
    fc.assert(
      fc.property(fc.nat(2 ** 50), fc.array(fc.nat(2 ** 30)), (first, some) => {
        let counter = first;
        const rising = Float64Array.from([first, ...some.map((step) => (counter += step))]);
        const back = decodeValues(encodeValues(rising));
        assert.deepEqual(back, back.toSorted());
      }),
    );
  });
});
