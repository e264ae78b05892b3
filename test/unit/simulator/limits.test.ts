import { deepStrictEqual, match, ok, rejects, strictEqual } from "node:assert/strict";
import { once } from "node:events";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { FakeClock } from "../../builders/fakeClock";
import { settle } from "../../builders/settle";
import { readBody } from "../../simulator/simRequest";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/simulator";
import { call, connect, keyHeader, list, nextIds, post, record } from "./caller";

const ping = { jsonrpc: "2.0", method: "rpc.ping", id: 1 };
const pings = (count: number) =>
  Array.from({ length: count }, (_unused, index) => ({ ...ping, id: index + 1 }));

/** A POST whose length the server does not know before the end. */
async function postChunked({ url }: Simulator, body: string) {
  const request = httpRequest(`${url}/api/rpc2`, { method: "POST" });
  request.write(body.slice(0, 10));
  request.end(body.slice(10));
  const message = await new Promise<IncomingMessage>((resolve) => request.on("response", resolve));
  return { status: message.statusCode, body: await readBody(message) };
}

describe("simulated limits of Nekomari", () => {
  const clock = new FakeClock();
  let simulator: Simulator;
  const start = async (options: SimulatorOptions = {}) => {
    simulator = await startSimulator({ profile: "nekomari", clock, ...options });
  };
  afterEach(() => simulator.stop());

  it("refuse a batch of more than 32 calls whole, and run none of them", async () => {
    await start();
    strictEqual((await post(simulator, pings(32))).status, 200);
    simulator.journal.clear();
    const { status, body } = await post(simulator, pings(33));
    strictEqual(status, 400);
    deepStrictEqual(JSON.parse(body), {
      jsonrpc: "2.0",
      error: { code: -32600, message: "batch exceeds 32 calls" },
    });
    strictEqual(simulator.journal.count(), 0);
  });

  it("refuse a body of more than 1 MiB by its length on every path, or when it is read", async () => {
    await start();
    const large = { ...ping, params: "x".repeat(2 ** 20) };
    deepStrictEqual(await post(simulator, large), { status: 413, body: "" });
    deepStrictEqual(await post(simulator, large, {}, "/api/login"), { status: 413, body: "" });
    const chunked = await postChunked(simulator, JSON.stringify(large));
    strictEqual(chunked.status, 400);
    match(chunked.body, /-32700.*read body error/);
  });

  it("end a socket by a message of more than 1 MiB", async () => {
    await start();
    const socket = await connect(simulator);
    const closed = once(socket, "close");
    socket.send(JSON.stringify({ ...ping, params: "x".repeat(2 ** 20) }));
    deepStrictEqual((await closed)[0], 1009);
  });

  it("cut a socket that has had no message for 90 s, whatever frames it sends", async () => {
    await start();
    const socket = await connect(simulator);
    let code: number | undefined;
    const closed = new Promise<void>((resolve) => {
      socket.on("close", (reason) => {
        code = reason;
        resolve();
      });
    });
    clock.advance(80_000);
    socket.send(JSON.stringify(ping));
    await once(socket, "message");
    await settle();
    clock.advance(80_000);
    socket.ping();
    await once(socket, "pong");
    strictEqual(code, undefined);
    clock.advance(10_000);
    await closed;
    strictEqual(code, 1006);
  });

  it("refuse one socket too many at the upgrade", async () => {
    await start({ knobs: { socketMax: 1 } });
    const socket = await connect(simulator);
    await rejects(connect(simulator), /429/);
    strictEqual((await post(simulator, ping)).status, 200);
    socket.terminate();
  });

  it("close a socket whose session has ended at its next call", async () => {
    await start();
    const cookie = { Cookie: `session_token=${simulator.signIn()}` };
    const socket = await connect(simulator, cookie);
    simulator.expireSessions();
    const closed = once(socket, "close");
    socket.send(JSON.stringify(ping));
    strictEqual((await closed)[0], 1006);
  });

  it("hold a query back that finds no place, and refuse it after ten seconds", async () => {
    await start({ knobs: { slow: { "public:queryMetrics": 60_000 } } });
    const query = () => call(simulator, "public:queryMetrics", { metric_key: "cpu.usage" });
    const first = Array.from({ length: 4 }, query);
    while (simulator.journal.count("public:queryMetrics") < 4) await settle();
    const fifth = query();
    const sixth = call(simulator, "public:getPingMetricStats", {});
    while (simulator.journal.count() < 6) await settle();
    strictEqual((await call(simulator, "rpc.ping")).result, "pong");
    clock.advance(10_000);
    for (const busy of [await fifth, await sixth]) {
      deepStrictEqual(busy.error, { code: -32602, message: "query capacity reached; retry later" });
    }
    clock.advance(50_000);
    for (const done of await Promise.all(first)) ok("result" in done);
    simulator.knobs.slow = 0;
    ok("result" in (await query()));
  });

  it("let a query in that waits when a place is free", async () => {
    await start({ knobs: { queryPlaces: 1, slow: { "public:queryMetrics": 5000 } } });
    const query = () => call(simulator, "public:queryMetrics", { metric_key: "cpu.usage" });
    // One after the other: two connections do not arrive in the order in which they were begun.
    const first = query();
    while (simulator.journal.count("public:queryMetrics") < 1) await settle();
    const second = query();
    while (simulator.journal.count("public:queryMetrics") < 2) await settle();
    clock.advance(5000);
    ok("result" in (await first));
    await settle();
    clock.advance(5000);
    ok("result" in (await second));
  });

  it("refuse keys, entities, points and windows that are too many or too long", async () => {
    await start({ nodes: 70 });
    const message = async (params: object) => {
      const { error } = await call(simulator, "public:queryMetrics", {
        metric_key: "cpu.usage",
        ...params,
      });
      return record(error ?? { message: "" }).message;
    };
    const uuid = simulator.fleet.member("web-1").uuid;
    strictEqual(await message({ entity_id: uuid, max_points: 4096 }), "");
    match(String(await message({ max_points: 4096 })), /point budget/);
    match(String(await message({ entity_id: uuid, max_points: 4097 })), /point budget/);
    const many = Array.from({ length: 257 }, () => uuid);
    strictEqual(await message({ entity_ids: many }), "too many entities");
    strictEqual(await message({ entity_id: "nobody" }), "unknown entity: nobody");
    match(String(await message({ hours: 367 * 24 })), /at most 366 days/);
    match(
      String(await message({ start: "2026-01-02T00:00:00Z", end: "2026-01-01T00:00:00Z" })),
      /positive/,
    );
  });

  it("let one log in five times, then once in five minutes", async () => {
    await start();
    const attempt = async () => {
      const body = JSON.stringify({ username: "admin", password: "wrong" });
      const response = await fetch(`${simulator.url}/api/login`, { method: "POST", body });
      return [response.status, response.headers.get("retry-after")];
    };
    for (let count = 0; count < 5; count++) deepStrictEqual(await attempt(), [401, null]);
    deepStrictEqual(await attempt(), [429, "300"]);
    clock.advance(300_000);
    deepStrictEqual(await attempt(), [401, null]);
    deepStrictEqual(await attempt(), [429, "300"]);
  });
});

