import { type SampleField } from "../../../../../src/shared/metrics";
import assert from "node:assert/strict";
import { decodeLoadRecords } from "../../../../../src/komari/decode/records/loadRecords";
import { RpcLocalError } from "../../../../../src/rpc/errors";
import { rowsOf } from "../../../../builders/recordsResponse";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";
const at = (second: number) => `2026-11-22T12:00:0${second}Z`;
const ms = (second: number) => Date.UTC(2026, 10, 22, 12, 0, second);

describe("decodeLoadRecords", () => {
  const row = {
    client: "n-1",
    time: at(1),
    cpu: 5,
    ram: 3,
    ram_total: 0,
    swap_total: 0,
    disk_total: 0,
    temp: 0,
    connections: 9,
    connections_udp: 4,
    traffic_up: 7,
  };

  it("takes a map, with TCP alone and without the totals that history lacks", () => {
    const response = { count: 1, records: { "n-1": [row], "": [row] }, from: at(0), to: at(2) };
    const { nodes, rows, from, to } = decodeLoadRecords(response);
    assert.deepEqual([...nodes.keys()], ["n-1"]);
    const known = { cpu: 5, memory: 3, tcpConnections: 9, udpConnections: 4 };
    assert.deepEqual([...nodes.values()].map(rowsOf), [[{ time: ms(1), ...known }]]);
    assert.deepEqual([rows, from, to], [1, ms(0), ms(2)]);
  });

  const meanings: Readonly<
    Record<string, readonly [field: SampleField, known: readonly number[]]>
  > = {
    cpu: ["cpu", [0, 5]],
    gpu: ["gpu", [0, 5]],
    ram: ["memory", [0, 5]],
    ram_total: ["memoryTotal", [5]],
    swap: ["swap", [0, 5]],
    swap_total: ["swapTotal", [5]],
    disk: ["disk", [0, 5]],
    disk_total: ["diskTotal", [5]],
    load: ["load", [0, 5]],
    temp: ["temperature", [-1, 5]],
    net_in: ["networkIn", [0, 5]],
    net_out: ["networkOut", [0, 5]],
    net_total_up: ["totalUp", [0, 5]],
    net_total_down: ["totalDown", [0, 5]],
    process: ["processes", [0, 5]],
    connections: ["tcpConnections", [0, 5]],
    connections_udp: ["udpConnections", [0, 5]],
  };
  for (const [key, [field, known]] of Object.entries(meanings)) {
    it(`knows of ${key}: ${known.join()}`, () => {
      const values = [-1, 0, 5, null, "5", Infinity];
      const rows = values.map((value, second) => ({ time: at(second), [key]: value }));
      const columns = decodeLoadRecords({ records: { n: rows } }).nodes.get("n");
      assert.deepEqual(Object.keys(columns?.fields ?? {}), [field]);
      const column = [...(columns?.fields[field] ?? [])];
      assert.equal(column.length, values.length);
      assert.deepEqual(
        column.filter((value) => !Number.isNaN(value)),
        known,
      );
    });
  }

  it("takes the list that the documentation promises", () => {
    const { nodes } = decodeLoadRecords({ records: [row, { ...row, client: "n-2" }, {}, row] });
    assert.equal(nodes.get("n-1")?.times.length, 2);
    assert.equal(nodes.get("n-2")?.times.length, 1);
    assert.equal(nodes.size, 2);
  });

  it("puts rows in order and drops those without a time", () => {
    const rows = [3, 1, 2].map((second) => ({ time: at(second), cpu: second }));
    const { nodes } = decodeLoadRecords({ records: { n: [...rows, { cpu: 9 }, "junk", null] } });
    assert.deepEqual([...(nodes.get("n")?.times ?? [])], [ms(1), ms(2), ms(3)]);
    assert.deepEqual([...(nodes.get("n")?.fields.cpu ?? [])], [1, 2, 3]);
  });

  it("leaves out the columns of a node of which only others have values", () => {
    const { nodes } = decodeLoadRecords({
      records: { a: [{ time: at(1), temp: 5 }], b: [{ time: at(1), temp: 0, cpu: 1 }] },
    });
    assert.deepEqual(Object.keys(nodes.get("b")?.fields ?? {}), ["cpu"]);
  });

  it("keeps nodes whose rows were sampled away", () => {
    const { nodes } = decodeLoadRecords({ records: { "n-1": [], "n-2": null } });
    assert.deepEqual([...nodes], [["n-1", { times: new Float64Array(0), fields: {} }]]);
  });

  it("is empty for null, and malformed for anything else", () => {
    assert.equal(decodeLoadRecords({ records: null }).nodes.size, 0);
    assert.equal(decodeLoadRecords({}).nodes.size, 0);
    for (const response of [null, [], 5, { records: "x" }]) {
      assert.throws(() => decodeLoadRecords(response), malformed);
    }
  });
});
