import assert from "node:assert/strict";
import { type Credential } from "../../../src/komari/credential";
import { inspectServer } from "../../../src/komari/inspectServer";
import { KomariProblemError } from "../../../src/komari/problem";
import { isRecord, parseJson } from "../../../src/util/json";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type RpcServer, startRpcServer } from "../../builders/rpcServer";

const guest: Credential = { kind: "guest" };
const apiKey: Credential = { kind: "apiKey", apiKey: "key-of-twelve" };

const results: Readonly<Record<string, unknown>> = {
  "common:getVersion": { version: "1.4.3", hash: "abc" },
  "common:getPublicInfo": { sitename: "Site" },
  "rpc.methods": ["common:getNodes"],
  "rpc.ping": "pong",
};

function answerAs(role: "guest" | "admin") {
  return (message: string): string => {
    const request = parseJson(message);
    assert(isRecord(request) && typeof request.method === "string");
    const { id, method } = request;
    const code = role === "admin" ? -32601 : -32041;
    const error = { code, message: "no" };
    const outcome = Object.hasOwn(results, method) ? { result: results[method] } : { error };
    return JSON.stringify({ jsonrpc: "2.0", id, ...outcome });
  };
}

function hasCode(code: string) {
  return (error: unknown) => error instanceof KomariProblemError && error.problem.code === code;
}

describe("inspectServer", () => {
  let server: RpcServer;
  beforeEach(async () => (server = await startRpcServer()));
  afterEach(() => server.close());

  const inspect = (credential: Credential, signal?: AbortSignal) =>
    inspectServer(anEndpoint(server.baseUrl), credential, signal);

  it("reports who the server is, and lets go of it", async () => {
    server.answer = answerAs("admin");
    const identity = await inspect(apiKey);
    assert.equal(identity.role, "admin");
    assert.equal(identity.publicInfo.siteName, "Site");
    const [upgrade] = server.upgrades;
    assert.equal(upgrade?.headers.authorization, "Bearer key-of-twelve");
  });

  it("works where no socket does", async () => {
    server.answer = answerAs("guest");
    server.refuse = () => ({ status: 404 });
    assert.equal((await inspect(guest)).role, "guest");
  });

  it("says that a key is not accepted, on public sites and private ones", async () => {
    server.answer = answerAs("guest");
    await assert.rejects(inspect(apiKey), hasCode("keyRejected"));
    server.refuse = () => ({ status: 401 });
    server.plain = () => ({ status: 401, body: '{"status":"error","message":"Private site"}' });
    await assert.rejects(inspect(apiKey), hasCode("keyRejected"));
    await assert.rejects(inspect(guest), hasCode("privateSite"));
  });

  it("says that a server is too old", async () => {
    const html = { status: 200, headers: { "Content-Type": "text/html" }, body: "<html>" };
    const body = '{"status":"success","data":{"version":"1.0.6"}}';
    server.refuse = () => html;
    server.plain = ({ path }) => (path === "/api/version" ? { status: 200, body } : html);
    await assert.rejects(inspect(guest), hasCode("tooOld"));
  });

  it("says that no server is there", async () => {
    await server.close();
    await assert.rejects(inspect(guest), hasCode("unreachable"));
  });

  it("can be given up, before and while it looks", async () => {
    await assert.rejects(inspect(guest, AbortSignal.abort()), hasCode("aborted"));
    const controller = new AbortController();
    server.answer = () => {
      controller.abort();
      return undefined;
    };
    await assert.rejects(inspect(guest, controller.signal), hasCode("aborted"));
  });
});
