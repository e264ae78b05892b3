import assert from "node:assert/strict";
import { toColumns } from "../../../../../src/komari/decode/records/columns";
import { decodeRecent } from "../../../../../src/komari/decode/recent";
import { rowsOf } from "../../../../builders/recordsResponse";

const at = (second: number) => `2026-11-22T12:00:0${second}Z`;
const ms = (second: number) => Date.UTC(2026, 10, 22, 12, 0, second);

describe("toColumns", () => {
  it("keeps what samples know, a swap of 0 too", () => {
    const { samples } = decodeRecent({
      records: [
        { time: at(1), cpu: 5, ram_total: 8, connections: 9, connections_udp: 4 },
        { time: at(2), cpu: 6, temp: 40 },
      ],
    });
    const columns = toColumns(samples);
    assert.deepEqual(rowsOf(columns), [
      { time: ms(1), cpu: 5, memoryTotal: 8, swapTotal: 0, tcpConnections: 5, udpConnections: 4 },
      { time: ms(2), cpu: 6, temperature: 40 },
    ]);
    assert.equal(columns.fields.gpu, undefined);
  });

  it("puts samples in order and drops those without a time", () => {
    const [sample] = decodeRecent({ records: [{ time: at(1) }] }).samples;
    assert(sample !== undefined);
    const cpu = (time: number | undefined, value: number) => ({ ...sample, time, cpu: value });
    const { times, fields } = toColumns([cpu(3, 30), cpu(undefined, 0), cpu(1, 10)]);
    assert.deepEqual([...times], [1, 3]);
    assert.deepEqual([...(fields.cpu ?? [])], [10, 30]);
  });

  it("is empty without samples", () => {
    assert.deepEqual(toColumns([]), { times: new Float64Array(0), fields: {} });
  });
});
