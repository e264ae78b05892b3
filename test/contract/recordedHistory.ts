import assert from "node:assert/strict";
import { decodePingStats } from "../../src/komari/decode/pingStats";
import { isArray } from "../../src/komari/decode/primitives";
import { type RecordsFilter } from "../../src/komari/decode/records/recordsFilter";
import { type PingTaskStats } from "../../src/komari/model/model";
import { type PingHistory } from "../../src/komari/model/records";
import { lostPing } from "../../src/shared/series";
import { isRecord } from "../../src/util/json";
import { answerOf, cutEvery, recordsWays, throughFilter } from "../builders/recordsResponse";
import { byTime, checkColumns } from "./recordedSamples";

/** The answer decoded as it comes over a socket, and over POST in pieces, small and large. */
function inAllWays<T>(
  { filter, decode }: { filter: () => RecordsFilter<T>; decode: (result: unknown) => T },
  result: unknown,
): readonly T[] {
  const body = answerOf(result);
  const streamed = [401, 64 * 1024].map((size) => throughFilter(filter(), cutEvery(size, body)));
  return [decode(result), ...streamed];
}

export function checkLoadRecords(result: unknown): void {
  assert(isRecord(result) && isRecord(result.records));
  for (const history of inAllWays(recordsWays.load, result)) {
    assert.equal(history.from, Date.parse(String(result.from)));
    assert.equal(history.to, Date.parse(String(result.to)));
    assert.deepEqual([...history.nodes.keys()], Object.keys(result.records));
    assert.equal(history.rows, result.count);
    for (const [uuid, rows] of Object.entries(result.records)) {
      assert(isArray(rows));
      const columns = history.nodes.get(uuid);
      assert(columns !== undefined);
      checkColumns(columns, byTime(rows), ({ connections }) => connections);
    }
  }
}

export function checkPingRecords(result: unknown): void {
  assert(isRecord(result) && isArray(result.records));
  const wire = byTime(result.records);
  for (const history of inAllWays(recordsWays.ping, result)) {
    const { series, tasks, rows } = history;
    assert.equal(rows, wire.length);
    assert.equal(
      new Set(series.map(({ uuid, taskId }) => `${uuid} ${taskId}`)).size,
      series.length,
    );
    for (const { uuid, taskId, times, values } of series) {
      const own = wire.filter((row) => row.client === uuid && row.task_id === taskId);
      const pings = own.map(({ time, value }) => [Date.parse(String(time)), pingOf(value)]);
      assert.deepEqual(
        Array.from(times, (time, row) => [time, values[row]]),
        pings,
      );
      assert(own.length > 0);
    }
    assert.equal(tasks.length, isArray(result.tasks) ? result.tasks.length : 0);
    checkLoss(history);
  }
}

function pingOf(value: unknown): number {
  assert(typeof value === "number");
  return value < 0 ? lostPing : value;
}

/** The server's own count of a task, of which the response has all rows, is that of the columns. */
function checkLoss({ series, tasks }: PingHistory): void {
  for (const { id, loss, total } of tasks) {
    const values = series
      .filter(({ taskId }) => taskId === id)
      .flatMap(({ values: own }) => [...own]);
    if (total !== values.length || total === 0) continue;
    const lost = values.filter((value) => value === lostPing).length;
    assert(Math.abs((loss ?? NaN) - (lost / total) * 100) < 1e-9);
  }
}

export function checkPingStats(result: unknown): void {
  assert(isRecord(result) && isArray(result.stats));
  for (const record of result.stats.filter(isRecord)) {
    const stats = decodePingStats(result, String(record.entity_id));
    const task = stats.find(({ taskId }) => taskId === Number(record.task_id));
    assert(task !== undefined);
    for (const key of pingNumbers) assert.equal(task[key], record[key], key);
    checkAverage(task, record);
  }
}

/** Of the answered pings alone, whose sum is whole: the server's own has lost ones of -1 ms in it. */
function checkAverage(
  { average, minAverage }: PingTaskStats,
  { avg, valid }: Readonly<Record<string, unknown>>,
): void {
  if (average === undefined) {
    assert.equal(valid, 0);
    return;
  }
  assert.ok(average >= Number(avg));
  const sum = average * Number(valid);
  assert.ok(minAverage === avg || Math.abs(sum - Math.round(sum)) < 1e-6, `${average}`);
}

const pingNumbers = ["name", "latest", "min", "max", "p50", "p99", "loss", "total"] as const;
