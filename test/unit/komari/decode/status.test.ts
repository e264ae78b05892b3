import assert from "node:assert/strict";
import { decodeLatestStatus } from "../../../../src/komari/decode/status";
import { RpcLocalError } from "../../../../src/rpc/errors";

const malformed = (error: unknown) => error instanceof RpcLocalError && error.code === "malformed";

function statusOf(fields: Record<string, unknown>) {
  const status = decodeLatestStatus({ "n-1": { client: "n-1", ...fields } }).get("n-1");
  assert(status !== undefined);
  return status;
}

describe("decodeLatestStatus", () => {
  it("takes a map, a bare status and a list", () => {
    const status = { client: "n-1", online: true };
    for (const answer of [{ "n-1": status }, status, [status]]) {
      assert.equal(decodeLatestStatus(answer).get("n-1")?.online, true);
    }
  });

  it("is empty after a restart of the server", () => {
    assert.equal(decodeLatestStatus({}).size, 0);
    assert.equal(decodeLatestStatus([]).size, 0);
  });

  it("drops the entry of no node, and junk", () => {
    const answer = { "": { client: "", cpu: 1 }, "n-1": { client: "n-1" }, "n-2": null };
    assert.deepEqual([...decodeLatestStatus(answer).keys()], ["n-1"]);
  });

  it("is malformed for anything else", () => {
    for (const answer of [null, "x", 5, ["x"], { status: "error", message: "no" }]) {
      assert.throws(() => decodeLatestStatus(answer), malformed);
    }
  });
});

describe("a status", () => {
  it("splits TCP from UDP", () => {
    const both = statusOf({ connections: 51, connections_udp: 11 });
    assert.equal(both.tcpConnections, 40);
    assert.equal(both.udpConnections, 11);
    assert.equal(statusOf({ connections: 3, connections_udp: 5 }).tcpConnections, 0);
    assert.equal(statusOf({ connections: 3 }).tcpConnections, undefined);
  });

  it("takes totals of 0 for unknown, but swap of 0 for none", () => {
    const bare = statusOf({ ram: 0, ram_total: 0, swap_total: 0, disk_total: 0 });
    assert.equal(bare.memoryTotal, undefined);
    assert.equal(bare.swapTotal, undefined);
    assert.equal(bare.diskTotal, undefined);
    assert.equal(statusOf({ ram_total: 8, swap_total: 0 }).swapTotal, 0);
  });

  it("knows neither GPU nor temperature of 0", () => {
    const status = statusOf({ gpu: 0, temp: 0 });
    assert.equal(status.gpu, undefined);
    assert.equal(status.temperature, undefined);
    assert.equal(statusOf({ temp: -4 }).temperature, -4);
    assert.equal(statusOf({ gpu: 12 }).gpu, 12);
  });

  it("believes an idle GPU of servers that count them", () => {
    const status = statusOf({
      gpu: 0,
      gpu_count: 2,
      gpu_average_usage: 0,
      gpu_detailed_info: [
        { name: "RTX", utilization: 0, memory_used: 5, memory_total: 24, temperature: 40 },
        "junk",
      ],
    });
    assert.equal(status.gpu, 0);
    assert.deepEqual(status.gpus, [
      { name: "RTX", usage: 0, memoryUsed: 5, memoryTotal: 24, temperature: 40 },
    ]);
    assert.deepEqual(status.unknown, {});
    assert.equal(statusOf({ gpu: 0, gpu_count: 0, gpu_average_usage: 0 }).gpu, undefined);
  });

  it("has no ping and no uptime on old servers", () => {
    const status = statusOf({ cpu: 0 });
    assert.equal(status.ping, undefined);
    assert.equal(status.uptimeSeconds, undefined);
    assert.equal(status.cpu, 0);
  });

  it("reads pings by task, with none where none came back", () => {
    const { ping } = statusOf({
      ping: {
        10: { name: "b", latest: 30, avg: 22, tail: 0, loss: 20, min: 15, max: 30 },
        2: { name: "a", latest: -1, avg: 0, tail: 0, loss: 100, min: 0, max: 0 },
        x: {},
        3: null,
      },
    });
    const none = { latest: undefined, average: undefined, min: undefined, max: undefined };
    assert.deepEqual(ping, [
      { taskId: 2, name: "a", ...none, loss: 100, tail: undefined },
      { taskId: 10, name: "b", latest: 30, average: 22, min: 15, max: 30, loss: 20, tail: 0 },
    ]);
    assert.deepEqual(statusOf({ ping: {} }).ping, []);
  });

  it("survives fields of any type and keeps unknown ones", () => {
    const status = statusOf({ cpu: "9", ram: -1, time: 5, online: "yes", ping: [], extra: null });
    assert.equal(status.cpu, undefined);
    assert.equal(status.memoryUsed, undefined);
    assert.equal(status.time, undefined);
    assert.equal(status.online, false);
    assert.deepEqual(status.unknown, { extra: null });
  });
});
