import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { setImmediate } from "node:timers/promises";
import { type LocalErrorCode } from "../../../src/rpc/errors";
import { type Failure } from "../../../src/rpc/failure";
import { dialWebSocket } from "../../../src/rpc/webSocketDial";
import { silentLogger } from "../../../src/util/logger";
import { FakeClock } from "../../builders/fakeClock";
import { rejectsWith } from "../../builders/rejectsWith";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type PlainAnswer, type RpcServer, startRpcServer } from "../../builders/rpcServer";
import { openWebSocket } from "../../builders/rpcTransports";
import { testCertificate } from "../../builders/testCertificate";

const closedByTest: Failure = { code: "disposed", detail: "closed by the test" };
const closeDetails = { timeoutMs: 5000 };

describe("dialWebSocket", () => {
  let server: RpcServer;
  beforeEach(async () => {
    server = await startRpcServer();
  });
  afterEach(() => server.close());

  it("sends an Origin equal to the Host, no offer of compression, and the headers", async () => {
    const headers = { Cookie: "session_token=x" };
    const transport = await openWebSocket(
      anEndpoint(server.baseUrl, { headers: () => headers, userAgent: "Us/1" }),
    );
    const [seen] = server.upgrades;
    assert.ok(seen);
    assert.equal(seen.headers.origin, `http://${seen.headers.host ?? ""}`);
    assert.equal(seen.headers["sec-websocket-extensions"], undefined);
    assert.equal(seen.headers.cookie, "session_token=x");
    assert.equal(seen.headers["user-agent"], "Us/1");
    transport.close(closedByTest);
  });

  it("tries the Origin without the port when the first is refused", async () => {
    server.refuse = ({ headers }) =>
      headers.origin === "http://127.0.0.1" ? undefined : forbidden;
    const transport = await openWebSocket(anEndpoint(server.baseUrl));
    assert.deepEqual(await transport.call("m", [1], closeDetails), [1]);
    assert.deepEqual(
      server.upgrades.map(({ headers }) => headers.origin),
      [server.baseUrl, "http://127.0.0.1"],
    );
    transport.close(closedByTest);
  });

  it("tries no more than both", async () => {
    server.refuse = () => forbidden;
    await rejectsWith(openWebSocket(anEndpoint(server.baseUrl)), "forbidden");
    assert.equal(server.upgrades.length, 2);
  });

  const refusals: [string, PlainAnswer, LocalErrorCode][] = [
    ["401", { status: 401, body: '{"status":"error","message":"Private site"}' }, "unauthorized"],
    ["404", { status: 404, body: "404 page not found" }, "notRpcEndpoint"],
    [
      "the installation",
      { status: 404, body: '{"status":"error","message":"Not found in install mode"}' },
      "installing",
    ],
    [
      "a page",
      { status: 200, headers: { "Content-Type": "text/html" }, body: "<html>" },
      "notRpcEndpoint",
    ],
    ["a redirect", { status: 302, headers: { Location: "https://evil/" } }, "notRpcEndpoint"],
    ["a bad gateway", { status: 502, body: "<html>" }, "unreachable"],
    [
      "a refused upgrade",
      { status: 400, body: '{"error":"Failed to upgrade to WebSocket","status":"error"}' },
      "notRpcEndpoint",
    ],
    ["a reply", { status: 200, body: '{"jsonrpc":"2.0","result":"pong"}' }, "notRpcEndpoint"],
    ["a huge page", { status: 200, body: "x".repeat(1024 * 1024 + 1) }, "notRpcEndpoint"],
  ];
  for (const [what, response, code] of refusals) {
    it(`says ${code} when it is answered by ${what}`, async () => {
      server.refuse = () => response;
      await rejectsWith(openWebSocket(anEndpoint(server.baseUrl)), code);
    });
  }

  it("gives a server ten seconds for the handshake", async () => {
    const clock = new FakeClock();
    const upgraded = new Promise<void>((resolve) => {
      server.refuse = () => {
        resolve();
        return "hang";
      };
    });
    const opening = openWebSocket(anEndpoint(server.baseUrl), clock);
    await upgraded;
    clock.advance(10_000);
    await rejectsWith(opening, "timeout");
    assert.equal(clock.pending, 0);
  });

  it("says unreachable where no server listens", async () => {
    await server.close();
    await rejectsWith(openWebSocket(anEndpoint(server.baseUrl)), "unreachable");
  });

  it("refuses an untrusted certificate, and accepts it when configured to", async () => {
    const secure = await startRpcServer({ tls: testCertificate });
    await rejectsWith(openWebSocket(anEndpoint(secure.baseUrl)), "certificate");
    for (const tls of [{ ca: testCertificate.cert }, { acceptAnyCertificate: true }]) {
      const transport = await openWebSocket(anEndpoint(secure.baseUrl, { tls }));
      transport.close(closedByTest);
    }
    await secure.close();
  });

  it("says so when something that is not a socket says yes", async () => {
    const liar = createServer((socket: Socket) => {
      socket.on("data", () =>
        socket.end("HTTP/1.1 101 X\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"),
      );
    });
    liar.listen(0, "127.0.0.1");
    await once(liar, "listening");
    const address = liar.address();
    assert.ok(address !== null && typeof address === "object");
    const endpoint = anEndpoint(`http://127.0.0.1:${address.port}`);
    await rejectsWith(openWebSocket(endpoint), "notRpcEndpoint");
    liar.close();
  });

  it("says unauthorized for a credential that no header can carry", async () => {
    const headers = () => ({ Authorization: "Bearer 密钥" });
    await rejectsWith(openWebSocket(anEndpoint(server.baseUrl, { headers })), "unauthorized");
  });

  it("is silent after it is given up", async () => {
    const clock = new FakeClock();
    const events: string[] = [];
    const dialled = dialWebSocket(
      anEndpoint(server.baseUrl),
      { clock, logger: silentLogger },
      {
        onOpen: () => events.push("open"),
        onFail: () => events.push("fail"),
        onLost: () => events.push("lost"),
      },
    );
    dialled.close(closedByTest);
    await openWebSocket(anEndpoint(server.baseUrl)).then((other) => other.close(closedByTest));
    await setImmediate();
    assert.deepEqual(events, []);
    assert.equal(server.upgrades.length, 1);
    assert.equal(clock.pending, 0);
  });
});

const forbidden: PlainAnswer = { status: 403, body: "Forbidden" };
