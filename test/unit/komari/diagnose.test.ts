import assert from "node:assert/strict";
import { diagnose } from "../../../src/komari/diagnose";
import { RpcLocalError } from "../../../src/rpc/errors";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { testCertificate } from "../../builders/testCertificate";
import { type PlainAnswer, type RpcServer, startRpcServer } from "../../builders/rpcServer";

const html: PlainAnswer = { status: 200, headers: { "Content-Type": "text/html" }, body: "<html>" };
const guest = { kind: "guest" } as const;
const noRpc = new RpcLocalError("notRpcEndpoint", "HTTP 200, text/html");

describe("diagnose", () => {
  let server: RpcServer;
  beforeEach(async () => (server = await startRpcServer()));
  afterEach(() => server.close());

  const response = (responses: Readonly<Record<string, PlainAnswer>>) => {
    server.plain = ({ path }) => responses[path] ?? html;
  };
  const look = (error: unknown) => diagnose(anEndpoint(server.baseUrl), guest, error);

  it("knows Komari from before RPC2 by its version", async () => {
    const body = JSON.stringify({ status: "success", data: { version: "1.0.6", hash: "abc" } });
    response({ "/api/version": { status: 200, body } });
    const problem = await look(noRpc);
    assert.equal(problem.code, "tooOld");
    assert.deepEqual(problem.data, { version: "1.0.6" });
  });

  it("knows it by its ping where it does not state the version", async () => {
    response({ "/ping": { status: 200, body: "pong" } });
    const problem = await look(
      new RpcLocalError("notRpcEndpoint", "a page", { httpsUrl: "https://a.example" }),
    );
    assert.equal(problem.code, "tooOld");
    // What the response said was said of the RPC alone.
    assert.deepEqual(problem.data, {});
  });

  it("takes anything else for not Komari", async () => {
    response({});
    assert.equal((await look(noRpc)).code, "notRpcEndpoint");
    await server.close();
    assert.equal((await look(noRpc)).code, "notRpcEndpoint");
  });

  it("finds out that a port which cuts HTTP off speaks TLS, and sends it nothing secret", async () => {
    const secure = await startRpcServer({ tls: testCertificate });
    const baseUrl = secure.baseUrl.replace("https:", "http:");
    const headers = () => ({ Cookie: "secret" });
    const lost = new RpcLocalError("connectionLost", "ECONNRESET");
    const problem = await diagnose(anEndpoint(baseUrl, { headers }), guest, lost);
    assert.equal(problem.data?.httpsUrl, secure.baseUrl);
    assert.ok(!JSON.stringify(secure.posts).includes("secret"));
    await secure.close();
    assert.equal((await look(lost)).code, "connectionLost");
  });

  it("asks nothing for any other problem", async () => {
    assert.equal((await look(new RpcLocalError("timeout", "15 s"))).code, "timeout");
    assert.deepEqual(server.posts, []);
  });
});
