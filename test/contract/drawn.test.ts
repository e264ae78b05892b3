import assert from "node:assert/strict";
import { toColumns } from "../../src/komari/decode/records/columns";
import { decodeLoadRecords } from "../../src/komari/decode/records/loadRecords";
import { decodePingRecords } from "../../src/komari/decode/records/pingRecords";
import { isArray, type WireRecord } from "../../src/komari/decode/primitives";
import { decodeRecent } from "../../src/komari/decode/recent";
import { loadSeries, unknownMachine } from "../../src/features/charts/model/loadLines";
import { pingSeries } from "../../src/features/charts/model/pingLines";
import { encodeSeries, type RawSeries } from "../../src/features/charts/model/snapshot";
import { lostPing } from "../../src/shared/series";
import { isRecord } from "../../src/util/json";
import { type Line } from "../../webview/chart/data/line";
import { LineStore } from "../../webview/chart/data/lineStore";
import { readRecorded, recordedVersions, resultOf } from "./recordedResponses";
import { byTime } from "./recordedSamples";

/** What each line of load is of a row. A total, GPU or temperature of 0 says that nothing is known. */
const loadFields = [
  ["cpu", "cpu"],
  ["load", "load"],
  ["memory", "ram"],
  ["swap", "swap"],
  ["disk", "disk"],
  ["networkIn", "net_in"],
  ["networkOut", "net_out"],
  ["totalDown", "net_total_down"],
  ["totalUp", "net_total_up"],
  ["udpConnections", "connections_udp"],
  ["processes", "process"],
] as const;

const span = { query: 1, from: 0, to: 1, others: [], sampled: false } as const;

/** As the panel has it after the way through the codec. */
function drawn(series: readonly RawSeries[]): LineStore {
  const store = new LineStore();
  // A message is a structured clone on its way.
  store.set(structuredClone({ ...span, series: encodeSeries(series) }));
  return store;
}

function timeOf({ time }: WireRecord): number {
  return Date.parse(String(time));
}

/** To the last bit for small values; counters to a millionth of what they moved. */
function assertClose(actual: number | undefined, expected: number, spread: number): void {
  const error = Math.abs((actual ?? NaN) - expected);
  assert.ok(error <= Math.max(Math.abs(spread), 1e-3) * 1e-6, `${actual} for ${expected}`);
}

function checkColumn(line: Line | undefined, rows: readonly WireRecord[], key: string): void {
  const values = rows.map((row) => Number(row[key]));
  if (line === undefined) {
    // Nothing to draw: not sent, or a machine that has none of it.
    assert.ok(
      values.every((value) => Number.isNaN(value) || value === 0),
      key,
    );
    return;
  }
  assert.deepEqual([...line.times], rows.map(timeOf), key);
  const spread = Math.max(...values) - Math.min(...values, 0);
  line.values.forEach((value, index) => {
    const expected = values[index] ?? NaN;
    if (expected < 0) assert.ok(Number.isNaN(value), "less than nothing is not known");
    else assertClose(value, expected, spread);
  });
}

function checkLoad(
  store: LineStore,
  rows: readonly WireRecord[],
  tcp: (row: WireRecord) => number,
) {
  for (const [id, key] of loadFields) {
    if (rows.some((row) => key in row)) checkColumn(store.get(id), rows, key);
    else assert.equal(store.get(id), undefined, key);
  }
  const known = rows.every(
    ({ connections, cpu }) => cpu !== undefined && connections !== undefined,
  );
  if (known) {
    const counted = rows.map((row) => ({ ...row, tcp: tcp(row) }));
    checkColumn(store.get("tcpConnections"), counted, "tcp");
  }
  for (const [id, key] of [
    ["gpu", "gpu"],
    ["temperature", "temp"],
  ] as const) {
    const real = rows.some((row) => Number(row[key] ?? 0) !== 0);
    assert.equal(store.get(id) !== undefined, real, `${id} is drawn where it is real`);
  }
}

