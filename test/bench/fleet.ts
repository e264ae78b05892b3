// How soon a large fleet is there, and what keeping it live costs: on a clock of its own, so the same in every run.
import { setImmediate } from "node:timers/promises";
import { ServerFleet } from "../../src/fleet/serverFleet";
import { silentLogger } from "../../src/util/logger";
import { FakeClock } from "../builders/fakeClock";
import { sessionOf } from "../builders/fleetServer";
import { pollIntervals } from "../builders/serverFleet";
import { CostlyServer } from "./costlyServer";
import { type Figure, report } from "./figure";

const seenCount = 50;
const stepMs = 50;
/** As many turns as a call through session, simulator and store may take. */
const turns = 20;
const steadyMs = 10 * 60_000;
/** More than a real 1.4.3 takes for 10,000 nodes. */
const limitMs = 2 * 3_600_000;

interface Speed {
  readonly name: string;
  /** See the knob of the simulator. */
  readonly statusCost: number;
}

const slow: Speed = { name: "as a real 1.4.3", statusCost: 1 };
/** A server that has the pings at hand: as much traffic as there can be. */
const fast: Speed = { name: "without delay", statusCost: 0 };

/** A fleet from its start on, of which the first nodes are on screen as soon as there are rows. */
class Run {
  readonly server: CostlyServer;
  readonly fleet: ServerFleet;
  readonly #clock = new FakeClock();
  readonly #seen = new Set<string>();
  readonly #startedAt = this.#clock.now();

  constructor(nodes: number, { statusCost }: Speed) {
    this.server = new CostlyServer({ nodes, pingTasks: 1, statusCost }, this.#clock, this.#seen);
    const plan = { attention: "visible", intervals: pollIntervals } as const;
    const session = sessionOf(this.server, { clock: this.#clock });
    this.fleet = new ServerFleet("id", "Large", session, plan, this.#clock, silentLogger);
    this.fleet.onDidChange(() => {
      if (this.#seen.size > 0) return;
      for (const uuid of [...this.fleet.nodes.keys()].slice(0, seenCount)) this.#seen.add(uuid);
      this.fleet.setVisibleNodes("rows", this.#seen);
    });
    this.fleet.start();
  }

  hasRows(): boolean {
    return this.fleet.nodes.size > 0;
  }

  knowsSeen(): boolean {
    return [...this.#seen].every((uuid) => this.fleet.presence(uuid) !== "waiting");
  }

  knowsAll(): boolean {
    return this.fleet.counts().waiting === 0;
  }

  /** Milliseconds since the start until the condition holds. */
  async until(condition: () => boolean): Promise<number> {
    while (!condition()) {
      if (this.#elapsed > limitMs) throw new Error(`Not there: ${this.fleet.problem?.detail}`);
      await this.#step();
    }
    return this.#elapsed;
  }

  async goOn(ms: number): Promise<void> {
    const end = this.#clock.now() + ms;
    while (this.#clock.now() < end) await this.#step();
  }

  dispose(): void {
    this.fleet.dispose();
  }

  get #elapsed(): number {
    return this.#clock.now() - this.#startedAt;
  }

  async #step(): Promise<void> {
    for (let turn = 0; turn < turns; turn++) await setImmediate();
    this.#clock.advance(stepMs);
  }
}

/** From the start, with nothing at hand on the server. */
async function measureTimes(nodes: number, speed: Speed): Promise<readonly Figure[]> {
  const run = new Run(nodes, speed);
  const floor = run.server.coldMs / 1000;
  const figure = (what: string, ms: number, goal: number): Figure => {
    const value = ms / 1000;
    return {
      what: `${nodes} nodes: ${what}`,
      against: "the server's time for all",
      ratio: value / floor,
      goal,
      absolute: { value, floor, unit: "s" },
    };
  };
  const figures = [
    figure("first rows", await run.until(() => run.hasRows()), 0.02),
    figure(`statuses of ${seenCount} on screen`, await run.until(() => run.knowsSeen()), 0.1),
    figure("all statuses", await run.until(() => run.knowsAll()), 1.25),
    {
      what: `${nodes} nodes: status requests in flight`,
      against: "one at a time",
      ratio: run.server.maxInFlight,
      goal: 1,
    },
  ];
  run.dispose();
  return figures;
}

/** Over ten minutes, once all statuses are there. */
async function measureTraffic(nodes: number, speed: Speed): Promise<readonly Figure[]> {
  const run = new Run(nodes, speed);
  await run.until(() => run.hasRows() && run.knowsAll());
  const { bytes } = run.server;
  const before = { ...bytes };
  await run.goOn(steadyMs);
  const [visible, rest] = [bytes.visible - before.visible, bytes.rest - before.rest];
  // Bytes a millisecond are kilobytes a second.
  const floor = (await run.server.bytesOfAll()) / pollIntervals.visible;
  const figure = (what: string, count: number, goal: number): Figure => {
    const value = count / steadyMs;
    return {
      what: `${nodes} nodes ${speed.name}: ${what}`,
      against: "asking for all every 2 s",
      ratio: value / floor,
      goal,
      absolute: { value, floor, unit: "kB/s" },
    };
  };
  run.dispose();
  return [
    figure(`${seenCount} on screen`, visible, 0.01),
    figure("with the rest", visible + rest, 0.08),
  ];
}

async function main(): Promise<void> {
  report([
    ...(await measureTimes(1_000, slow)),
    ...(await measureTraffic(1_000, slow)),
    ...(await measureTraffic(1_000, fast)),
    ...(await measureTimes(10_000, slow)),
    ...(await measureTraffic(10_000, fast)),
  ]);
}

void main();
