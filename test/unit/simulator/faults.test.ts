import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { once } from "node:events";
import { FakeClock } from "../../builders/fakeClock";
import { type Simulator, startSimulator } from "../../simulator/simulator";
import { call, connect, nextIds, post, record, result } from "./caller";

const ping = { jsonrpc: "2.0", method: "rpc.ping", id: 1 };

describe("Simulator: faults", () => {
  const clock = new FakeClock();
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator({ clock });
  });
  afterEach(() => simulator.stop());

  it("hold one method back and not the others", async () => {
    simulator.knobs.slow = { "common:getVersion": 5000 };
    const arrived = simulator.journal.next("common:getVersion");
    const slow = call(simulator, "common:getVersion");
    await arrived;
    strictEqual((await call(simulator, "rpc.ping")).result, "pong");
    clock.advance(5000);
    ok("result" in (await slow));
  });

  it("hold up everything behind a slow call on a socket", async () => {
    simulator.knobs.slow = { "common:getVersion": 5000 };
    const socket = await connect(simulator);
    const arrived = simulator.journal.next("common:getVersion");
    const ids = nextIds(socket, 2);
    socket.send(JSON.stringify({ jsonrpc: "2.0", method: "common:getVersion", id: 1 }));
    socket.send(JSON.stringify({ ...ping, id: 2 }));
    await arrived;
    strictEqual(simulator.journal.count("rpc.ping"), 0);
    clock.advance(5000);
    deepStrictEqual(await ids, [1, 2]);
    socket.terminate();
  });

  it("include a restart: sockets are cut, statuses are lost and reported again", async () => {
    const socket = await connect(simulator);
    const closed = once(socket, "close");
    simulator.restart();
    deepStrictEqual((await closed)[0], 1006);
    deepStrictEqual(await result(simulator, "common:getNodesLatestStatus"), {});
    clock.advance(10_000);
    ok(Object.keys(await result(simulator, "common:getNodesLatestStatus")).length > 30);
    strictEqual(simulator.journal.openSockets, 0);
  });

  it("can be turned over the control endpoint", async () => {
    const control = (body: unknown) => post(simulator, body, {}, "/__simulator/faults");
    strictEqual((await control({ privateSite: true })).status, 200);
    strictEqual((await post(simulator, ping)).status, 401);
    const refused = await control({ privateSite: "yes", nonsense: 1 });
    strictEqual(refused.status, 400);
    deepStrictEqual(record(JSON.parse(refused.body)).refused, ["privateSite", "nonsense"]);
    strictEqual(simulator.knobs.privateSite, true);
    const fromPage = await post(simulator, {}, { Origin: simulator.url }, "/__simulator/faults");
    strictEqual(fromPage.status, 404);
  });
});

describe("Simulator: base path", () => {
  it("is stripped, and there is nothing outside of it", async () => {
    const simulator = await startSimulator({ basePath: "/komari" });
    strictEqual((await post(simulator, ping)).status, 200);
    const outside = await fetch(`http://127.0.0.1:${simulator.port}/api/rpc2`, { method: "POST" });
    await simulator.stop();
    strictEqual(outside.status, 404);
  });
});
