import assert from "node:assert/strict";
import { decodePingRecords } from "../../../../../src/komari/decode/records/pingRecords";
import { RpcLocalError } from "../../../../../src/rpc/errors";
import { lostPing } from "../../../../../src/shared/series";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";
const at = (second: number) => `2026-11-22T12:00:0${second}Z`;
const ms = (second: number) => Date.UTC(2026, 10, 22, 12, 0, second);

describe("decodePingRecords", () => {
  it("reads lost pings, and ids and clients that were left out", () => {
    const { series, rows } = decodePingRecords({
      records: [
        { task_id: 1, time: at(2), value: -1, client: "n-1" },
        { time: at(1), value: 12 },
        { task_id: 1, time: at(3), client: "n-1" },
        { task_id: 1, value: 5, client: "n-1" },
        { task_id: "1", time: at(4), value: 0, client: "n-1" },
      ],
    });
    const column = (...values: number[]) => Float64Array.from(values);
    assert.deepEqual(series, [
      { taskId: 1, uuid: "n-1", times: column(ms(2), ms(4)), values: column(lostPing, 0) },
      { taskId: 0, uuid: undefined, times: column(ms(1)), values: column(12) },
    ]);
    assert.equal(rows, 3);
  });

  it("has a series for each task of each node, in order of time", () => {
    const pings = ["a 1 3", "b 1 1", "a 2 2", "a 1 1", "b 1 2", "a 1 2"].map((text) => {
      const [client, task, second] = text.split(" ");
      return { client, task_id: Number(task), time: at(Number(second)), value: Number(second) };
    });
    const { series } = decodePingRecords({ records: pings });
    assert.deepEqual(
      series.map(({ uuid, taskId, values }) => [uuid, taskId, ...values]),
      [
        ["a", 1, 1, 2, 3],
        ["b", 1, 1, 2],
        ["a", 2, 2],
      ],
    );
  });

  it("does without tasks", () => {
    const { tasks, series, rows } = decodePingRecords({ count: 0, records: [] });
    assert.deepEqual([tasks, series, rows], [[], [], 0]);
  });

  it("knows no times of a task that all pings were lost of, and no loss without pings", () => {
    const wire = { id: 1, name: "CF", avg: 0, min: 0, max: 0, latest: -1, p50: 0, p99: 0 };
    const { tasks } = decodePingRecords({
      records: [],
      tasks: [
        { ...wire, total: 43, loss: 100, interval: 5, type: "icmp" },
        { ...wire, id: 2, total: 0, loss: 0 },
        { name: "no id" },
      ],
    });
    const [lost, unused] = tasks;
    assert.equal(tasks.length, 2);
    assert.equal(lost?.loss, 100);
    assert.equal(lost.average, undefined);
    assert.equal(lost.latest, undefined);
    assert.equal(unused?.loss, undefined);
  });

  it("is malformed for anything else", () => {
    for (const response of [null, [], { records: { a: 1 } }]) {
      assert.throws(() => decodePingRecords(response), malformed);
    }
  });
});
