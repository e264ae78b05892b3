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
    for (const response of [{ "n-1": status }, status, [status]]) {
      assert.equal(decodeLatestStatus(response).get("n-1")?.online, true);
    }
  });

  it("is empty after a restart of the server", () => {
    assert.equal(decodeLatestStatus({}).size, 0);
    assert.equal(decodeLatestStatus([]).size, 0);
  });

  it("drops the entry of no node, and junk", () => {
    const response = { "": { client: "", cpu: 1 }, "n-1": { client: "n-1" }, "n-2": null };
    assert.deepEqual([...decodeLatestStatus(response).keys()], ["n-1"]);
  });

  it("is malformed for anything else", () => {
    for (const response of [null, "x", 5, ["x"], { status: "error", message: "no" }]) {
      assert.throws(() => decodeLatestStatus(response), malformed);
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
    assert.equal(statusOf({ gpu: 0, gpu_count: 0, gpu_average_usage: 0 }).gpu, undefined);
  });

  it("reads the GPUs of komari-retro out of gpu_detail", () => {
    const status = statusOf({
      gpu: 40,
      gpu_detail: { count: 1, average_usage: 40, detailed_info: [{ name: "A", utilization: 40 }] },
    });
    assert.equal(status.gpu, 40);
    assert.deepEqual(
      status.gpus?.map(({ name, usage }) => [name, usage]),
      [["A", 40]],
    );
    assert.equal(
      statusOf({ gpu: 0, gpu_detail: { count: 0, detailed_info: null } }).gpu,
      undefined,
    );
  });

  it("has no devices where the list is empty, null or of another type", () => {
    for (const list of [[], null, [null], "x", {}]) {
      assert.equal(statusOf({ gpu: 3, gpu_count: 1, gpu_detailed_info: list }).gpus, undefined);
    }
  });

  it("reads TCP connections of their own field, and the sum otherwise", () => {
    const apart = statusOf({ connections: 57, connections_tcp: 48, connections_udp: null });
    assert.deepEqual([apart.tcpConnections, apart.udpConnections], [48, undefined]);
    const sum = statusOf({ connections: 57, connections_tcp: null, connections_udp: 9 });
    assert.deepEqual([sum.tcpConnections, sum.udpConnections], [48, 9]);
  });

  it("has an unknown swap total for null or text, and no swap for 0", () => {
    for (const swap_total of [null, "1", -1]) {
      assert.equal(statusOf({ ram_total: 8, swap_total }).swapTotal, undefined);
    }
    assert.equal(statusOf({ ram_total: 8 }).swapTotal, 0);
  });

  it("uses the time of receipt if the time is unset", () => {
    const received_at = "2026-11-20T10:15:30.125Z";
    const status = statusOf({ time: "0001-01-01T00:00:00Z", received_at, cpu: 1 });
    assert.equal(status.time, Date.parse(received_at));
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
        10: { name: "b", latest: 30, avg: 22, loss: 20 },
        2: { name: "a", latest: -1, avg: 0, loss: 100 },
        x: {},
        3: null,
      },
    });
    assert.deepEqual(ping, [
      { taskId: 2, name: "a", latest: undefined, average: undefined, loss: 100 },
      { taskId: 10, name: "b", latest: 30, average: 22, loss: 20 },
    ]);
    assert.deepEqual(statusOf({ ping: {} }).ping, []);
  });

  it("distinguishes pings that were not requested from a node without any", () => {
    assert.equal(statusOf({ ping: null }).ping, undefined);
    assert.deepEqual(statusOf({ ping: {} }).ping, []);
  });

  it("reads pings in one list, each with its task", () => {
    const { ping } = statusOf({
      ping: [{ task_id: 2, loss: 0 }, { task_id: "1", family: "ipv6", loss: null }, { loss: 5 }],
    });
    assert.deepEqual(
      ping?.map(({ taskId, family, loss }) => [taskId, family, loss]),
      [
        [1, "ipv6", undefined],
        [2, undefined, 0],
      ],
    );
  });

  it("keeps the kinds of pings of one task apart", () => {
    const { ping } = statusOf({
      ping: {
        7: { name: "plain", loss: null, latest: null },
        "8:ipv6": { name: "b", family: "ipv6", protocol: "tcp", loss: 0 },
        9: [
          { name: "c", family: "ipv4" },
          { name: "c", role: "reference" },
        ],
        x9: {},
      },
    });
    assert.deepEqual(
      ping?.map(({ taskId, family, protocol, role }) => [taskId, family, protocol, role]),
      [
        [7, undefined, undefined, undefined],
        [8, "ipv6", "tcp", undefined],
        [9, "ipv4", undefined, undefined],
        [9, undefined, undefined, "reference"],
      ],
    );
    assert.deepEqual([ping[0]?.loss, ping[0]?.latest], [undefined, undefined]);
  });

  it("survives fields of any type", () => {
    const status = statusOf({ cpu: "9", ram: -1, time: 5, online: "yes", ping: [] });
    assert.equal(status.cpu, undefined);
    assert.equal(status.memory, undefined);
    assert.equal(status.time, undefined);
    assert.equal(status.online, false);
  });
});

