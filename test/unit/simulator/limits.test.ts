import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { once } from "node:events";
import { FakeClock } from "../../builders/fakeClock";
import { settle } from "../../builders/settle";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/simulator";
import { call, connect, list, nextIds, post, record } from "./caller";

const ping = { jsonrpc: "2.0", method: "rpc.ping", id: 1 };

describe("Simulator: limits of Nekomari", () => {
  const clock = new FakeClock();
  let simulator: Simulator;
  const start = async (options: SimulatorOptions = {}) => {
    simulator = await startSimulator({ profile: "nekomari", clock, ...options });
  };
  afterEach(() => simulator.stop());

  it("end a socket by a message of more than 1 MiB", async () => {
    await start();
    const socket = await connect(simulator);
    const closed = once(socket, "close");
    socket.send(JSON.stringify({ ...ping, params: "x".repeat(2 ** 20) }));
    deepStrictEqual((await closed)[0], 1009);
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
});

describe("Simulator: limits of other forks", () => {
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator();
  });
  afterEach(() => simulator.stop());

  it("send no response to notifications, over POST or a socket", async () => {
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
});
