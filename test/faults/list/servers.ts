import assert from "node:assert/strict";
import { type Course, type Fault, minutes, seconds } from "../fault";
import { type Knobs } from "../../simulator/simulator";
import { type ProfileName, profileNames } from "../../simulator/profiles/profiles";
import { type WorldOptions } from "../world";

const guest: Partial<WorldOptions> = { credential: { kind: "guest" } };

interface StateFault {
  readonly id: string;
  readonly fault: string;
  readonly text: string;
  readonly knobs: Partial<Knobs>;
  readonly world?: Partial<WorldOptions>;
  readonly course?: Partial<Course>;
  readonly promise?: string;
}

/** The server is in this state for a minute, and has been restarted before and after. */
function stateFault({ id, fault, text, knobs, world = {}, course, promise }: StateFault): Fault {
  return {
    id,
    fault,
    seen: `“${text}”`,
    promise: promise ?? "Comes back by itself, at once when the window regains focus",
    world,
    test: {
      begin: (running) => {
        Object.assign(running.simulator.knobs, knobs);
        running.simulator.restart();
      },
      end: (running) => {
        const undone = Object.keys(knobs).map((name) => [name, neutral[name]]);
        Object.assign(running.simulator.knobs, Object.fromEntries(undone));
      },
      live: { max: 0.3 },
      texts: [text],
      ...course,
    },
  };
}

const neutral: Readonly<Record<string, unknown>> = {
  guide: "none",
  status500: false,
  garbage: "never",
  privateSite: false,
  wrongKey: false,
  drop: "never",
};

/** Another server answers at the same address. */
function replacedBy(profile: ProfileName): Fault {
  return {
    id: `replaced-by-${profile}`,
    fault: `The server is replaced by ${profile === "nekomari" ? "Nekomari" : `Komari ${profile}`}`,
    seen: "Nothing, but what the new one offers",
    promise: "Live within 5 s; what was known of the old one is asked for again",
    test: async (world) => {
      await world.becomeLive();
      await world.replaceServer(profile);
      await world.untilLive(seconds(5));
      const { state } = world.server.session;
      assert.ok(state.kind === "ready");
      assert.equal(state.identity.version.version, world.simulator.version);
      const { liveShare, texts } = await world.watch(seconds(60));
      if (liveShare < 1 || texts.length > 0) throw new Error(`${liveShare}, ${texts.join()}`);
    },
  };
}

/** A limit of the server or a proxy, under which all is well. */
function limited(id: string, fault: string, knobs: Partial<Knobs>, min = 1): Fault {
  return {
    id: `limit-${id}`,
    fault,
    seen: "Nodes stay live",
    promise: "Limits are found and kept to",
    world: { knobs },
    test: async (world) => {
      await world.becomeLive();
      const { liveShare, texts } = await world.watch(minutes(4));
      if (liveShare < min || texts.length > 0) throw new Error(`${liveShare}, ${texts.join()}`);
    },
  };
}

/** What becomes of the server itself. */
export const serverFaults: readonly Fault[] = [
  {
    id: "restart",
    fault: "The server restarts",
    seen: "Nothing",
    promise: "Live within 5 s",
    test: { begin: (world) => world.simulator.restart(), lastsMs: seconds(5), live: { min: 1 } },
  },
  {
    id: "restart-takes-5s",
    fault: "The server restarts, and nothing listens for five seconds",
    seen: "Nothing",
    promise: "Live within 5 s of its being well, without focus",
    test: {
      begin: (world) => world.simulator.refuse(),
      lastsMs: seconds(5),
      end: (world) => world.simulator.accept(),
    },
  },
  {
    id: "restart-each-half-minute",
    fault: "The server restarts every 30 s",
    seen: "Nodes stay live",
    promise: "No message, no storm",
    test: async (world) => {
      await world.becomeLive();
      for (let times = 0; times < 6; times += 1) {
        world.simulator.restart();
        const { liveShare, texts } = await world.watch(seconds(30));
        // Agents come back within three seconds.
        if (liveShare < 0.8 || texts.length > 0) throw new Error(`${liveShare}, ${texts.join()}`);
      }
    },
  },
  ...profileNames.map(replacedBy),
  stateFault({
    id: "installing",
    fault: "The server is new and waits for its installation",
    text: "Home is not set up yet. Finish its setup in a browser.",
    knobs: { guide: "installing" },
  }),
  stateFault({
    id: "crashing",
    fault: "The server answers everything with HTTP 500 and no body",
    text: "Home failed to process the request (HTTP 500).",
    knobs: { status500: true },
  }),
  stateFault({
    id: "garbled-json",
    fault: "The server answers everything with JSON that breaks off",
    text: "Home sent a response that is cut off or garbled (HTTP 200).",
    knobs: { garbage: "json" },
  }),
  stateFault({
    id: "dropping",
    fault: "The server cuts each connection without a response",
    text: "Home closed the connection.",
    knobs: { drop: "connections" },
  }),
  stateFault({
    id: "private",
    fault: "The site has become private, and the user is a guest",
    text: "Home is private. Sign in to see it.",
    knobs: { privateSite: true },
    world: guest,
    course: { byFocus: true },
  }),
  stateFault({
    id: "key-rejected",
    fault: "The API key is no longer valid, and the site is open to guests",
    text: "Home rejected the API key.",
    knobs: { wrongKey: true },
    promise: "Nodes stay live as for a guest; no request with the key in a loop",
    course: { live: { min: 0.9 } },
  }),
  {
    id: "session-expired",
    fault: "The sign-in was ended on the server",
    seen: "Nodes stay live as for a guest",
    promise: "Said within a minute that the sign-in is over, with a Sign In button",
    test: async (world) => {
      await world.becomeLive();
      const credential = { kind: "session", token: world.simulator.signIn() } as const;
      world.server.session.setCredential(credential);
      await world.untilLive(seconds(5));
      world.simulator.expireSessions();
      world.simulator.restart();
      const { liveShare, texts } = await world.watch(seconds(60));
      if (liveShare < 0.9 || texts.join() !== "Home no longer accepts your sign-in.") {
        throw new Error(`${liveShare}, ${texts.join()}`);
      }
    },
  },
  limited("no-sockets", "The server opens no sockets", { socketMax: 0 }),
  limited("no-upgrades", "A proxy does not pass upgrades on", { noWebSocket: true }),
  limited("no-post", "Each POST is taken for an upgrade", { noPost: true }),
  limited("host-without-port", "A proxy passes the Host on without its port", {
    hostWithoutPort: true,
  }),
  limited("idle-sockets", "Sockets without a message for 30 s are cut", { idleMax: seconds(30) }),
  limited("batches", "The server refuses batches of more than one call", { batchMax: 1 }),
  limited("small-messages", "Messages and bodies of more than 4 KB are refused", {
    bodyMax: 4096,
    messageMax: 4096,
  }),
  limited("stray-statuses", "There are statuses of nodes that do not exist", {
    strayStatuses: true,
  }),
  limited("silent-statuses", "Nodes that have not reported have statuses of the year 1", {
    silentStatuses: true,
  }),
];
