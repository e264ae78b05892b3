import assert from "node:assert/strict";
import { wireNumbers } from "../../../../src/komari/decode/metricWire";
import { decodeLoadRecords } from "../../../../src/komari/decode/records/loadRecords";
import { liveSample } from "../../../../src/komari/decode/sample";
import { decodeLatestStatus } from "../../../../src/komari/decode/status";

const time = "2026-11-22T12:00:00Z";

describe("metricWire", () => {
  for (const { field, key } of wireNumbers) {
    it(`has ${field} where statuses, recent reports and records have it`, () => {
      const row = { time, connections_udp: 0, ram_total: 1, [key]: 5 };
      const status = decodeLatestStatus({ a: { client: "a", online: true, ...row } }).get("a");
      const history = decodeLoadRecords({ records: { a: [row] } }).nodes.get("a");
      assert.equal(status?.[field], 5);
      assert.equal(liveSample(row)[field], 5);
      assert.equal(history?.fields[field]?.[0], 5);
    });
  }
});
