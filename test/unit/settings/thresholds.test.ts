import assert from "node:assert/strict";
import {
  defaultThresholds,
  readChartThresholds,
  readThresholds,
} from "../../../src/settings/thresholds";
import { settingsOf } from "../platform/settingsOf";

describe("readThresholds", () => {
  const cases: readonly (readonly [value: unknown, read: unknown])[] = [
    [undefined, defaultThresholds],
    [null, defaultThresholds],
    [[80], defaultThresholds],
    ["cpu", defaultThresholds],
    [{}, defaultThresholds],
    [{ cpu: 80 }, { ...defaultThresholds, cpu: 80 }],
    [
      { load: 1.5, ping: 300 },
      { ...defaultThresholds, load: 1.5, ping: 300 },
    ],
    [{ cpu: "80", memory: [50], disk: NaN, quota: Infinity, loss: {} }, defaultThresholds],
    [{ speed: 1, constructor: 2 }, defaultThresholds],
    [{ cpu: 0, memory: -1, disk: null, quota: 0, loss: 0, expiry: 0, swap: 0 }, {}],
  ];
  for (const [value, read] of cases) {
    it(`reads ${JSON.stringify(value)}`, () => {
      assert.deepEqual(readThresholds(settingsOf({ thresholds: value })), read);
    });
  }
});

describe("readChartThresholds", () => {
  const off = { cpu: 0, memory: 0, disk: 0 };

  it("draws the thresholds of metrics with a chart, and keeps the load per core apart", () => {
    const settings = settingsOf({ thresholds: { memory: 0, load: 2, ping: 300, loss: 5 } });
    assert.deepEqual(readChartThresholds(settings), {
      lines: { cpu: [90], disk: [90], ping: [300] },
      loadPerCore: 2,
    });
  });

  it("adds the lines of the deprecated setting, each value once", () => {
    const settings = settingsOf({
      thresholds: { memory: 0, disk: 0 },
      "charts.thresholds": { cpu: [95, 90, 50], load: 8 },
    });
    assert.deepEqual(readChartThresholds(settings).lines, { cpu: [50, 90, 95], load: [8] });
  });

  const cases: readonly (readonly [value: unknown, read: unknown])[] = [
    [undefined, {}],
    [null, {}],
    [[80], {}],
    ["cpu", {}],
    [{ cpu: 80 }, { cpu: [80] }],
    [{ ping: [200, 100, 200] }, { ping: [100, 200] }],
    [{ cpu: "80", memory: [null, 90, "x"], disk: [], load: {} }, { memory: [90] }],
    [{ cpu: NaN, ping: [Infinity] }, {}],
    [{ speed: 1, constructor: 2, temperature: -5 }, { temperature: [-5] }],
  ];
  for (const [value, read] of cases) {
    it(`reads ${JSON.stringify(value)} of the deprecated setting`, () => {
      const settings = settingsOf({ thresholds: off, "charts.thresholds": value });
      assert.deepEqual(readChartThresholds(settings).lines, read);
    });
  }
});
