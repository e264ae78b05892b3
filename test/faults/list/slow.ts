import { calls, delayed, swallow } from "../actions";
import { type Fault, minutes, seconds } from "../fault";
import { type MessageRule } from "../proxy/socketPipe";
import { type World } from "../world";

/** Calls of these methods get no response, whichever way they are sent. */
export function hang(world: World, ...methods: readonly string[]): void {
  world.proxy.onRequest = calls(methods, swallow);
  world.proxy.onMessage = hold(methods);
}

function hold(methods: readonly string[]): MessageRule {
  return (message, pipe) => {
    if (!message.methods.some((method) => methods.includes(method))) pipe.pass(message);
  };
}

/** Statuses are polled so that the requests take a fifth of the time. */
function liveAt(count: number): number {
  if (count === 1) return 1;
  return count === 3 ? 0.7 : 0.4;
}

/** Answers that take long. */
export const slowFaults: readonly Fault[] = [
  {
    id: "hanging-getnodes",
    fault: "common:getNodes hangs for two minutes while all else is well",
    seen: "Nodes stay live; “Home did not respond in time.” for the list of nodes",
    promise: "Statuses go on while the list of nodes does not come",
    test: {
      begin: (world) => hang(world, "common:getNodes"),
      lastsMs: seconds(120),
      live: { min: 0.99 },
      texts: ["Home did not respond in time."],
    },
  },
  {
    id: "slow-getnodes-on-server",
    fault: "The server works on common:getNodes for a minute each time",
    seen: "Nodes stay live; “Home did not respond in time.” for the list of nodes",
    promise: "Statuses go another way while one way is busy",
    test: {
      begin: (world) => {
        world.simulator.knobs.slow = { "common:getNodes": minutes(1) };
      },
      end: (world) => {
        world.simulator.knobs.slow = 0;
      },
      lastsMs: seconds(180),
      live: { min: 0.9 },
      texts: ["Home did not respond in time."],
    },
  },
  {
    id: "six-hanging-records",
    fault: "Six calls of common:getRecords hang",
    seen: "Nodes stay live; after a reconnect the server is ready within 5 s",
    promise: "Charts do not hold up statuses or identifying",
    test: async (world) => {
      await world.becomeLive();
      hang(world, "common:getRecords");
      for (let count = 0; count < 6; count += 1) {
        void world.server.session.calls
          .call("common:getRecords", "{}", { timeoutMs: minutes(1), readOnly: true })
          .catch(() => undefined);
      }
      const { liveShare, texts } = await world.watch(seconds(20));
      world.server.session.reconnect();
      await world.untilLive(seconds(5));
      if (liveShare < 1 || texts.length > 0) throw new Error(`${liveShare}, ${texts.join()}`);
    },
  },
  ...[1, 3, 8].map((count): Fault => ({
    id: `slow-${count}s`,
    fault: `Each request and message takes ${count} s`,
    seen: count === 1 ? "Nodes stay live" : "Nodes are renewed less often",
    promise:
      "No timeout and no storm; requests for statuses take a fifth of the time, whatever they wait for",
    test: {
      live: { min: liveAt(count) },
      ...(count > 1 && { recoversWithinMs: seconds(31) }),

      lastsMs: seconds(120),
      begin: (world) => {
        world.proxy.onRequest = delayed(seconds(count));
        world.proxy.onMessage = (message, pipe) => {
          void pipe.pause(seconds(count) / 2).then(() => pipe.pass(message));
        };
      },
    },
  })),
  {
    id: "slow-statuses",
    fault: "The server works on statuses for five seconds each time",
    seen: "Nodes stay live",
    promise: "Polled less often, so that the server has room for others",
    test: {
      live: { min: 0.3 },
      lastsMs: seconds(120),
      begin: (world) => {
        world.simulator.knobs.slow = { "common:getNodesLatestStatus": seconds(5) };
      },
      end: (world) => {
        world.simulator.knobs.slow = 0;
      },
      recoversWithinMs: seconds(31),
    },
  },
];
