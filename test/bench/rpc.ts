// The cost of a small call over a WebSocket to another process, against the bare socket.
import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { RpcClient } from "../../src/rpc/client";
import { anEndpoint } from "../builders/rpcEndpoint";
import { type Figure, report } from "./figure";
import { FloorClient } from "./floorClient";
import { percentile } from "./stopwatch";

type Call = () => Promise<unknown>;

const slices = 40;
const warmUps = 10;
const callsInTurn = 200;
const callsAtOnce = 100;
const bursts = 20;

/** The slices of one client; what both have in common, the machine and ws, hits both alike. */
class RpcCase {
  readonly #latencies: number[] = [];
  readonly #cpu: number[] = [];

  constructor(readonly call: Call) {}

  async runSlice(counts: boolean): Promise<void> {
    const latency = await medianLatency(this.call);
    const cpu = await cpuOf(this.call);
    if (!counts) return;
    this.#latencies.push(latency);
    this.#cpu.push(cpu);
  }

  get latency(): number {
    return percentile(this.#latencies, 0.25);
  }

  get cpu(): number {
    return percentile(this.#cpu, 0.25);
  }
}

async function medianLatency(call: Call): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < callsInTurn; index++) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return percentile(times, 0.5);
}

/** Microseconds of this process, of which the server is none. */
async function cpuOf(call: Call): Promise<number> {
  const start = process.cpuUsage();
  for (let burst = 0; burst < bursts; burst++) {
    await Promise.all(Array.from({ length: callsAtOnce }, call));
  }
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

async function connect(baseUrl: string): Promise<RpcClient> {
  const client = new RpcClient(anEndpoint(baseUrl));
  const open = new Promise<void>((resolve) => {
    client.onDidChangeState(({ kind }) => {
      if (kind === "open") resolve();
    });
  });
  client.connect();
  await open;
  return client;
}

async function main(): Promise<void> {
  const server = fork(path.join(__dirname, "echoServer.cjs"));
  const [port] = (await once(server, "message")) as [number];
  const floorClient = await FloorClient.connect(`ws://127.0.0.1:${port}`);
  const client = await connect(`http://127.0.0.1:${port}`);
  const floor = new RpcCase(() => floorClient.call("rpc.ping"));
  // As src/komari asks for the statuses.
  const options = { route: "live", readOnly: true } as const;
  const ours = new RpcCase(() => client.call("rpc.ping", undefined, options));
  for (let slice = -warmUps; slice < slices; slice++) {
    const cases = slice % 2 === 0 ? [floor, ours] : [ours, floor];
    for (const each of cases) await each.runSlice(slice >= 0);
  }
  floorClient.close();
  client.dispose();
  server.disconnect();
  const figure = (what: string, ratio: number, goal: number): Figure => {
    return { what, against: "bare ws and a Map", ratio, goal };
  };
  report([
    figure("CPU of a call", ours.cpu / floor.cpu, 1.15),
    figure("time of a call, p50", ours.latency / floor.latency, 1.1),
  ]);
}

void main();
