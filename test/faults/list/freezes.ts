import { type Course, type Fault, minutes, seconds } from "../fault";
import { type World } from "../world";

const again = "Tried again with growing pauses, at once when the window regains focus";
const soon = "Asked again soon after a timeout; a late response ends the pause";

interface Freeze {
  readonly id: string;
  readonly fault: string;
  readonly directions: readonly ("up" | "down")[];
  readonly forMs: number;
  readonly course?: Partial<Course>;
}

/** Nothing gets through for a while; then it all does. */
function freeze({ id, fault, directions, forMs, course }: Freeze): Fault {
  return {
    id,
    fault,
    seen: "Last known nodes meanwhile; live within 5 s after it",
    promise: soon,
    test: {
      begin: (world) => world.proxy.freeze(...directions),
      lastsMs: forMs,
      live: { max: 1 },
      texts: [slow, connecting],
      ...course,
    },
  };
}

const slow = "Home is slow to return node statuses.";
const connecting = "Connecting to Home…";
const late = "Home did not respond in time.";

function freezeTexts(count: number): readonly string[] {
  if (count <= 10) return [];
  // No new connection can be had after 20 s.
  return count < 60 ? [slow, connecting] : [slow, connecting, late];
}

/** Times in which nothing comes through, and connections that are lost without a word. */
export const freezeFaults: readonly Fault[] = [
  ...[2, 5, 10, 30, 60].map((count) =>
    freeze({
      id: `freeze-${count}s`,
      fault: `The server is frozen for ${count} s`,
      directions: ["up", "down"],
      forMs: seconds(count),
      course: { texts: freezeTexts(count) },
    }),
  ),
  freeze({
    id: "freeze-up",
    fault: "Nothing gets to the server for 30 s",
    directions: ["up"],
    forMs: seconds(30),
  }),
  freeze({
    id: "freeze-down",
    fault: "Nothing comes from the server for 30 s",
    directions: ["down"],
    forMs: seconds(30),
    course: { texts: [slow, connecting, late] },
  }),
  {
    id: "freeze-at-start",
    fault: "The server is frozen when the window opens",
    seen: "“Connecting to Home…”, then “Home did not respond in time.”",
    promise: again,
    test: {
      from: "start",
      begin: (world) => world.proxy.freeze("up", "down"),
      lastsMs: seconds(60),
      live: { max: 0 },
      texts: ["Connecting to Home…", "Home did not respond in time."],
    },
  },
  {
    id: "half-open-in-background",
    fault: "All connections are lost without a word while only the status bar is shown",
    seen: "The status bar is right again within a minute",
    promise: "Noticed at the next poll",
    world: { attention: "background" },
    test: async (world) => {
      await world.becomeLive();
      world.proxy.loseConnections();
      await world.pass(seconds(60));
      const { texts } = await world.watch(seconds(5));
      const age = world.server.lastKnownAge ?? Infinity;
      if (texts.length > 0 || age > seconds(35)) throw new Error(`${age}, ${texts.join()}`);
    },
  },
  {
    id: "sleep-connections-kept",
    fault: "The computer sleeps for an hour, and its connections live on",
    seen: "Live again within 5 s of waking up",
    promise: "Sleep is noticed",
    test: async (world) => {
      await world.becomeLive();
      await world.time.sleep(minutes(60));
      await world.untilLive(seconds(5));
      const { liveShare, texts } = await world.watch(seconds(30));
      if (liveShare < 1 || texts.length > 0) throw new Error(`${liveShare}, ${texts.join()}`);
    },
  },
  ...[
    { id: "clock-back", ms: -minutes(60), fault: "The computer's clock is set back by an hour" },
    {
      id: "clock-forward",
      ms: minutes(60),
      fault: "The computer's clock is set forward by an hour",
    },
    {
      id: "clock-back-a-day",
      ms: -minutes(24 * 60),
      fault: "The computer's clock is set back by a day",
    },
  ].map(({ id, ms, fault }): Fault => ({
    id,
    fault,
    seen: "Nothing",
    promise: "Durations are measured by monotonic time; ages go by the server's clock",
    test: async (world) => {
      await world.becomeLive();
      const before = oldestReport(world);
      world.time.client.setWallClock(ms);
      const { liveShare, texts } = await world.watch(seconds(60));
      const after = oldestReport(world);
      if (liveShare < 1 || texts.length > 0 || Math.abs(after - before) > seconds(20)) {
        throw new Error(`${liveShare}, ${texts.join()}, ages ${before} and ${after}`);
      }
    },
  })),
  {
    id: "clock-of-server-off",
    fault: "The server's clock is two hours behind",
    seen: "Ages of reports as they are",
    promise: "Ages go by the server's clock",
    test: async (world) => {
      world.time.client.setWallClock(minutes(120));
      await world.becomeLive();
      const age = oldestReport(world);
      if (age > seconds(30)) throw new Error(`the oldest report is ${age} ms old`);
    },
  },
];

/** The age of the oldest report of a node that is online, in milliseconds. */
function oldestReport({ server }: World): number {
  const online = [...server.nodes.keys()].filter((uuid) => server.presence(uuid) === "online");
  return Math.max(...online.map((uuid) => server.ageOf(server.status(uuid)?.time ?? 0)));
}