function checkLoadRecords(result: unknown): void {
  assert(isRecord(result) && isRecord(result.records));
  const { nodes } = decodeLoadRecords(result);
  for (const [uuid, rows] of Object.entries(result.records)) {
    assert(isArray(rows));
    const columns = nodes.get(uuid);
    const series = columns && loadSeries(columns, unknownMachine);
    const store = drawn(series === undefined ? [] : [series]);
    if (rows.length === 0) assert.deepEqual(store.lines, []);
    else checkLoad(store, byTime(rows), ({ connections }) => Number(connections));
  }
}

function checkRecent(result: unknown): void {
  assert(isRecord(result) && isArray(result.records));
  const series = loadSeries(toColumns(decodeRecent(result).samples), unknownMachine);
  const store = drawn(series === undefined ? [] : [series]);
  const both = ({ connections, connections_udp }: WireRecord) =>
    Number(connections) - Number(connections_udp);
  checkLoad(store, byTime(result.records), both);
}

/** Every row is drawn, those of all nodes and tasks, and nothing besides; lost ones as lost. */
function checkPingRecords(result: unknown): void {
  assert(isRecord(result) && isArray(result.records));
  const history = decodePingRecords(result);
  const rows = byTime(result.records);
  const seen = new Set<WireRecord>();
  for (const columns of history.series) {
    const answer = { ...history, from: 0, to: 1, sampled: false, counted: { from: 0, to: 1 } };
    const store = drawn(pingSeries({ ...answer, series: [columns] }, undefined));
    const own = rows.filter(
      ({ task_id, client }) => (task_id ?? 0) === columns.taskId && client === columns.uuid,
    );
    const line = store.get(`ping:${columns.taskId}`);
    assert.deepEqual([...(line?.times ?? [])], own.map(timeOf));
    own.forEach((row, index) => {
      seen.add(row);
      const value = Number(row.value);
      assert.equal(line?.values[index], value < 0 ? lostPing : value);
    });
  }
  assert.equal(seen.size, rows.length);
}

for (const version of recordedVersions) {
  describe(`LineStore with recorded ${version}`, () => {
    const server = readRecorded(version);
    const lost: string[] = [];

    for (const recording of server.all) {
      const { method, params, response } = recording;
      if (!isRecord(response) || !("result" in response)) continue;
      const ping = isRecord(params) && params.type === "ping";
      const check =
        method === "common:getNodeRecentStatus"
          ? checkRecent
          : method !== "common:getRecords"
            ? undefined
            : ping
              ? checkPingRecords
              : checkLoadRecords;
      if (check === undefined) continue;
      if (ping && JSON.stringify(response).includes('"value":-1')) lost.push(recording.name);
      it(recording.name, () => check(resultOf(recording)));
    }

    // The machine was off for half an hour, and for two days.
    for (const [name, stepMs] of [
      ["load-hours-4-with-gap", 60_000],
      ["load-hours-168-with-gap", 3_600_000],
    ] as const) {
      it(`leaves the line open where ${name} has no rows`, () => {
        const { nodes } = decodeLoadRecords(server.result(name));
        const [columns] = nodes.values();
        const series = columns && loadSeries(columns, unknownMachine);
        const store = drawn(series === undefined ? [] : [series]);
        const [line] = store.lines;
        assert(line !== undefined);
        const rests = [...line.times].flatMap((time, index) => {
          const next = line.times[index + 1] ?? time;
          return next - time > 5 * stepMs ? [{ from: time, to: next }] : [];
        });
        assert.equal(rests.length, 1);
        const gaps = store.gapsOf(line);
        assert.deepEqual(
          gaps.filter(({ from, to }) => to - from > 5 * stepMs),
          rests,
        );
        for (const { from, to } of gaps) assert.ok(to - from > 2.5 * store.intervalOf(line));
      });
    }

    it("has answers with lost pings among them", () => assert.ok(lost.length > 0));
  });
}
