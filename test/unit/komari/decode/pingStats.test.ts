import assert from "node:assert/strict";
import { decodePingStats } from "../../../../src/komari/decode/pingStats";

const stats = (...tasks: readonly object[]) => ({ interval_seconds: 60, stats: tasks, count: 1 });
const task = {
  entity_id: "n-1",
  task_id: "1",
  name: "Cloudflare",
  type: "icmp",
  total: 101,
  valid: 89,
  loss: 11.9,
  min: 9,
  max: 45,
  avg: 25.7,
  latest: 5,
  p50: 26,
  p99: 31.5,
  stddev: 3.5,
};

describe("decodePingStats", () => {
  it("reads the tasks of the node", () => {
    const response = stats(
      task,
      { ...task, entity_id: "n-2" },
      { ...task, task_id: 2 },
      { name: "x" },
    );
    const [first, second, ...others] = decodePingStats(response, "n-1");
    assert.deepEqual(first, {
      uuid: "n-1",
      taskId: 1,
      name: "Cloudflare",
      latest: 5,
      min: 9,
      max: 45,
      // A lost ping is -1 in 25.7, and it fits 90 of the 101 pings as well as 100.
      average: (25.7 * 101 + 12) / 89,
      minAverage: 25.7,
      p50: 26,
      p99: 31.5,
      loss: 11.9,
      total: 101,
    });
    assert.equal(second?.taskId, 2);
    assert.deepEqual(others, []);
  });

  it("reads those of all nodes, and whose they are", () => {
    const response = stats(task, { ...task, entity_id: "n-2" }, { ...task, entity_id: null });
    assert.deepEqual(
      decodePingStats(response).map(({ uuid }) => uuid),
      ["n-1", "n-2", undefined],
    );
  });

  it("knows no times where all pings were lost, and nothing without pings", () => {
    const { entity_id, task_id } = task;
    const [lost, unused] = decodePingStats(
      stats(
        { entity_id, task_id, total: 40, valid: 0, loss: 100 },
        { entity_id, task_id, total: 0, loss: 0 },
      ),
      "n-1",
    );
    assert.deepEqual([lost?.loss, lost?.average], [100, undefined]);
    assert.deepEqual([unused?.loss, unused?.total], [undefined, 0]);
  });

  it("takes no zeros for figures of pings that were not answered, or not counted", () => {
    const { entity_id, task_id } = task;
    const zeros = { loss: 0, avg: 0, min: 0, max: 0, latest: 0, p50: 0, p99: 0 };
    const entry = { entity_id, task_id, total: 9, valid: 0, ...zeros };
    const [lost, unknown] = decodePingStats(
      stats({ ...entry, loss: 100 }, { ...entry, valid_known: false }),
    );
    const none = { latest: undefined, average: undefined, min: undefined, max: undefined };
    const rest = { p50: undefined, p99: undefined, total: 9 };
    assert.deepEqual(lost, { uuid: "n-1", taskId: 1, name: "", loss: 100, ...none, ...rest });
    assert.deepEqual([unknown?.loss, unknown?.min, unknown?.average], Array(3).fill(undefined));
  });

  it("takes the average of a server that says how it counts as it is", () => {
    for (const more of [{ semantics: "probe" }, { window_semantics: "x" }, { valid_known: true }]) {
      const [own] = decodePingStats(stats({ ...task, ...more }), "n-1");
      assert.deepEqual([own?.average, own?.minAverage], [25.7, undefined]);
    }
  });

  it("keeps the kinds of pings of one task apart, and a loss of null unknown", () => {
    const { entity_id, task_id } = task;
    const kinds = decodePingStats(
      stats(
        { entity_id, task_id, family: "ipv4", protocol: "icmp", total: 60, loss: null },
        { entity_id, task_id, family: "ipv6", protocol: "", total: 60, loss: 0, role: "reference" },
      ),
      "n-1",
    );
    assert.deepEqual(
      kinds.map(({ taskId, family, protocol, role, loss }) => [
        ...[taskId, family, protocol, role, loss],
      ]),
      [
        [1, "ipv4", "icmp", undefined, undefined],
        [1, "ipv6", undefined, "reference", 0],
      ],
    );
  });

  it("is empty without statistics, and malformed for anything else", () => {
    assert.deepEqual(decodePingStats({ stats: null }, "n-1"), []);
    for (const response of [null, [], { stats: {} }]) {
      assert.throws(() => decodePingStats(response, "n-1"), { code: "malformed" });
    }
  });
});
