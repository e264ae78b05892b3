import { deepStrictEqual, match, ok, strictEqual } from "node:assert/strict";
import { FakeClock } from "../../builders/fakeClock";
import { day } from "../../simulator/fleet/simNode";
import { type Simulator, credentials, startSimulator } from "../../simulator/simulator";
import { call, connect, errorCode, keyHeader, list, nextIds, post, record, result } from "./caller";

const probe = "admin:__probe";

describe("Simulator: sign-in", () => {
  const clock = new FakeClock();
  let simulator: Simulator;
  beforeEach(async () => {
    simulator = await startSimulator({ clock });
  });
  afterEach(() => simulator.stop());

  const login = (body: unknown) => post(simulator, body, {}, "/api/login");
  const { username, password, twoFactorCode } = credentials;

  it("opens a session with name and password", async () => {
    const { status, body } = await login({ username, password });
    strictEqual(status, 200);
    const { data } = record(JSON.parse(body));
    const token = String(record(record(data)["set-cookie"]).session_token);
    match(token, /^[A-Za-z0-9]{32}$/);
    const cookie = { Cookie: `session_token=${token}` };
    strictEqual((await result(simulator, "common:getMe", undefined, cookie)).username, "admin");
    strictEqual(await errorCode(simulator, probe, undefined, cookie), -32601);
    clock.advance(31 * day);
    strictEqual(await errorCode(simulator, probe, undefined, cookie), -32041);
  });

  it("ends sessions, but not the rights of an open socket", async () => {
    const cookie = { Cookie: `session_token=${simulator.signIn()}` };
    const socket = await connect(simulator, cookie);
    simulator.expireSessions();
    strictEqual(await errorCode(simulator, probe, undefined, cookie), -32041);
    const answered = nextIds(socket, 1);
    socket.send(JSON.stringify({ jsonrpc: "2.0", method: "admin:getClientToken", id: 1 }));
    await answered;
    strictEqual(simulator.journal.last()?.role, "admin");
    socket.terminate();
  });

  it("requires a code of users with 2FA to run commands, never with an API key", async () => {
    const { uuid } = simulator.fleet.member("web-1");
    const cookie = { Cookie: `session_token=${simulator.signIn()}` };
    const params = { command: "uptime", clients: [uuid] };
    simulator.knobs.twoFactor = true;
    const refused = record((await call(simulator, "admin:exec", params, cookie)).error);
    deepStrictEqual([refused.code, refused.message], [-32041, "2FA code is required"]);
    const coded = { ...params, "2fa_code": twoFactorCode };
    ok("result" in (await call(simulator, "admin:exec", coded, cookie)));
    const header = { ...cookie, "X-2FA-Code": twoFactorCode };
    ok("result" in (await call(simulator, "admin:exec", params, header)));
    ok("result" in (await call(simulator, "admin:exec", params, keyHeader)));
  });

  it("runs commands in the end", async () => {
    const { uuid } = simulator.fleet.member("web-1");
    const params = { command: "uptime", clients: [uuid] };
    const { task_id } = await result(simulator, "admin:exec", params, keyHeader);
    const outcome = async () => {
      const rows = await call(simulator, "admin:getTaskResultsByTaskId", { task_id }, keyHeader);
      return record(list(rows.result)[0]).exit_code;
    };
    strictEqual(await outcome(), null);
    clock.advance(3000);
    strictEqual(await outcome(), 0);
  });
});

describe("Simulator: API keys", () => {
  for (const [profile, keyLength, opens] of [
    ["1.0.7", 3, true],
    ["1.2.3", 8, false],
    ["1.2.3", 9, true],
    ["1.4.3", 11, false],
    ["1.4.3", 12, true],
  ] as const) {
    it(`of ${keyLength} characters ${opens ? "open" : "do not open"} ${profile}`, async () => {
      const apiKey = "k".repeat(keyLength);
      const simulator = await startSimulator({ profile, knobs: { apiKey } });
      const code = await errorCode(simulator, probe, {}, { Authorization: `Bearer ${apiKey}` });
      await simulator.stop();
      strictEqual(code === -32601, opens);
    });
  }
});