describe("simulated limits of other forks", () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator();
  });
  afterEach(() => simulator.stop());

  it("answer a batch of one by a list", async () => {
    strictEqual(Array.isArray(JSON.parse((await post(simulator, [ping])).body)), false);
    simulator.knobs.batchOfOne = "array";
    const { body } = await post(simulator, [ping]);
    strictEqual(list(JSON.parse(body)).length, 1);
    strictEqual(Array.isArray(JSON.parse((await post(simulator, ping)).body)), false);
  });

  it("answer no notification, over POST or a socket", async () => {
    simulator.knobs.answersNotifications = false;
    const note = { jsonrpc: "2.0", method: "rpc.ping" };
    deepStrictEqual(await post(simulator, note), { status: 204, body: "" });
    strictEqual(list(JSON.parse((await post(simulator, [note, ping, ping])).body)).length, 2);
    const socket = await connect(simulator);
    const ids = nextIds(socket, 1);
    socket.send(JSON.stringify(note));
    socket.send(JSON.stringify({ ...ping, id: 7 }));
    deepStrictEqual(await ids, [7]);
    socket.terminate();
  });

  it("say of too many queries that they are unavailable", async () => {
    const queryBusy = { code: -32051, message: "too many concurrent history queries" };
    const queryMethods = ["common:getRecords"];
    Object.assign(simulator.knobs, { queryPlaces: 0, queryBusy, queryMethods });
    deepStrictEqual((await call(simulator, "common:getRecords")).error, queryBusy);
  });

  it("take metrics of one node at a time", async () => {
    simulator.knobs.oneEntity = true;
    const query = (params: object) =>
      call(simulator, "public:queryMetrics", { metric_key: "cpu.usage", ...params });
    const [first, second] = simulator.fleet.nodes.map(({ uuid }) => uuid);
    ok("result" in (await query({ entity_id: first })));
    strictEqual(record((await query({})).error).code, -32602);
    strictEqual(record((await query({ entity_ids: [first, second] })).error).code, -32602);
  });

  it("have statuses of zeros of nodes that have not reported", async () => {
    const statuses = async () =>
      record((await call(simulator, "common:getNodesLatestStatus")).result);
    const { uuid } = simulator.fleet.member("never");
    strictEqual(uuid in (await statuses()), false);
    simulator.knobs.silentStatuses = true;
    const { cpu, time, online } = record((await statuses())[uuid]);
    deepStrictEqual([cpu, time, online], [0, "0001-01-01T00:00:00Z", false]);
  });
});

describe("simulated statuses of Nekomari", () => {
  it("are null where a reading failed, and say so", async () => {
    const simulator = await startSimulator({ profile: "nekomari" });
    const { uuid } = simulator.fleet.member("web-1");
    const statusOf = async (params = {}) =>
      record((await call(simulator, "common:getNodesLatestStatus", { uuid, ...params })).result);
    simulator.fleet.edit(uuid, {
      facts: { version: "1.5.10" },
      habits: { failing: { cpu: "unknown", connections: "timeout" } },
    });
    const { cpu, connections, ram, temp, quality } = await statusOf();
    const { ping } = await statusOf({ include_ping: false });
    simulator.fleet.edit(uuid, { facts: { version: "1.1.40" } });
    const old = await statusOf();
    await simulator.stop();
    deepStrictEqual([cpu, connections, temp, ping], [null, null, null, null]);
    deepStrictEqual([record(quality).cpu, record(quality).ram], ["unknown", "ok"]);
    ok(Number(ram) > 0);
    deepStrictEqual([old.quality, typeof old.cpu], [null, "number"]);
  });

  it("cost nothing without pings", async () => {
    const clock = new FakeClock();
    const options = { profile: "nekomari", clock, knobs: { statusCost: 1 } } as const;
    const simulator = await startSimulator(options);
    const params = { include_ping: false };
    const { result } = await call(simulator, "common:getNodesLatestStatus", params, keyHeader);
    await simulator.stop();
    ok(Object.keys(record(result)).length > 20);
  });
});
