import assert from "node:assert/strict";
import { wireNumbers } from "../../src/komari/decode/metricWire";
import { type WireRecord } from "../../src/komari/decode/primitives";
import { type Sample } from "../../src/komari/model/model";
import { type LoadColumns } from "../../src/komari/model/records";
import { isRecord } from "../../src/util/json";

/** What a sample takes as it is; unknown numbers are 0 on the wire. TCP connections differ. */
const sampleNumbers = wireNumbers.filter(({ field }) => field !== "tcpConnections");

export function checkSample(sample: Sample, record: WireRecord, tcp: number | undefined): void {
  for (const { field, key } of sampleNumbers) {
    const value = record[key] ?? 0;
    // 1.4.3 sampled a counter down to less than 0 once: nobody can say what that means.
    assert.equal(sample[field] ?? 0, typeof value === "number" && value < 0 ? 0 : value, key);
  }
  assert.equal(sample.time, Date.parse(String(record.time)));
  assert.equal(sample.tcpConnections, tcp);
}

export function tcpOfBoth({ connections, connections_udp }: WireRecord): number {
  assert(typeof connections === "number" && typeof connections_udp === "number");
  return connections - connections_udp;
}

/** Value by value: what is unknown is 0 or absent on the wire, and NaN or no column here. */
export function checkColumns(
  { times, fields }: LoadColumns,
  wire: readonly WireRecord[],
  tcp: (record: WireRecord) => unknown,
): void {
  assert.deepEqual(
    [...times],
    wire.map(({ time }) => Date.parse(String(time))),
  );
  for (const { field, key } of wireNumbers) {
    const column = fields[field];
    assert(column === undefined || column.length === times.length);
    wire.forEach((record, row) => {
      const value = (field === "tcpConnections" ? tcp(record) : record[key]) ?? 0;
      const shown = column?.[row] ?? NaN;
      const known = Number.isNaN(shown) ? 0 : shown;
      assert.equal(known, typeof value === "number" && value < 0 ? 0 : value, field);
    });
  }
}

/** Stable, as the rows of one second stay in the server's order. */
export function byTime(rows: readonly unknown[]): readonly WireRecord[] {
  const time = (row: WireRecord) => Date.parse(String(row.time));
  return rows.filter(isRecord).toSorted((a, b) => time(a) - time(b));
}
