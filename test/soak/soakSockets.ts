import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fromProject } from "../host/paths";
import { Sequence } from "../simulator/random";
import { Churn } from "./churn";
import { FastClock } from "./fastClock";
import { FleetWorld } from "./fleetWorld";
import { countsText, leftovers, takeInventory } from "./inventory";
import { type Report } from "./report";
import { type Sample } from "./samples";

/** How much faster time passes: timeouts of seconds become half a second, which a busy machine still meets. */
const speed = 30;
const minRounds = 6;
const maxRounds = 20;
/** Of the real clock. */
const patienceMs = 60_000;
const restMs = 1000;
const endMs = 3000;
const hourMs = 3_600_000;
/** Two polls of a second each, and what is asked beside them. */
const maxPerSecond = 2;

const servers = [
  ["--profile", "1.4.3", "--nodes", "40"],
  ["--profile", "1.0.7", "--nodes", "20"],
  ["--profile", "1.6.1", "--nodes", "150"],
];

async function startServers(origin: number) {
  const children = servers.map((flags, index) =>
    spawn(
      process.execPath,
      [
        ...["--require", fromProject("test/host/dieWithParent.cjs"), "--import", "tsx"],
        ...[fromProject("test/soak/fastSimulator.ts"), String(origin), String(speed)],
        ...[...flags, "--seed", String(index + 1), "--port", "0"],
      ],
      { cwd: fromProject(), stdio: ["pipe", "pipe", "inherit"] },
    ),
  );
  const urls = await Promise.all(
    children.map(async ({ stdout }) => {
      const [line] = (await once(stdout, "data")) as [Buffer];
      return line.toString().trim();
    }),
  );
  return { urls, stop: () => children.forEach((child) => child.kill()) };
}

async function until(condition: () => boolean): Promise<number | undefined> {
  const start = performance.now();
  while (performance.now() < start + patienceMs) {
    if (condition()) return performance.now() - start;
    await pause(20);
  }
  return undefined;
}

interface Lived {
  readonly samples: readonly Sample[];
  readonly recoveriesMs: readonly number[];
  /** Rounds after which not all was well in time. */
  readonly lost: number;
  readonly requests: number;
  readonly happenings: ReadonlyMap<string, number>;
}

/** In a function of its own, so that nothing of that world is held by this file afterwards. */
async function live(
  urls: readonly string[],
  clock: FastClock,
  { minutes, seed }: SoakOptions,
): Promise<Lived> {
  const world = new FleetWorld(clock);
  const churn = new Churn(world, urls, seed);
  const random = new Sequence(seed + 1);
  const rounds = Math.min(Math.max(minRounds, 2 * minutes), maxRounds);
  const samples: Sample[] = [];
  const recoveriesMs: number[] = [];
  const start = performance.now();
  for (let round = 1; round <= rounds; round++) {
    const end = start + (round * minutes * 60_000) / rounds;
    while (performance.now() < end) {
      await churn.step();
      await pause(random.int(0, 150));
    }
    await churn.end();
    const recovered = await until(() => world.isWell);
    if (recovered !== undefined) recoveriesMs.push(recovered * speed);
    await churn.removeNodes();
    // Polls go on meanwhile, and connections that are no longer needed are closed.
    await pause(restMs);
    const atMs = (performance.now() - start) * speed;
    const counts = await takeInventory(clock.pending);
    samples.push({ atMs, counts });
    console.log(`round ${round} of ${rounds}: ${countsText(counts)}`);
  }
  world.dispose();
  const { requests } = world;
  const lost = rounds - recoveriesMs.length;
  return { samples, recoveriesMs, lost, requests: requests.count, happenings: churn.counts };
}

export interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
}

/** Three servers over real sockets, with everything that may happen to them and to the window. */
export async function soakSockets(options: SoakOptions, report: Report): Promise<void> {
  const origin = Date.now();
  const clock = new FastClock(origin, speed);
  const { urls, stop } = await startServers(origin);
  // The first time, code is loaded.
  await takeInventory(0);
  const before = await takeInventory(0);
  const start = performance.now();
  const lived = await live(urls, clock, options);
  const hours = ((performance.now() - start) * speed) / hourMs;
  await pause(endMs);
  const after = await takeInventory(clock.pending);
  stop();
  report.heading(`${options.minutes} minutes over sockets, ${hours.toFixed(1)} hours by the clock`);
  report.growth(lived.samples);
  report.note("requests", String(lived.requests));
  const perSecond = lived.requests / (hours * 3600) / urls.length;
  report.expect("requests per second and server", perSecond, maxPerSecond);
  for (const [name, count] of lived.happenings) report.note(`  ${name}`, String(count));
  report.expect("rounds without a recovery", lived.lost, 0);
  report.note("longest recovery", `${(Math.max(...lived.recoveriesMs) / 1000).toFixed(1)} s`);
  for (const what of leftovers) {
    report.expect(`${what} after the end`, (after[what] ?? 0) - (before[what] ?? 0), 0);
  }
}
