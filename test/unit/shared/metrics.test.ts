import assert from "node:assert/strict";
import {
  chartIds,
  metricKeys,
  metricsOf,
  sampledMetrics,
  sampleFields,
  tokenOf,
} from "../../../src/shared/metrics";

describe("metrics", () => {
  it("are all sampled but those of single GPUs and pings", () => {
    const others = metricKeys.filter((key) => !sampledMetrics.some((each) => each === key));
    assert.deepEqual(others, ["gpuMemory", "ping"]);
  });

  it("have a field of samples each, and one for their total", () => {
    const totals = sampleFields.filter((field) => field.endsWith("Total"));
    assert.deepEqual(totals, ["memoryTotal", "swapTotal", "diskTotal"]);
    assert.equal(new Set(sampleFields).size, sampledMetrics.length + totals.length);
  });

  it("are in a chart each, and no chart is without one", () => {
    const charted = chartIds.map(metricsOf);
    assert(charted.every(({ length }) => length > 0));
    assert.deepEqual(charted.flat().sort(), [...metricKeys].sort());
  });

  it("have no token in common", () => {
    const tokens = metricKeys.flatMap((key) => tokenOf(key) ?? []);
    assert.equal(new Set(tokens).size, tokens.length);
  });
});
