import { type Course, type Fault, seconds } from "../fault";
import { type ConnectionRule } from "../proxy/faultProxy";
import { type World } from "../world";
import { delayedConnections } from "../actions";

const again = "Tried again with growing pauses, at once when the window regains focus";

/** All connections end, and new ones are treated so. */
const connections =
  (rule: ConnectionRule) =>
  (world: World): void => {
    world.proxy.onConnection = rule;
    world.proxy.cutConnections();
  };

interface ConnectionFault {
  readonly id: string;
  readonly fault: string;
  readonly text: string;
  readonly begin: (world: World) => unknown;
  readonly course?: Partial<Course>;
}

function connectionFault({ id, fault, text, begin, course }: ConnectionFault): Fault {
  return {
    id,
    fault,
    seen: `Last known nodes; “${text}”`,
    promise: again,
    test: { begin, live: { max: 0.3 }, texts: [text], state: "failed", ...course },
  };
}

const closed = "Home closed the connection.";

/** A connection that swallows what is written into it. */
const silent: ConnectionRule = (socket) => void socket.resume();

/** Connections that do not come about, or carry something else. */
export const connectionFaults: readonly Fault[] = [
  connectionFault({
    id: "refused",
    fault: "Nothing listens at the port for a minute",
    text: "Home cannot be reached: connection refused.",
    begin: (world) => world.proxy.refuse(),
    course: { end: (world) => world.proxy.listen() },
  }),
  {
    id: "refused-briefly",
    fault: "Nothing listens at the port for three seconds",
    seen: "Nothing",
    promise: "A connection that comes back at once is no message; live within 5 s without focus",
    test: {
      begin: (world) => world.proxy.refuse(),
      lastsMs: seconds(3),
      end: (world) => world.proxy.listen(),
    },
  },
  {
    id: "refused-at-start",
    fault: "Nothing listens at the port when the window opens",
    seen: "“Home cannot be reached: connection refused.” instead of nodes",
    promise: again,
    test: {
      from: "start",
      begin: (world) => world.proxy.refuse(),
      end: (world) => world.proxy.listen(),
      live: { max: 0 },
      texts: ["Home cannot be reached: connection refused."],
    },
  },
  connectionFault({
    id: "connections-cut",
    fault: "Each connection is cut as soon as it is made",
    text: closed,
    begin: connections((socket) => socket.destroy()),
  }),
  connectionFault({
    id: "connections-reset",
    fault: "Each connection is reset as soon as it is made",
    text: closed,
    begin: connections((socket) => socket.resetAndDestroy()),
  }),
  connectionFault({
    id: "connections-swallow",
    fault: "Connections are made and carry nothing",
    text: "Home did not respond in time.",
    begin: connections(silent),
    course: { texts: [closed, "Home did not respond in time."], lastsMs: seconds(90) },
  }),
  connectionFault({
    id: "other-protocol",
    fault: "Another service answers at the port",
    text: "Home does not respond with HTTP. Check the URL and its port.",
    begin: connections((socket) => {
      socket.resume();
      socket.end("SSH-2.0-OpenSSH_9.6\r\n");
    }),
  }),
  {
    id: "connections-slow",
    fault: "Each connection takes three seconds to be accepted",
    seen: "Nodes stay live",
    promise: "Slow connections are kept and used again",
    test: {
      live: { min: 0.8 },
      begin: (world) => {
        world.proxy.onConnection = delayedConnections(world, seconds(3));
        world.proxy.cutConnections();
      },
    },
  },
  {
    id: "connections-cut-once",
    fault: "All connections are cut at once",
    seen: "Nothing",
    promise: "The connection is replaced before anything is said of it",
    test: { begin: (world) => world.proxy.cutConnections() },
  },
  {
    id: "connections-cut-often",
    fault: "All connections are cut every ten seconds",
    seen: "Nodes stay live",
    promise: "Where sockets do not live, POST serves; no message, no storm",
    test: async (world) => {
      await world.becomeLive();
      for (let cuts = 0; cuts < 12; cuts += 1) {
        world.proxy.cutConnections();
        const { liveShare, texts } = await world.watch(seconds(10));
        if (liveShare < 1 || texts.length > 0) throw new Error(`${liveShare}, ${texts.join()}`);
      }
    },
  },
  {
    id: "socket-cut-every-minute",
    fault: "A proxy cuts each socket after a minute, whatever it carries",
    seen: "Nothing",
    promise: "Each socket is replaced at once",
    test: async (world) => {
      await world.becomeLive();
      for (let cuts = 0; cuts < 5; cuts += 1) {
        for (const pipe of world.proxy.pipes) pipe.closeClient(1006);
        const { liveShare, texts, samples } = await world.watch(seconds(60));
        const last = samples.at(-1)?.state;
        if (liveShare < 1 || texts.length > 0 || last !== "ready over webSocket") {
          throw new Error(`${liveShare}, ${texts.join()}, ${last}`);
        }
      }
    },
  },
];
