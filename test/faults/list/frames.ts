import { messagesFrom } from "../actions";
import { type Course, type Fault, seconds } from "../fault";
import { type MessageRule } from "../proxy/socketPipe";

/** Messages of the server come so, and all is well. */
function understood(id: string, fault: string, rule: MessageRule): Fault {
  return {
    id: `message-${id}`,
    fault: `Messages of the server ${fault}`,
    seen: "Nothing",
    promise: "The right response is found; the socket goes on",
    test: {
      state: "ready over webSocket",
      begin: (world) => {
        world.proxy.onMessage = messagesFrom("server", rule);
      },
    },
  };
}

/** In place of each message from the server come bytes that are no messages. */
function broken(id: string, fault: string, bytes: Buffer, course: Partial<Course> = {}): Fault {
  return {
    id: `frame-${id}`,
    fault: `In place of messages come ${fault}`,
    seen: "Nodes stay live",
    promise: "The socket is given up at once, and POST serves",
    test: {
      state: "ready over http",
      live: { min: 0.9 },
      begin: (world) => {
        world.proxy.onMessage = messagesFrom(
          "server",
          (_message, { raw }) => void raw.write(bytes),
        );
      },
      ...course,
    },
  };
}

/** An unmasked frame with a short payload. */
const frame = (first: number, payload: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from([first, payload.length]), Buffer.from(payload)]);

/** What sockets carry. */
export const frameFaults: readonly Fault[] = [
  understood("binary", "are binary", ({ text }, pipe) => pipe.toClient(text, { binary: true })),
  understood("fragments", "come in fragments", ({ text }, pipe) => {
    const half = Math.floor(text.length / 2);
    pipe.toClient(text.slice(0, half), { fin: false });
    pipe.toClient(text.slice(half));
  }),
  understood("twice", "come twice", ({ text }, pipe) => {
    pipe.toClient(text);
    pipe.toClient(text);
  }),
  understood(
    "of-other-ids",
    "come after responses to calls that were never made",
    ({ text }, pipe) => {
      pipe.toClient('{"jsonrpc":"2.0","id":987654,"result":{}}');
      pipe.toClient('{"jsonrpc":"2.0","id":"a","result":{}}');
      pipe.toClient(text);
    },
  ),
  understood("after-notifications", "come after notifications", ({ text }, pipe) => {
    pipe.toClient('{"jsonrpc":"2.0","method":"event:changed","params":{}}');
    pipe.toClient(text);
  }),
  understood("after-null-id", "come after errors without an id", ({ text }, pipe) => {
    pipe.toClient('{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}');
    pipe.toClient(text);
  }),
  understood("after-empty", "come after empty messages", ({ text }, pipe) => {
    pipe.toClient("");
    pipe.toClient(text);
  }),
  understood("with-spaces", "have spaces and lines around them", ({ text }, pipe) =>
    pipe.toClient(`\r\n  ${text}\n`),
  ),
  understood("with-byte-order-mark", "begin with a byte order mark", ({ text }, pipe) =>
    pipe.toClient(`\uFEFF${text}`),
  ),
  understood("with-more-members", "have members that nobody knows", ({ text }, pipe) =>
    pipe.toClient(text.replace("{", '{"trace":"abc","time":1,')),
  ),
  understood("between-pings", "come between pings of the server", ({ text }, pipe) => {
    for (let count = 0; count < 20; count += 1) pipe.client.ping("are you there");
    pipe.toClient(text);
    pipe.client.pong();
  }),
  understood("late", "come in another order", ({ text, index }, pipe) => {
    if (index % 2 === 1) pipe.toClient(text);
    else void pipe.pause(300).then(() => pipe.toClient(text));
  }),
  {
    id: "message-garbled",
    fault: "Messages of the server are JSON that breaks off",
    seen: "Nodes stay live",
    promise: "Reads are repeated over POST",
    test: {
      live: { min: 1 },
      begin: (world) => {
        world.proxy.onMessage = messagesFrom("server", ({ text }, pipe) =>
          pipe.toClient(text.slice(0, -5)),
        );
      },
    },
  },
  broken("reserved-opcode", "frames of an unknown kind", frame(0x83, "abc")),
  broken("compressed", "compressed frames though nothing was agreed", frame(0xc1, "abc")),
  broken("invalid-utf8", "texts that are no UTF-8", frame(0x81, Buffer.from([0xff, 0xfe, 0xfd]))),
  broken("masked", "masked frames", Buffer.from([0x81, 0x83, 1, 2, 3, 4, 0x60, 0x60, 0x60])),
  broken(
    "close-code",
    "close frames with a code that does not exist",
    frame(0x88, Buffer.from([0, 9])),
  ),
  broken(
    "long-ping",
    "pings that are too long",
    Buffer.concat([Buffer.from([0x89, 126, 1, 0]), Buffer.alloc(256)]),
  ),
  broken("http", "an HTTP response", Buffer.from("HTTP/1.1 502 Bad Gateway\r\n\r\n")),
  broken(
    "huge",
    "frames that announce an exabyte",
    Buffer.from([0x81, 127, 0x0f, 0xff, 0xff, 0xff, 0, 0, 0, 0]),
  ),
  {
    id: "message-too-large",
    fault: "One message is larger than komari.maxResponseSize allows",
    seen: "“Home sent a response larger than komari.maxResponseSize allows.” until the next poll, at most",
    promise: "That call alone fails, and nodes stay live",
    world: { maxResponseBytes: 1_000_000 },
    test: async (world) => {
      await world.becomeLive();
      let isFirst = true;
      world.proxy.onMessage = messagesFrom("server", ({ text }, pipe) => {
        pipe.toClient(isFirst ? text.replace("{", `{"trace":"${"a".repeat(2_000_000)}",`) : text);
        isFirst = false;
      });
      const { liveShare, texts } = await world.watch(seconds(60));
      const text = "Home sent a response larger than komari.maxResponseSize allows.";
      if (liveShare < 1 || (texts.length > 0 && texts.join() !== text)) {
        throw new Error(`${liveShare}, ${texts.join()}`);
      }
    },
  },
];
