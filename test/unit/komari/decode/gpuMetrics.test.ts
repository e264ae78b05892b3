import assert from "node:assert/strict";
import { decodeGpuMetrics } from "../../../../src/komari/decode/gpuMetrics";

const at = (second: number) => `2026-11-22T12:00:0${second}Z`;
const ms = (second: number) => Date.parse(at(second));

function series(metric_key: string, values: readonly unknown[], tags?: unknown) {
  const points = values.map((value, second) => ({ time: at(second), value, count: 1 }));
  return { metric_key, entity_id: "n-1", tags, points };
}

const first = { device_index: "0", device_name: "RTX" };
const second = { device_index: "1" };

describe("decodeGpuMetrics", () => {
  it("has columns for each GPU, in order, with gaps where nothing is known", () => {
    const cards = decodeGpuMetrics({
      series: [
        series("gpu.device.usage", [5, 0], second),
        series("gpu.device.usage", [70, null, 72], first),
        series("gpu.memory.used", [10, 20, 30], first),
        series("gpu.memory.total", [40, 0, -1], first),
        series("gpu.temperature", [0, 66, "hot"], first),
        series("cpu.usage", [1, 2], first),
      ],
    });
    assert.deepEqual(cards, [
      {
        index: 0,
        name: "RTX",
        times: Float64Array.of(ms(0), ms(1), ms(2)),
        usage: Float64Array.of(70, NaN, 72),
        memoryUsed: Float64Array.of(10, 20, 30),
        temperature: Float64Array.of(NaN, 66, NaN),
        memoryTotal: 40,
      },
      {
        index: 1,
        name: undefined,
        times: Float64Array.of(ms(0), ms(1)),
        usage: Float64Array.of(5, 0),
        memoryUsed: Float64Array.of(NaN, NaN),
        temperature: Float64Array.of(NaN, NaN),
        memoryTotal: undefined,
      },
    ]);
  });

  it("takes no value of a step that has none for 0", () => {
    const points = [
      { time: at(0), value: 7, count: 3 },
      { time: at(1), value: 0, count: 0 },
    ];
    const [card] = decodeGpuMetrics({
      series: [{ metric_key: "gpu.device.usage", points }],
    });
    assert.deepEqual(card?.usage, Float64Array.of(7));
  });

  it("uses the tags of points if the series has none", () => {
    const points = [
      { time: at(1), value: 5, tags: second },
      { time: at(0), value: 7, tags: first },
    ];
    const response = { series: [{ metric_key: "gpu.device.usage", points }] };
    assert.deepEqual(
      decodeGpuMetrics(response).map(({ index, usage }) => [index, usage[0]]),
      [
        [0, 7],
        [1, 5],
      ],
    );
  });

  it("is empty if nothing was recorded, and malformed for anything else", () => {
    const empty = [{ metric_key: "gpu.temperature", points: null }, null];
    for (const response of [{}, { series: null }, { series: empty }]) {
      assert.deepEqual(decodeGpuMetrics(response), []);
    }
    for (const response of [null, [], "x", { series: {} }]) {
      assert.throws(() => decodeGpuMetrics(response), { code: "malformed" });
    }
  });
});
