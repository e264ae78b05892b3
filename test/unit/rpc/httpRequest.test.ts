import assert from "node:assert/strict";
import { type Endpoint } from "../../../src/rpc/endpoint";
import { RpcLocalError } from "../../../src/rpc/errors";
import { createAgent, httpRequest, type HttpRequest } from "../../../src/rpc/httpRequest";
import { FakeClock } from "../../builders/fakeClock";
import { rejectsWith } from "../../builders/rejectsWith";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type RpcServer, type RpcServerKnobs, startRpcServer } from "../../builders/rpcServer";
import { testCertificate } from "../../builders/testCertificate";

const post: HttpRequest = { method: "POST", path: "/x", body: "{}", timeoutMs: 5000 };
const secret = "Bearer very-secret-key";

describe("httpRequest", () => {
  let server: RpcServer;
  let endpoint: Endpoint;
  const redirectOnce =
    (status: number, to: (base: string) => string): RpcServerKnobs["plain"] =>
    ({ path }) =>
      path === "/x"
        ? { status, headers: { Location: to(server.baseUrl) } }
        : { status: 200, body: "arrived" };

  beforeEach(async () => {
    server = await startRpcServer({ knobs: { plain: () => ({ status: 200, body: "hello" }) } });
    endpoint = anEndpoint(server.baseUrl, {
      headers: () => ({ Authorization: secret }),
      userAgent: "Us/1",
    });
  });
  afterEach(() => server.close());

  it("sends the given request, without an Origin", async () => {
    await httpRequest(endpoint, { ...post, headers: { "X-2FA-Code": "123456" } });
    const [seen] = server.posts;
    assert.equal(seen?.method, "POST");
    assert.equal(seen.path, "/x");
    assert.equal(seen.body, "{}");
    assert.equal(seen.headers["content-type"], "application/json");
    assert.equal(seen.headers.authorization, secret);
    assert.equal(seen.headers["x-2fa-code"], "123456");
    assert.equal(seen.headers.origin, undefined);
    assert.equal(seen.headers["user-agent"], "Us/1");
  });

  it("sends a header beyond ASCII byte by byte, also with a body beyond ASCII", async () => {
    const bytes = Buffer.from("Bearer schlüssel-密钥", "utf8").toString("latin1");
    const speaking = anEndpoint(server.baseUrl, { headers: () => ({ Authorization: bytes }) });
    await httpRequest(speaking, { ...post, body: '{"name":"节点"}' });
    const [seen] = server.posts;
    assert.equal(seen?.headers.authorization, bytes);
    assert.equal(seen.body, '{"name":"节点"}');
  });

  it("gives any response back, whatever its status", async () => {
    server.plain = () => ({
      status: 418,
      headers: { "Content-Type": "Text/HTML; charset=utf-8", "Set-Cookie": "a=b" },
      body: "é",
    });
    const response = await httpRequest(endpoint, { ...post, method: "GET", body: undefined });
    assert.equal(response.status, 418);
    assert.equal(response.contentType, "text/html");
    assert.equal(response.body, "é");
    assert.deepEqual(response.headers["set-cookie"], ["a=b"]);
  });

  it("keeps the connection for the next request when given an agent", async () => {
    const agent = createAgent(endpoint);
    await httpRequest(endpoint, post, { agent });
    await httpRequest(endpoint, post, { agent });
    assert.equal(server.connections(), 1);
    agent.destroy();
  });

  for (const status of [307, 308]) {
    it(`follows ${status} within the origin with method, body and credentials`, async () => {
      server.plain = redirectOnce(status, () => "/y");
      assert.equal((await httpRequest(endpoint, post)).body, "arrived");
      const seen = server.posts.at(-1);
      assert.equal(seen?.path, "/y");
      assert.equal(seen.method, "POST");
      assert.equal(seen.body, "{}");
      assert.equal(seen.headers.authorization, secret);
    });
  }

  it("does not take a user name from a redirect", async () => {
    server.plain = redirectOnce(307, (base) => `${base.replace("//", "//u:p@")}/y`);
    await httpRequest(endpoint, post);
    assert.equal(server.posts.at(-1)?.headers.authorization, secret);
  });

  it("follows no redirect to another origin", async () => {
    const other = await startRpcServer();
    const targets = [`${other.baseUrl}/y`, other.baseUrl.replace("http", "https"), "http://%"];
    for (const target of targets) {
      server.plain = redirectOnce(307, () => target);
      assert.equal((await httpRequest(endpoint, post)).status, 307);
    }
    assert.deepEqual(other.posts, []);
    await other.close();
  });

  it("follows no other redirects", async () => {
    for (const status of [301, 302, 303]) {
      server.plain = redirectOnce(status, () => "/y");
      assert.equal((await httpRequest(endpoint, post)).status, status);
    }
  });

  it("gives up a circle of redirects after three", async () => {
    server.plain = () => ({ status: 308, headers: { Location: "/x" } });
    assert.equal((await httpRequest(endpoint, post)).status, 308);
    assert.equal(server.posts.length, 4);
  });

  it("stops reading at the size limit, announced or not", async () => {
    const small = { ...endpoint, maxResponseBytes: 10 };
    server.plain = () => ({ status: 200, body: "0123456789" });
    assert.equal((await httpRequest(small, post)).body, "0123456789");
    for (const headers of [{ "Content-Length": "11" }, { "Transfer-Encoding": "chunked" }]) {
      server.plain = () => ({ status: 200, headers, body: "0123456789a" });
      await rejectsWith(httpRequest(small, post), "tooLarge");
    }
  });

  it("times out", async () => {
    const clock = new FakeClock();
    server.plain = () => {
      clock.advance(5000);
      return "hang";
    };
    await rejectsWith(httpRequest(endpoint, post, { clock }), "timeout");
    assert.equal(clock.pending, 0);
  });

  it("leaves no timer behind", async () => {
    const clock = new FakeClock();
    await httpRequest(endpoint, post, { clock });
    assert.equal(clock.pending, 0);
  });

  it("kills the request when the signal aborts", async () => {
    const controller = new AbortController();
    server.plain = () => {
      controller.abort();
      return "hang";
    };
    await rejectsWith(httpRequest(endpoint, { ...post, signal: controller.signal }), "aborted");
  });

  it("reports a lost connection from a server that is not there", async () => {
    server.plain = () => "reset";
    await rejectsWith(httpRequest(endpoint, post), "connectionLost");
    await server.close();
    await rejectsWith(httpRequest(endpoint, post), "unreachable");
  });

  it("says unauthorized for a credential that no header can carry, without showing it", async () => {
    const bad = { ...endpoint, headers: () => ({ Authorization: "Bearer 密钥\n" }) };
    await assert.rejects(httpRequest(bad, post), (error) => {
      assert.ok(error instanceof RpcLocalError);
      assert.equal(error.code, "unauthorized");
      assert.doesNotMatch(`${error.stack ?? ""}${String(error.cause)}`, /密钥/);
      return true;
    });
    assert.deepEqual(server.posts, []);
  });
});

describe("httpRequest over TLS", () => {
  let server: RpcServer;
  beforeEach(async () => {
    const knobs: Partial<RpcServerKnobs> = { plain: () => ({ status: 200, body: "hello" }) };
    server = await startRpcServer({ tls: testCertificate, knobs });
  });
  afterEach(() => server.close());

  it("refuses an untrusted certificate", async () => {
    await rejectsWith(httpRequest(anEndpoint(server.baseUrl), post), "certificate");
  });

  it("accepts it with its authority, or when configured to accept any", async () => {
    for (const tls of [{ ca: testCertificate.cert }, { acceptAnyCertificate: true }]) {
      const response = await httpRequest(anEndpoint(server.baseUrl, { tls }), post);
      assert.equal(response.body, "hello");
    }
  });

  it("calls TLS to a plain port a certificate problem", async () => {
    const plain = await startRpcServer();
    const url = plain.baseUrl.replace("http:", "https:");
    await rejectsWith(httpRequest(anEndpoint(url), post), "certificate");
    await plain.close();
  });
});
