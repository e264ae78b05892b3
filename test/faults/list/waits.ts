import assert from "node:assert/strict";
import { calls, swallow } from "../actions";
import { type Fault, seconds } from "../fault";
import { type World } from "../world";

const seen = "Nodes are live again within 5 s";

/** Connections that carry nothing any more while new ones are well: noticed within 15 s. */
async function noticesLostConnections(world: World): Promise<void> {
  await world.becomeLive();
  world.proxy.loseConnections();
  await world.untilLive(seconds(15));
}

/** Everything goes over sockets here, one call after the other on each. */
async function pollsBesideLongCall(world: World): Promise<void> {
  await world.becomeLive();
  world.simulator.knobs.slow = { "rpc.help": seconds(60) };
  const call = world.call("rpc.help", { timeoutMs: seconds(600) });
  await call.then(({ response, tookMs }) => {
    assert.ok(response !== undefined && tookMs >= seconds(60), "the long call has its response");
  });
  assert.ok((world.server.lastKnownAge ?? Infinity) <= seconds(5), world.describe());
}

/** Servers that stand still or go away for a while, and connections that die without a word. */
export const waitFaults: readonly Fault[] = [
  ...[30, 120].map((duration): Fault => ({
    id: `frozen-${duration}s`,
    fault: `Everything between client and server waits for ${duration} s`,
    seen,
    promise: "The pause after it comes from how long good polls took",
    test: {
      begin: (world) => world.proxy.freeze("up", "down"),
      lastsMs: seconds(duration),
      live: {},
      texts: [/slow to return/, /Connecting/, ...(duration > 30 ? [/./] : [])],
      recoversWithinMs: seconds(5),
    },
  })),
  {
    id: "restarted",
    fault: "The server is away for 45 s and starts again",
    seen,
    promise: "Retries are at most 3 s apart while the user looks",
    test: {
      begin: (world) => world.proxy.refuse(),
      lastsMs: seconds(45),
      live: { max: 0.4 },
      texts: [/./],
      end: (world) => world.proxy.listen(),
      recoversWithinMs: seconds(5),
    },
  },
  {
    id: "connections-lost",
    fault:
      "A router has lost its table: open connections carry nothing any more, new ones are well",
    seen: "Nodes are live again within 15 s",
    promise: "A fresh socket is compared with one that is mute",
    test: noticesLostConnections,
  },
  {
    id: "no-post-long-call",
    fault: "POST is impossible, and a call takes a minute",
    seen: "Nodes are live",
    promise: "Statuses get a socket of their own; the call keeps the first and has its response",
    world: { knobs: { noPost: true } },
    test: pollsBesideLongCall,
  },
  ...["rpc.methods", "common:getVersion", "common:getPublicInfo", "common:getNodes"].map(
    (method): Fault => ({
      id: `hangs-${method.replace(/^.*[.:]/, "")}`,
      fault: `${method} never responses`,
      seen: "Nodes are live",
      promise: "A request that hangs holds up no other",
      test: async (world) => {
        world.proxy.onRequest = calls([method], swallow);
        world.start();
        await world.untilLive(seconds(15));
        const before = world.count("common:getNodesLatestStatus");
        const { liveShare } = await world.watch(seconds(60));
        const polls = world.count("common:getNodesLatestStatus") - before;
        assert.ok(liveShare === 1 && polls >= 25, `live ${liveShare}, ${polls} polls`);
      },
    }),
  ),
];
