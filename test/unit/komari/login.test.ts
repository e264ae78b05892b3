import assert from "node:assert/strict";
import { login, logout } from "../../../src/komari/login";
import { RpcLocalError } from "../../../src/rpc/errors";
import { anEndpoint } from "../../builders/rpcEndpoint";
import { type PlainAnswer, type RpcServer, startRpcServer } from "../../builders/rpcServer";

const json = { "Content-Type": "application/json; charset=utf-8" };
const restError = (status: number, message: string): PlainAnswer => ({
  status,
  headers: json,
  body: JSON.stringify({ status: "error", message }),
});
const input = { username: "admin", password: "secret" };

describe("login", () => {
  let server: RpcServer;
  beforeEach(async () => (server = await startRpcServer()));
  afterEach(() => server.close());

  const response = (plain: PlainAnswer) => (server.plain = () => plain);
  const endpoint = () => anEndpoint(server.baseUrl, { headers: () => ({ Cookie: "old=1" }) });

  it("takes the session from the response, and sends neither an old one nor an empty code", async () => {
    const data = { "set-cookie": { session_token: "t0k" } };
    response({ status: 200, headers: json, body: JSON.stringify({ status: "success", data }) });
    assert.deepEqual(await login(endpoint(), { ...input, code: " " }), { ok: true, token: "t0k" });
    const [request] = server.posts;
    assert.equal(request?.path, "/api/login");
    assert.equal(request.headers.cookie, undefined);
    assert.deepEqual(JSON.parse(request.body), input);
  });

  it("takes it from the cookie where the response has none", async () => {
    const headers = { ...json, "Set-Cookie": "session_token=t0k; Path=/; HttpOnly" };
    response({ status: 200, headers, body: '{"status":"success"}' });
    assert.deepEqual(await login(endpoint(), input), { ok: true, token: "t0k" });
  });

  const refusals = [
    [401, "Invalid credentials", undefined, "invalidCredentials"],
    [401, "2FA code is required", undefined, "codeRequired"],
    [401, "Invalid 2FA code", "123456", "codeInvalid"],
    [403, "Password login is disabled", undefined, "passwordLoginDisabled"],
    [400, "Invalid request body: Username and password are required", undefined, "incomplete"],
  ] as const;
  for (const [status, message, code, reason] of refusals) {
    it(`reports ${reason}`, async () => {
      response(restError(status, message));
      assert.deepEqual(await login(endpoint(), { ...input, code }), { ok: false, reason });
      const [request] = server.posts;
      assert.equal(request?.body.includes("2fa_code"), code !== undefined);
    });
  }

  it("detects a throttled login, whatever its body, with the time to wait", async () => {
    const reason = "tooManyAttempts";
    response({ status: 429, headers: { "Retry-After": "90" } });
    assert.deepEqual(await login(endpoint(), input), { ok: false, reason, retryAfterMs: 90_000 });
    response(restError(429, "too many login attempts"));
    assert.deepEqual(await login(endpoint(), input), { ok: false, reason });
    assert.equal(server.posts.length, 2, "nothing is tried again by itself");
  });

  const failures = [
    [{ status: 200, headers: { "Content-Type": "text/html" }, body: "<html>" }, "notRpcEndpoint"],
    [{ status: 404, body: "404 page not found" }, "notRpcEndpoint"],
    [restError(404, "Not found in install mode"), "installing"],
    [{ status: 403, body: "" }, "forbidden"],
    [{ status: 502, body: "bad gateway" }, "unreachable"],
  ] as const;
  for (const [plain, code] of failures) {
    it(`fails with ${code} where there is no login (${plain.status})`, async () => {
      response(plain);
      await assert.rejects(login(endpoint(), input), (error) => {
        return error instanceof RpcLocalError && error.code === code;
      });
    });
  }

  it("is malformed without a session in a success", async () => {
    response({ status: 200, headers: json, body: '{"status":"success","data":{}}' });
    await assert.rejects(login(endpoint(), input), RpcLocalError);
  });

  it("stops when aborted", async () => {
    server.plain = () => "hang";
    await assert.rejects(login(endpoint(), input, AbortSignal.abort()), (error) => {
      return error instanceof RpcLocalError && error.code === "aborted";
    });
  });

  it("logs out with the session's cookie", async () => {
    response({ status: 302, headers: { Location: "/" } });
    await logout(endpoint(), "t0k");
    const [request] = server.posts;
    assert.equal(request?.method, "GET");
    assert.equal(request.path, "/api/logout");
    assert.equal(request.headers.cookie, "session_token=t0k");
  });
});