describe("failed readings of a status", () => {
  it("are unknown, with the server's reason, whatever number is in their place", () => {
    const status = statusOf({
      cpu: 0,
      ram: 5,
      ram_total: 8,
      disk: 0,
      disk_total: 9,
      net_in: 0,
      net_out: 3,
      quality: { cpu: "unavailable", ram: "ok", disk: "stale", net_rate: "no such interface" },
    });
    const { cpu, memory, disk, diskTotal, networkIn, networkOut } = status;
    assert.deepEqual([cpu, disk, diskTotal, networkIn, networkOut], new Array(5).fill(undefined));
    assert.equal(memory, 5);
    assert.deepEqual(status.failed, {
      cpu: "unavailable",
      disk: "stale",
      networkRate: "no such interface",
    });
  });

  it("cover what is read together", () => {
    const words = ["ram", "swap", "load", "network", "process", "connections", "uptime", "gpu"];
    const status = statusOf({
      cpu: 1,
      ram: 1,
      ram_total: 2,
      swap: 1,
      swap_total: 2,
      load: 1,
      load5: 1,
      load15: 1,
      net_in: 1,
      net_out: 1,
      net_total_up: 1,
      net_total_down: 1,
      process: 1,
      connections: 3,
      connections_tcp: 2,
      connections_udp: 1,
      uptime: 1,
      gpu: 1,
      gpu_count: 1,
      gpu_detailed_info: [{ utilization: 1 }],
      quality: Object.fromEntries(words.map((word) => [word, "failed"])),
    });
    const known = Object.entries(status).flatMap(([key, value]) =>
      typeof value === "number" ? [key] : [],
    );
    assert.deepEqual(known, ["cpu", "networkIn", "networkOut"]);
    assert.equal(status.gpus, undefined);
  });

  it("are none if the server reports no quality: an old sample keeps its values", () => {
    const odd = { cpu: "", ram: "OK?", other: "failed", disk: null, load: 5 };
    for (const quality of [undefined, null, {}, "ok", [], { cpu: "ok", ram: " OK " }, odd]) {
      const status = statusOf({ cpu: 0, disk: 1, load: 2, quality });
      assert.deepEqual([status.cpu, status.disk, status.load], [0, 1, 2]);
    }
  });
});

describe("an entry of a node that has not reported since the server started", () => {
  const zeros = {
    client: "n-1",
    cpu: 0,
    gpu: 0,
    ram: 0,
    ram_total: 0,
    swap: 0,
    swap_total: 0,
    load: 0,
    load5: 0,
    load15: 0,
    temp: 0,
    disk: 0,
    disk_total: 0,
    net_in: 0,
    net_out: 0,
    process: 0,
    net_total_up: 0,
    net_total_down: 0,
    connections: 0,
    connections_udp: 0,
    uptime: 0,
  };
  const unset = "0001-01-01T00:00:00Z";

  it("is not a status, with or without a last seen time", () => {
    for (const time of ["2026-11-20T10:15:30Z", unset]) {
      const entry = { ...zeros, time, online: false, ping: {} };
      assert.equal(decodeLatestStatus({ "n-1": entry }).size, 0);
    }
    const nulls = { client: "n-1", time: unset, cpu: null, ram: null, online: false };
    assert.equal(decodeLatestStatus({ "n-1": nulls }).size, 0);
  });

  it("is online with unknown readings when the agent has connected already", () => {
    const status = statusOf({ ...zeros, time: unset, online: true });
    assert.equal(status.online, true);
    assert.equal(
      Object.values(status).some((value) => typeof value === "number"),
      false,
    );
  });

  it("is a status if all readings failed", () => {
    const status = statusOf({ ...zeros, time: unset, online: false, quality: { cpu: "failed" } });
    assert.deepEqual(status.failed, { cpu: "failed" });
  });
});
