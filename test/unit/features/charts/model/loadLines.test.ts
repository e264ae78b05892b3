import assert from "node:assert/strict";
import { gpuSeries, reportedGpus } from "../../../../../src/features/charts/model/loadLines";
import { type GpuColumns } from "../../../../../src/komari/model/records";
import { createChartHarness, linesOf, noon, only } from "../../../../builders/chartHarness";
import { buildStatus } from "../../../../builders/status";

const card = { name: "RTX", usage: 70, memoryUsed: 10, memoryTotal: 40, temperature: 66 };
const none = Float64Array.of(NaN, NaN);

function columns(overrides: Partial<GpuColumns> = {}): GpuColumns {
  return {
    index: 0,
    name: "RTX",
    times: Float64Array.of(1, 2),
    usage: Float64Array.of(70, 0),
    memoryUsed: Float64Array.of(10, 20),
    memoryTotal: 40,
    temperature: Float64Array.of(66, NaN),
    ...overrides,
  };
}

const named = (cards: readonly GpuColumns[]) =>
  gpuSeries(cards).flatMap(({ lines }) =>
    lines.map(({ id, metric, name, total }) => [id, metric, name, total]),
  );

describe("gpuSeries", () => {
  it("has lines for memory and temperature of a single GPU, but not for its usage", () => {
    assert.deepEqual(named([columns()]), [
      ["gpu:0:memory", "gpuMemory", "RTX", 40],
      ["gpu:0:temperature", "temperature", "RTX", undefined],
    ]);
  });

  it("numbers several GPUs", () => {
    const second = columns({ index: 1, name: undefined, temperature: none, memoryUsed: none });
    assert.deepEqual(
      named([columns(), second]).filter(([, metric]) => metric === "gpu"),
      [
        ["gpu:0:usage", "gpu", "RTX #1", undefined],
        ["gpu:1:usage", "gpu", "GPU #2", undefined],
      ],
    );
  });

  it("has no line without known values", () => {
    const bare = columns({ usage: none, memoryUsed: none, temperature: none });
    assert.deepEqual(named([bare, { ...bare, index: 1 }]), []);
  });
});

describe("reportedGpus", () => {
  it("has a column per GPU, with gaps where a report lacks a value", () => {
    const at = (time: number, gpus?: readonly (typeof card)[]) => buildStatus({ time, gpus });
    const samples = [at(1, [card]), at(2), at(3, [card, { ...card, name: "A2", usage: 0 }])];
    const cards = reportedGpus([...samples, at(9, [card])], { from: 0, to: 5 });
    assert.deepEqual(
      cards.map(({ name, times, usage }) => [name, [...times], [...usage]]),
      [
        ["RTX", [1, 3], [70, 70]],
        ["A2", [1, 3], [NaN, 0]],
      ],
    );
    assert.deepEqual(reportedGpus([at(2)], { from: 0, to: 5 }), []);
  });
});

describe("GPUs in the charts of a node", () => {
  const queryMetrics = "public:queryMetrics";
  const listMetrics = "public:listMetricDefinitions";
  const reported = {
    gpu: 35,
    gpu_count: 1,
    gpu_average_usage: 35,
    gpu_detailed_info: [{ name: "RTX", utilization: 35, memory_used: 1, memory_total: 4 }],
  };

  function metricPoint(metric_key: string, value: number) {
    const tags = { device_index: "0", device_name: "RTX" };
    return { metric_key, tags, points: [{ time: new Date(noon - 60_000).toISOString(), value }] };
  }

  it("are lines of the metric store, for the keys that it lists", async () => {
    const harness = createChartHarness({ methods: [queryMetrics, listMetrics] });
    harness.report({ a: reported });
    harness.server.answers.set(listMetrics, () => [{ name: "gpu.memory.used" }]);
    let requested: unknown;
    harness.server.answers.set(queryMetrics, (params) => {
      requested = params;
      return { series: [metricPoint("gpu.memory.used", 3)] };
    });
    const lines = linesOf(only(await harness.open(), "data")[0]?.series ?? []);
    assert.deepEqual(lines.get("gpu:0:memory")?.values, [3]);
    assert.deepEqual(requested, { metric_keys: ["gpu.memory.used"], entity_id: "a", hours: 1 });
  });

  it("leave the load lines unchanged if the store fails", async () => {
    const harness = createChartHarness({ methods: [queryMetrics, listMetrics] });
    harness.report({ a: reported });
    const messages = await harness.open();
    assert.ok(linesOf(only(messages, "data")[0]?.series ?? []).has("cpu"));
    assert.deepEqual(only(messages, "notice"), []);
  });

  it("are not requested for a node without one", async () => {
    const harness = createChartHarness({ methods: [queryMetrics, listMetrics] });
    await harness.open();
    assert.equal(harness.server.count(listMetrics) + harness.server.count(queryMetrics), 0);
  });

  it("are lines of the live reports in a live chart", async () => {
    const harness = createChartHarness();
    harness.report({ a: reported });
    const messages = await harness.open({ span: { kind: "live" } });
    const lines = linesOf(only(messages, "data")[0]?.series ?? []);
    assert.equal(lines.get("gpu:0:memory")?.values.at(-1), 1);
    assert.equal(lines.get("gpu:0:memory")?.total, 4);
    assert.equal(lines.get("gpu")?.values.at(-1), 35);
  });
});
