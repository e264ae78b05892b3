import assert from "node:assert/strict";
import { readChartThresholds } from "../../../src/platform/chartThresholds";
import { settingsOf } from "./settingsOf";

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

describe("readChartThresholds", () => {
  for (const [value, read] of cases) {
    it(`reads ${JSON.stringify(value)}`, () => {
      assert.deepEqual(readChartThresholds(settingsOf({ "charts.thresholds": value })), read);
    });
  }
});
