import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { once } from "node:events";
import { FakeClock } from "../../builders/fakeClock";
import { settle } from "../../builders/settle";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/simulator";
import { call, connect, nextIds, result } from "./caller";

const status = "common:getNodesLatestStatus";

/** Starts a call and resolves when it has arrived; `tookMs` is what the clock says when it is answered. */
async function requested(
  simulator: Simulator,
  clock: FakeClock,
  params?: object,
  signal?: AbortSignal,
) {
  const arrived = simulator.journal.next(status);
  const start = clock.now();
  const body = JSON.stringify({ jsonrpc: "2.0", method: status, params, id: 1 });
  const response = fetch(`${simulator.url}/api/rpc2`, {
    method: "POST",
    body,
    signal: signal ?? null,
  });
  const tookMs = response.then(
    () => clock.now() - start,
    () => undefined,
  );
  await arrived;
  await settle();
  return { tookMs };
}

/** Moves the clock by steps until the call is answered. */
async function timeOf(simulator: Simulator, clock: FakeClock, params?: object): Promise<number> {
  const { tookMs } = await requested(simulator, clock, params);
  while (clock.pending > 0) {
    clock.advance(10);
    await settle();
  }
  return (await tookMs) ?? NaN;
}

describe("Simulator: cost of the latest status", () => {
  const clock = new FakeClock();
  let simulator: Simulator;
  const start = async (options: SimulatorOptions) => {
    simulator = await startSimulator({ clock, knobs: { statusCost: 1 }, ...options });
  };
  afterEach(() => simulator.stop());

  it("grows with nodes and tasks while the pings are not at hand, and is small for a minute after", async () => {
    await start({ nodes: 100, pingTasks: 1, cast: "nice" });
    const one = await timeOf(simulator, clock);
    const warm = await timeOf(simulator, clock);
    clock.advance(60_000);
    const again = await timeOf(simulator, clock);
    await simulator.stop();
    await start({ nodes: 100, pingTasks: 3, cast: "nice" });
    const three = await timeOf(simulator, clock);
    ok(one >= 2_500 && one <= 3_500, `${one}`);
    ok(warm >= 20 && warm <= 40, `${warm}`);
    strictEqual(again, one);
    ok(three > 2.8 * one && three < 3.2 * one, `${three}`);
  });

  it("is paid for the requested nodes only", async () => {
    await start({ nodes: 100, pingTasks: 1, cast: "nice" });
    const uuids = simulator.fleet.nodes.slice(0, 10).map(({ uuid }) => uuid);
    const part = await timeOf(simulator, clock, { uuids });
    ok(part >= 250 && part <= 400, `${part}`);
    const all = await timeOf(simulator, clock);
    ok(all >= 2_200 && all <= 3_200, `${all}`);
  });

  it("goes on after the caller has disconnected, and delays the next request", async () => {
    await start({ nodes: 100, pingTasks: 1, cast: "nice" });
    const [first, second] = [simulator.fleet.nodes.slice(0, 50), simulator.fleet.nodes.slice(50)];
    const uuidsOf = (nodes: typeof first) => ({ uuids: nodes.map(({ uuid }) => uuid) });
    const gone = new AbortController();
    const { tookMs } = await requested(simulator, clock, uuidsOf(first), gone.signal);
    gone.abort();
    strictEqual(await tookMs, undefined);
    const next = await timeOf(simulator, clock, uuidsOf(second));
    ok(next >= 2_500, `${next}`);
    ok((await timeOf(simulator, clock, uuidsOf(first))) <= 40);
  });

  it("is forgotten by a restart, as the pings are", async () => {
    await start({ nodes: 20, pingTasks: 1, cast: "nice" });
    await timeOf(simulator, clock);
    const socket = await connect(simulator);
    const closed = once(socket, "close");
    simulator.restart();
    await closed;
    await settle();
    clock.advance(10_000);
    const again = await timeOf(simulator, clock);
    ok(again >= 500, `${again}`);
  });

  it("blocks calls and pings of a socket while it is computed", async () => {
    await start({ nodes: 100, pingTasks: 1, cast: "nice" });
    const socket = await connect(simulator);
    const seen: string[] = [];
    socket.on("pong", () => seen.push("pong"));
    socket.on("message", () => seen.push("message"));
    const arrived = simulator.journal.next(status);
    const ids = nextIds(socket, 2);
    const ponged = once(socket, "pong");
    socket.send(JSON.stringify({ jsonrpc: "2.0", method: status, id: 1 }));
    socket.ping();
    socket.send(JSON.stringify({ jsonrpc: "2.0", method: "rpc.ping", id: 2 }));
    await arrived;
    const other = await call(simulator, "rpc.ping");
    strictEqual(other.result, "pong");
    deepStrictEqual(seen, []);
    clock.advance(10_000);
    deepStrictEqual(await ids, [1, 2]);
    await ponged;
    deepStrictEqual(seen, ["message", "pong", "message"]);
    socket.terminate();
  });

  it("is zero without pings", async () => {
    await start({ profile: "nekomari" });
    strictEqual(await timeOf(simulator, clock, { include_ping: false }), 0);
  });

  it("is zero on servers before 1.2.6, and unless it is enabled", async () => {
    await start({ nodes: 100, pingTasks: 1, cast: "nice", profile: "1.2.3" });
    strictEqual(await timeOf(simulator, clock), 0);
    await simulator.stop();
    await start({ nodes: 100, pingTasks: 1, cast: "nice", knobs: {} });
    strictEqual(await timeOf(simulator, clock), 0);
  });
});

describe("Simulator: pings of the latest status", () => {
  it("are those of the last hour, and none of a node that has been away for longer", async () => {
    const clock = new FakeClock();
    const simulator = await startSimulator({ clock, pingTasks: 2 });
    const statuses = await result(simulator, status);
    const pingsOf = (key: string) => {
      const { ping } = statuses[simulator.fleet.member(key).uuid] as { ping: object };
      return Object.keys(ping);
    };
    await simulator.stop();
    deepStrictEqual(pingsOf("web-1"), ["1", "2"]);
    deepStrictEqual(pingsOf("leaves"), []);
  });
});
