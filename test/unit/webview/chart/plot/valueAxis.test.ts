import assert from "node:assert/strict";
import fc from "fast-check";
import { createFormat } from "../../../../../src/shared/format";
import { type Unit } from "../../../../../src/shared/metrics";
import { valueLabels, valueScale } from "../../../../../webview/chart/plot/valueAxis";

const format = createFormat("en");
const [mib, gib] = [1024 ** 2, 1024 ** 3];
const none = { low: Infinity, high: -Infinity };

interface Case {
  readonly unit: Unit;
  readonly high: number;
  readonly low?: number;
  readonly total?: number;
  readonly intervals?: number;
  readonly labels: readonly string[];
  readonly max?: number;
}

function labelsOf({ unit, high, low = 0, total, intervals = 5 }: Case): string[] {
  return [...valueLabels(valueScale(unit, { low, high, total }, intervals), unit, format)];
}

describe("the axis of values", () => {
  const cases: readonly Case[] = [
    { unit: "percent", high: 3, labels: ["0", "20", "40", "60", "80", "100%"] },
    { unit: "percent", high: 3, intervals: 4, labels: ["0", "25", "50", "75", "100%"] },
    { unit: "percent", high: 3, intervals: 1, labels: ["0", "100%"] },
    {
      unit: "bytesPerSecond",
      high: 2.2 * mib,
      labels: ["0", "0.5", "1", "1.5", "2", "2.5 MiB/s"],
    },
    {
      unit: "bytesPerSecond",
      high: 900,
      labels: ["0", "0.25", "0.5", "0.75", "1 KiB/s"],
    },
    {
      unit: "bytes",
      high: 1.2 * gib,
      labels: ["0", "0.25", "0.5", "0.75", "1", "1.25 GiB"],
    },
    {
      unit: "bytes",
      high: gib,
      total: 7.7 * gib,
      max: 7.7 * gib,
      intervals: 2,
      labels: ["0", "3.9", "7.7 GiB"],
    },
    {
      unit: "bytes",
      high: 9 * gib,
      total: 8 * gib,
      max: 9 * gib,
      intervals: 2,
      labels: ["0", "4.5", "9 GiB"],
    },
    { unit: "milliseconds", high: 183, labels: ["0", "50", "100", "150", "200 ms"] },
    { unit: "milliseconds", high: 0.3, labels: ["0", "0.1", "0.2", "0.3 ms"] },
    { unit: "count", high: 3, labels: ["0", "1", "2", "3"] },
    { unit: "count", high: 12_345, labels: ["0", "5000", "10000", "15000"] },
    { unit: "load", high: 0.07, labels: ["0", "0.02", "0.04", "0.06", "0.08"] },
    { unit: "load", high: 2, labels: ["0", "0.5", "1", "1.5", "2"] },
    {
      unit: "celsius",
      low: 41,
      high: 62,
      labels: ["40", "45", "50", "55", "60", "65 °C"],
    },
    {
      unit: "celsius",
      low: -8,
      high: -3,
      labels: ["-8", "-7", "-6", "-5", "-4", "-3 °C"],
    },
  ];
  for (const one of cases) {
    const { unit, high, total, labels } = one;
    it(`${unit} up to ${high}${total === undefined ? "" : ` of ${total}`}: ${labels.join(", ")}`, () => {
      assert.deepEqual(labelsOf(one), labels);
      if (one.max !== undefined) {
        assert.equal(valueScale(unit, { low: 0, high, total }, 5).max, one.max);
      }
    });
  }

  const units = [
    "percent",
    "bytes",
    "bytesPerSecond",
    "milliseconds",
    "celsius",
    "count",
    "load",
  ] as const;
  for (const unit of units) {
    it(`has a range for ${unit} where there is nothing, only zeros, or one value`, () => {
      for (const extent of [
        none,
        { low: 0, high: 0 },
        { low: 47, high: 47 },
        { ...none, total: 0 },
      ]) {
        const { min, max, ticks } = valueScale(unit, extent, 4);
        assert.ok(max > min && ticks.length >= 2);
      }
    });

    it(`shows all values of ${unit}, with ticks that fit and labels that differ`, () => {
      const value = fc.oneof(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 2 ** 50, noNaN: true }),
      );
      fc.assert(
        fc.property(value, value, fc.integer({ min: 1, max: 8 }), (one, other, intervals) => {
          const [low, high] = [Math.min(one, other), Math.max(one, other)];
          const scale = valueScale(unit, { low, high }, intervals);
          const { min, max, step, ticks } = scale;
          assert.ok(min <= low && max >= high);
          assert.ok(ticks.length <= Math.max(2, intervals) + 1);
          assert.ok(ticks.every((tick) => tick >= min && tick <= max + step * 1e-6));
          const labels = valueLabels(scale, unit, format);
          assert.equal(new Set(labels).size, labels.length);
        }),
      );
    });
  }
});
