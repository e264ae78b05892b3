import { createMoodyFleet, getReports, goodMood, type Mood } from "../builders/moodyServer";
import { pollIntervals } from "../builders/serverFleet";
import { Sequence } from "../simulator/random";

const nodes = 60;
const minuteMs = 60_000;

const moods: readonly Partial<Mood>[] = [
  ...([{}, {}, {}, { statuses: "fails" }, { statuses: "isBusy" }, { nodes: "fails" }] as const),
  ...([{ statuses: "hasRestarted" }, { reports: "refuses" }, { coldMs: 141 }] as const),
];

/** A window that is open for days, on a clock that is moved: looked at by day, with a server that has its moods. */
export function openForDays(seed: number) {
  const random = new Sequence(seed);
  const world = createMoodyFleet(nodes, ["public:queryMetrics", getReports]);
  const { fleet, clock, server, changes, load, run } = world;
  let requests = 0;
  fleet.start();

  /** What a test would look at is not kept. */
  const forget = () => {
    requests += server.requested.length;
    for (const list of [server.requested, server.askedParams, changes]) list.splice(0);
  };
  const choose = <T>(items: readonly T[]) => items[random.int(0, items.length - 1)] as T;
  const look = async (attention: "visible" | "background" | "paused", minutes: number) => {
    fleet.configure({ attention, intervals: pollIntervals });
    await run(minutes * minuteMs);
    forget();
  };
  /** Ten minutes of looking, an hour beside other windows, and so on; then a night. */
  const day = async () => {
    for (let hour = 0; hour < 8; hour++) {
      world.setMood({ ...goodMood, ...choose(moods) });
      if (random.chance(0.3)) await world.reconnect();
      if (random.chance(0.3)) world.setNodes(random.int(nodes - 5, nodes));
      fleet.setVisibleNodes("rows", new Set([...fleet.nodes.keys()].slice(0, random.int(0, 30))));
      await look("visible", 10);
      await look("background", 50);
    }
    await look("paused", 16 * 60);
  };
  /** All is well again, and as it was at first. */
  const rest = async () => {
    world.setMood(goodMood);
    world.setNodes(nodes);
    fleet.setVisibleNodes("rows", new Set());
    await look("visible", 5);
  };
  return {
    day,
    rest,
    now: () => clock.now(),
    timers: () => clock.pending,
    requests: () => requests,
    maxRequests: () => load.maxRequests,
    isWell: () => fleet.counts().online === nodes,
    end: async () => {
      fleet.dispose();
      await run(minuteMs);
      return clock.pending;
    },
  };
}
