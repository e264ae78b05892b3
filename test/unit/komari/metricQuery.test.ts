import assert from "node:assert/strict";
import { queryKnownMetrics, recordedMetrics } from "../../../src/komari/metricQuery";
import { RpcRemoteError } from "../../../src/rpc/errors";

/** A server that knows some metrics, and fails a query with any other. */
function serverWith(...known: readonly string[]) {
  const requested: (readonly string[])[] = [];
  const ask = async (keys: readonly string[]) => {
    requested.push(keys);
    const unknown = keys.find((key) => !known.includes(key));
    if (unknown !== undefined) {
      throw new RpcRemoteError(-32602, `unknown metric key: ${unknown}`, undefined);
    }
    return Promise.resolve(keys.length);
  };
  return { requested, ask };
}

describe("queryKnownMetrics", () => {
  it("queries the keys that the server lists", async () => {
    const { requested, ask } = serverWith("a", "c");
    assert.equal(await queryKnownMetrics(["a", "b", "c"], new Set(["a", "c", "d"]), ask), 2);
    assert.deepEqual(requested, [["a", "c"]]);
  });

  it("queries again without each key that the server rejects", async () => {
    const { requested, ask } = serverWith("b");
    assert.equal(await queryKnownMetrics(["a", "b", "c"], undefined, ask), 1);
    assert.deepEqual(requested, [["a", "b", "c"], ["b", "c"], ["b"]]);
  });

  for (const words of [
    "unknown metric keys: gpu.a, gpu.b",
    'metric "gpu.a" not found; also: gpu.b',
    "未知的指标键：gpu.a，gpu.b",
    "unknown metric key: gpu.a.",
    "gpu.a is unknown (known: cpu.usage)",
  ]) {
    it(`finds the key in "${words}"`, async () => {
      const requested: (readonly string[])[] = [];
      const ask = (keys: readonly string[]) => {
        requested.push(keys);
        return keys.includes("gpu.a")
          ? Promise.reject(new RpcRemoteError(-32602, words, undefined))
          : Promise.resolve("rows");
      };
      assert.equal(await queryKnownMetrics(["gpu", "cpu.usage", "gpu.a"], undefined, ask), "rows");
      assert.deepEqual(requested.at(-1), ["gpu", "cpu.usage"]);
    });
  }

  it("queries nothing if no key is known", async () => {
    const { requested, ask } = serverWith();
    assert.equal(await queryKnownMetrics(["a"], new Set(), ask), undefined);
    assert.deepEqual(requested, []);
    assert.equal(await queryKnownMetrics(["a", "b"], undefined, ask), undefined);
    assert.equal(requested.length, 2);
  });

  it("rejects with any other error, and with one that names no key of the query", async () => {
    for (const error of [
      new RpcRemoteError(-32602, "query capacity reached; retry later", undefined),
      new RpcRemoteError(-32602, "unknown metric key: other", undefined),
      new RpcRemoteError(-32603, "unknown metric key: a", undefined),
      new Error("unknown metric key: a"),
    ]) {
      await assert.rejects(
        queryKnownMetrics(["a"], undefined, () => Promise.reject(error)),
        error,
      );
    }
  });
});

describe("recordedMetrics", () => {
  it("has the names of metrics with a retention", () => {
    const definitions = [
      { name: "a", retention_days: 30 },
      { name: "b", retention_days: 0 },
      { name: "c" },
      { name: 5 },
      null,
    ];
    assert.deepEqual([...(recordedMetrics(definitions) ?? [])], ["a", "c"]);
  });

  it("is undefined for anything but a list", () => {
    for (const response of [undefined, null, {}, "x"]) {
      assert.equal(recordedMetrics(response), undefined);
    }
  });
});
