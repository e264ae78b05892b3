import assert from "node:assert/strict";
import { needsNewFrame } from "../../../../../webview/chart/state/setupChange";
import { setupOf } from "./setup";

describe("another setup", () => {
  const setup = setupOf();
  const layout = { ...setup.layout, smooth: true };

  for (const { name, change, expected } of [
    { name: "the same", change: {}, expected: false },
    { name: "another layout", change: { layout }, expected: false },
    { name: "other names", change: { title: "web-02", serverName: "Other" }, expected: false },
    { name: "other thresholds", change: { thresholds: { cpu: [90] } }, expected: false },
    { name: "another language", change: { locale: "zh-cn" }, expected: true },
    { name: "other spans", change: { hours: [1, 4] }, expected: true },
    { name: "records kept for longer", change: { keptHours: 9000 }, expected: true },
    { name: "another metric", change: { metrics: ["cpu"] as const }, expected: true },
    { name: "another ping task", change: { tasks: [{ id: 1, name: "a" }] }, expected: true },
  ]) {
    it(`of ${name} ${expected ? "needs" : "does not need"} another frame`, () =>
      assert.equal(needsNewFrame({ ...setup, ...change }, setup), expected));
  }
});
