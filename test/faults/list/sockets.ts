import { cut, messagesFrom, page, reset, respond, swallow } from "../actions";
import { type Fault, seconds } from "../fault";
import { type RequestRule } from "../proxy/exchange";
import { type World } from "../world";

const byPost = "Nodes stay live";
const promise = "POST serves at once; the socket is tried again with growing pauses";

const overHttp = { live: { min: 0.85 }, state: "ready over http" } as const;

/** Ends all sockets that are open, so that the client has to open others. */
const endSockets = (world: World, code = 1006): void => {
  for (const pipe of world.proxy.pipes) pipe.closeClient(code);
};

const closes = (code: number): Fault => ({
  id: `socket-closed-${code}`,
  fault: `Each socket is closed with ${code} at its first message`,
  seen: byPost,
  promise,
  test: {
    ...overHttp,
    begin: (world) => {
      world.proxy.onMessage = messagesFrom("client", (_message, pipe) => pipe.closeClient(code));
      endSockets(world);
    },
  },
});

const badUpgrade = (
  id: string,
  fault: string,
  onUpgrade: RequestRule,
  itsPromise = promise,
): Fault => ({
  id,
  fault,
  seen: byPost,
  promise: itsPromise,
  test: {
    ...overHttp,
    begin: (world) => {
      world.proxy.onUpgrade = onUpgrade;
      endSockets(world);
    },
  },
});

/** Sockets that open, or do not, and carry nothing, while POST is well. */
export const socketFaults: readonly Fault[] = [
  {
    id: "socket-cut-at-once",
    fault: "Each socket is cut as soon as it is open",
    seen: byPost,
    promise,
    test: {
      ...overHttp,
      begin: (world) => {
        world.proxy.onUpgrade = (exchange) => {
          exchange.raw(
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n",
          );
          exchange.cut();
        };
        endSockets(world);
      },
    },
  },
  ...[1000, 1001, 1005, 1006, 1008, 1009, 1011, 1012, 1013].map(closes),
  badUpgrade("upgrade-reset", "The upgrade to a socket is reset", reset),
  badUpgrade("upgrade-cut", "The connection ends in place of a response to the upgrade", cut),
  ...[400, 403, 404, 426, 500, 502, 503].map((status) =>
    badUpgrade(
      `upgrade-${status}`,
      `A proxy responds to the upgrade with HTTP ${status} and a page`,
      page(status, `${status}`),
    ),
  ),

  badUpgrade(
    "upgrade-200",
    "A proxy drops the Upgrade header, and the server responds with a page",
    page(200, "Komari"),
  ),
  badUpgrade(
    "upgrade-redirected",
    "A proxy redirects the upgrade to another host",
    respond({ status: 302, headers: { location: "https://login.example.com/" } }),
    "Redirects of upgrades are not followed; POST serves",
  ),
  {
    id: "socket-mute-with-pongs",
    fault: "Sockets open and answer pings, but no call",
    seen: byPost,
    promise,
    test: {
      ...overHttp,
      live: { min: 0.7 },
      begin: (world) => {
        world.proxy.onMessage = messagesFrom("client", swallow);
        endSockets(world);
      },
    },
  },
  {
    id: "socket-silent",
    fault: "Sockets open and carry nothing, not even pongs",
    seen: byPost,
    promise,
    test: {
      ...overHttp,
      live: { min: 0.7 },
      begin: (world) => {
        world.proxy.onMessage = messagesFrom("client", swallow);
        world.proxy.setPongs(false);
        endSockets(world);
      },
    },
  },
  {
    id: "pongs-missing",
    fault: "A proxy carries messages and no pongs",
    seen: "Nothing",
    promise: "Missing pongs alone never end a socket that answers",
    test: {
      lastsMs: seconds(180),
      state: "ready over webSocket",
      begin: (world) => world.proxy.setPongs(false),
    },
  },
  badUpgrade("upgrade-swallowed", "The upgrade to a socket gets no response", swallow),
  {
    id: "socket-mute-from-now",
    fault: "An open socket carries no answers any more, only pongs",
    seen: "Nodes are live again within half a minute",
    promise: "The socket is compared with POST, which then serves in its place",
    test: {
      live: { min: 0.85 },
      texts: ["Home is slow to return node statuses."],
      lastsMs: seconds(120),
      begin: (world) => {
        world.proxy.onMessage = messagesFrom("client", swallow);
      },
    },
  },
];
