import { type Fault, minutes, seconds } from "../fault";
import { type World } from "../world";

async function lose(world: World, ms: number): Promise<void> {
  world.proxy.loseConnections();
  const tookMs = await world.untilLive(ms);
  const { texts } = await world.watch(seconds(20));
  if (texts.length > 0) throw new Error(`${tookMs} ms, ${texts.join()}`);
}

/** Connections that are lost without a word. */
export const lostFaults: readonly Fault[] = [
  {
    id: "half-open-with-long-call",
    fault: "All connections are lost without a word while a call runs that may take ten minutes",
    seen: "Live again within 15 s",
    promise: "A long call keeps no dead connection",
    test: async (world) => {
      await world.becomeLive();
      world.simulator.knobs.slow = { "admin:exec": minutes(10) };
      void world.server.session.calls
        .call("admin:exec", "{}", { timeoutMs: minutes(10), readOnly: false })
        .catch(() => undefined);
      await world.pass(seconds(1));
      await lose(world, seconds(15));
    },
  },
  {
    id: "half-open-each-minute",
    fault: "All connections are lost without a word each minute",
    seen: "Live again within 15 s, each time",
    promise: "No pause grows, for each time the server was well",
    test: async (world) => {
      await world.becomeLive();
      for (let times = 0; times < 4; times += 1) {
        await lose(world, seconds(15));
        await world.pass(seconds(40));
      }
    },
  },
  {
    id: "freeze-20s",
    fault: "The server is frozen for 20 s",
    seen: "Last known nodes meanwhile; live within 5 s after it",
    promise: "Asked again soon after a timeout; a late response ends the pause",
    test: {
      begin: (world) => world.proxy.freeze("up", "down"),
      lastsMs: seconds(20),
      live: { max: 1 },
      texts: ["Home is slow to return node statuses."],
    },
  },
];
