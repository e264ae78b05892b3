import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { type WebSocket } from "ws";
import { verifiedDial } from "../../../src/rpc/verifiedDial";
import { type LocalErrorCode } from "../../../src/rpc/errors";
import { type Failure, toLocalError } from "../../../src/rpc/failure";
import { type Transport } from "../../../src/rpc/transport";
import { type Dialled, dialWebSocket } from "../../../src/rpc/webSocketDial";
import { silentLogger } from "../../../src/util/logger";
import { FakeClock } from "../../builders/fakeClock";
import { rejectsWith } from "../../builders/rejectsWith";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type RpcServer, startRpcServer } from "../../builders/rpcServer";

const closedByTest: Failure = { code: "disposed", detail: "closed by the test" };

describe("answeringDial", () => {
  let server: RpcServer;
  let clock: FakeClock;
  beforeEach(async () => {
    server = await startRpcServer();
    clock = new FakeClock();
  });
  afterEach(() => server.close());

  /** The server answers nothing from here on. @returns when it has got a message. */
  function nextMessage(): Promise<void> {
    return new Promise<void>((resolve) => {
      server.answer = () => {
        resolve();
        return undefined;
      };
    });
  }

  function dial(events: string[] = []) {
    const dialAnswering = verifiedDial((inner) =>
      dialWebSocket(anEndpoint(server.baseUrl), { clock, logger: silentLogger }, inner),
    );
    let dialled: Dialled | undefined;
    const opened = new Promise<Transport>((resolve, reject) => {
      dialled = dialAnswering({
        onOpen: (socket) => {
          events.push("open");
          resolve(socket);
        },
        onFail: (failure) => {
          events.push("fail");
          reject(toLocalError(failure));
        },
        onLost: () => events.push("lost"),
      });
    });
    return { opened, close: () => dialled?.close(closedByTest) };
  }

  it("opens once a call was answered, be it by an error", async () => {
    const error = { code: -32041, message: "denied" };
    server.answer = () => JSON.stringify({ jsonrpc: "2.0", id: 1, error });
    const { close, opened } = dial();
    await opened;
    assert.equal(server.messages.length, 1);
    close();
    assert.equal(clock.pending, 0);
  });

  const spoilt: [string, (peer: WebSocket) => void, LocalErrorCode][] = [
    ["cut at once", (peer) => peer.terminate(), "connectionLost"],
    ["closed with 1008", (peer) => peer.close(1008, "denied"), "connectionLost"],
    [
      "cut at the first message",
      (peer) => peer.once("message", () => peer.terminate()),
      "connectionLost",
    ],
  ];
  for (const [what, spoil, code] of spoilt) {
    it(`fails with ${code} where sockets are ${what}`, async () => {
      server.onOpen = spoil;
      const events: string[] = [];
      await rejectsWith(dial(events).opened, code);
      await setImmediate();
      assert.deepEqual(events, ["fail"]);
      assert.equal(clock.pending, 0);
    });
  }

  it("gives a socket that answers nothing but pings five seconds", async () => {
    const requested = nextMessage();
    const { opened } = dial();
    await requested;
    clock.advance(5_000);
    await rejectsWith(opened, "timeout");
    assert.equal(clock.pending, 0);
  });

  it("is silent after it was closed while it waited for the response", async () => {
    const requested = nextMessage();
    const events: string[] = [];
    const { close } = dial(events);
    await requested;
    close();
    await setImmediate();
    assert.deepEqual(events, []);
    assert.equal(clock.pending, 0);
  });
});
