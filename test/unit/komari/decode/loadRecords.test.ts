import assert from "node:assert/strict";
import { decodeLoadRecords } from "../../../../src/komari/decode/loadRecords";
import { RpcLocalError } from "../../../../src/rpc/errors";

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
    const answer = { count: 1, records: { "n-1": [row], "": [row] }, from: at(0), to: at(2) };
    const { records, from, to } = decodeLoadRecords(answer);
    assert.deepEqual([...records.keys()], ["n-1"]);
    const [sample] = records.get("n-1") ?? [];
    assert.equal(sample?.tcpConnections, 9);
    assert.equal(sample.udpConnections, 4);
    assert.equal(sample.memoryTotal, undefined);
    assert.equal(sample.swapTotal, undefined);
    assert.equal(sample.temperature, undefined);
    assert.equal(sample.trafficUp, 7);
    assert.equal(sample.trafficDown, undefined);
    assert.deepEqual([from, to], [ms(0), ms(2)]);
  });

  it("takes the list that the documentation promises", () => {
    const { records } = decodeLoadRecords({ records: [row, { ...row, client: "n-2" }, {}, row] });
    assert.equal(records.get("n-1")?.length, 2);
    assert.equal(records.get("n-2")?.length, 1);
    assert.equal(records.size, 2);
  });

  it("keeps nodes whose rows were sampled away", () => {
    const { records } = decodeLoadRecords({ records: { "n-1": [], "n-2": null } });
    assert.deepEqual([...records], [["n-1", []]]);
  });

  it("is empty for null, and malformed for anything else", () => {
    assert.equal(decodeLoadRecords({ records: null }).records.size, 0);
    assert.equal(decodeLoadRecords({}).records.size, 0);
    for (const answer of [null, [], 5, { records: "x" }]) {
      assert.throws(() => decodeLoadRecords(answer), malformed);
    }
  });
});
