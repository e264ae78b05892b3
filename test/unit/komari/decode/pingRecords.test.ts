import assert from "node:assert/strict";
import { decodePingRecords } from "../../../../src/komari/decode/pingRecords";
import { RpcLocalError } from "../../../../src/rpc/errors";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";
const at = (second: number) => `2026-11-22T12:00:0${second}Z`;
const ms = (second: number) => Date.UTC(2026, 10, 22, 12, 0, second);

describe("decodePingRecords", () => {
  it("reads lost pings, and ids and clients that were left out", () => {
    const { records } = decodePingRecords({
      records: [
        { task_id: 1, time: at(2), value: -1, client: "n-1" },
        { time: at(1), value: 12 },
        { task_id: 1, time: at(3), client: "n-1" },
      ],
    });
    assert.deepEqual(records, [
      { taskId: 0, uuid: undefined, time: ms(1), latency: 12 },
      { taskId: 1, uuid: "n-1", time: ms(2), latency: "lost" },
    ]);
  });

  it("does without tasks and basic_info", () => {
    const { tasks, summaries, records } = decodePingRecords({ count: 0, records: [] });
    assert.deepEqual([tasks, summaries, records], [[], [], []]);
  });

  it("knows no times of a task that all pings were lost of, and no loss without pings", () => {
    const wire = { id: 1, name: "CF", avg: 0, min: 0, max: 0, latest: -1, p50: 0, p99: 0 };
    const { tasks } = decodePingRecords({
      records: [],
      tasks: [
        { ...wire, total: 43, loss: 100, interval: 5, type: "icmp", default_on: false },
        { ...wire, id: 2, total: 0, loss: 0 },
        { name: "no id" },
      ],
    });
    const [lost, unused] = tasks;
    assert.equal(tasks.length, 2);
    assert.equal(lost?.loss, 100);
    assert.equal(lost.average, undefined);
    assert.equal(lost.latest, undefined);
    assert.deepEqual(lost.unknown, { default_on: false });
    assert.equal(unused?.loss, undefined);
  });

  it("reads what the pings of a node came to", () => {
    const { summaries } = decodePingRecords({
      records: [],
      basic_info: [{ client: "n-1", loss: 100, min: 0, max: 0 }, { loss: 1 }],
    });
    assert.deepEqual(summaries, [{ uuid: "n-1", loss: 100, min: undefined, max: undefined }]);
  });

  it("is malformed for anything else", () => {
    for (const answer of [null, [], { records: { a: 1 } }]) {
      assert.throws(() => decodePingRecords(answer), malformed);
    }
  });
});
