import assert from "node:assert/strict";
import { decodeRecent } from "../../../../src/komari/decode/recent";
import { RpcLocalError } from "../../../../src/rpc/errors";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";
const at = (second: number) => `2026-11-22T12:00:0${second}Z`;

describe("decodeRecent", () => {
  it("puts mixed up rows in order and drops those without a time", () => {
    const rows = [3, 1, 2].map((second) => ({ time: at(second), cpu: second }));
    const { samples } = decodeRecent({ count: 4, records: [...rows, { cpu: 9 }, "junk", null] });
    assert.deepEqual(
      samples.map(({ cpu }) => cpu),
      [1, 2, 3],
    );
  });

  it("splits connections, which are of both kinds here", () => {
    const row = { time: at(1), connections: 9, connections_udp: 4 };
    const [sample] = decodeRecent({ records: [row] }).samples;
    assert.equal(sample?.tcpConnections, 5);
  });

  it("is empty without records, and malformed for anything else", () => {
    assert.deepEqual(decodeRecent({ count: 0, records: null }), { samples: [] });
    for (const response of [null, [], "x", { records: {} }]) {
      assert.throws(() => decodeRecent(response), malformed);
    }
  });
});
