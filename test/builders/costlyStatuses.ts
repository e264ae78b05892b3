import { isArray } from "../../src/komari/decode/primitives";
import { isRecord } from "../../src/util/json";
import { type FakeClock } from "./fakeClock";
import { type FleetServer } from "./fleetServer";
import { type Attention } from "../../src/fleet/polling/pollPolicy";
import { createServerFleet, getStatuses } from "./serverFleet";
import { settle } from "./settle";
import { wireNode, wireStatus } from "./wireNode";

interface Costs {
  /** Milliseconds to work out a node, which are spent again after a minute. */
  readonly coldMs: number;
  readonly callMs?: number;
}

export interface AskedPart {
  /** Undefined: all nodes. */
  readonly uuids: readonly string[] | undefined;
  readonly params: unknown;
  readonly at: number;
}

const cacheMs = 60_000;

export function nodeNames(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `n${`${index}`.padStart(5, "0")}`);
}

/** Has `server` take its time for statuses, as Komari 1.4.3 does: node after node, what is worked out is kept. */
export function makeCostly(
  server: FleetServer,
  clock: FakeClock,
  count: number,
  { coldMs, callMs = 20 }: Costs,
) {
  const names = nodeNames(count);
  const keptUntil = new Map<string, number>();
  const parts: AskedPart[] = [];
  const load = { inFlight: 0, maxInFlight: 0, busyMs: 0 };
  server.methods = [...server.methods, "public:queryMetrics"];
  server.nodes = Object.fromEntries(
    names.map((uuid, index) => [uuid, wireNode(uuid, { weight: index })]),
  );
  server.statuses = Object.fromEntries(names.map((uuid) => [uuid, wireStatus(uuid)]));
  server.answers.set(getStatuses, (params) => {
    const requested =
      isRecord(params) && isArray(params.uuids) ? params.uuids.map(String) : undefined;
    const wanted = new Set(requested ?? Object.keys(server.statuses));
    parts.push({ uuids: requested, params, at: clock.now() });
    const found = Object.entries(server.statuses).filter(([uuid]) => wanted.has(uuid));
    const now = clock.now();
    const cold = found.filter(([uuid]) => (keptUntil.get(uuid) ?? -Infinity) <= now);
    cold.forEach(([uuid], index) => {
      // Worked out one after the other.
      clock.setTimeout(() => keptUntil.set(uuid, now + cacheMs), (index + 1) * coldMs);
    });
    const ms = callMs + cold.length * coldMs;
    load.busyMs += ms;
    load.maxInFlight = Math.max(load.maxInFlight, ++load.inFlight);
    return new Promise((resolve) => {
      clock.setTimeout(() => {
        load.inFlight -= 1;
        resolve(Object.fromEntries(found));
      }, ms);
    });
  });
  return { names, parts, load };
}

export interface LargeFleetKnobs {
  readonly count?: number;
  readonly coldMs?: number;
  readonly attention?: Attention;
}

/** A server fleet whose statuses cost what they do on Komari 1.4.3, begun and answered its nodes. */
export function createLargeFleet({
  count = 300,
  coldMs = 40,
  attention = "visible",
}: LargeFleetKnobs = {}) {
  const harness = createServerFleet({ attention });
  const { server, clock, fleet, advance } = harness;
  const costly = makeCostly(server, clock, count, { coldMs });
  /** From timer to timer, so that requests follow each other as they would. */
  const run = async (ms: number) => {
    const end = clock.now() + ms;
    for (let next = clock.nextAt; next !== undefined && next <= end; next = clock.nextAt) {
      await advance(Math.max(0, next - clock.now()));
    }
    await advance(end - clock.now());
  };
  const begin = async () => {
    fleet.start();
    await settle();
    await advance(0);
    await advance(0);
  };
  return { ...harness, ...costly, run, begin };
}
