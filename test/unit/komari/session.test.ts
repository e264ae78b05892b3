import assert from "node:assert/strict";
import { type Credential } from "../../../src/komari/credential";
import { type Problem } from "../../../src/komari/problem";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { answersOfAdmin, answersOfGuest } from "./fakeCaller";
import {
  denied,
  failure,
  open,
  ready,
  readyState,
  settle,
  setUp,
  unauthorized,
} from "./sessionSetUp";

describe("Session", () => {
  it("is ready when the server has said what it is and the role is proven", async () => {
    const setup = setUp();
    const state = await ready(setup);
    assert.equal(state.identity.role, "admin");
    assert.equal(state.transport, "webSocket");
    assert.equal(state.warning, undefined);
    assert.deepEqual(
      setup.states.map(({ kind }) => kind),
      ["connecting", "ready"],
    );
    assert.deepEqual(setup.headers(), { Authorization: "Bearer key-of-twelve" });
    assert(!setup.calls.some(({ method }) => method === "common:getMe"));
  });

  it("warns when the site answers but does not honour the credential", async () => {
    const key = await ready(setUp({ responses: answersOfGuest() }));
    assert.equal(key.warning, "keyRejected");
    const credential: Credential = { kind: "session", token: "t" };
    const session = await ready(setUp({ responses: answersOfGuest(), credential }));
    assert.equal(session.warning, "signedOut");
    const guest = await ready(
      setUp({ responses: answersOfGuest(), credential: { kind: "guest" } }),
    );
    assert.equal(guest.warning, undefined);
  });

  for (const [lost, warning] of [
    ["missing", "signInMissing"],
    ["unreadable", "signInUnreadable"],
    ["pending", "signInPending"],
  ] as const) {
    it(`warns a guest whose sign-in is ${lost}`, async () => {
      const credential: Credential = { kind: "guest", lost };
      const state = await ready(setUp({ responses: answersOfGuest(), credential }));
      assert.equal(state.warning, warning);
    });
  }

  it("proves the role again after every reconnect", async () => {
    const setup = setUp();
    await ready(setup);
    const lost = new RpcLocalError("connectionLost", "1006");
    setup.turn({ kind: "waiting", error: lost, retryAt: 77 });
    assert.deepEqual([failure(setup).problem.code, failure(setup).retryAt], ["connectionLost", 77]);
    setup.responses["admin:__probe"] = denied;
    setup.turn({ kind: "connecting", attempt: 2 });
    assert.equal(setup.session.state.kind, "failed", "calm until it is known how it goes");
    setup.turn({ kind: "open", transport: "http" });
    await settle();
    const state = readyState(setup);
    assert.deepEqual([state.warning, state.transport], ["keyRejected", "http"]);
  });

  it("verifies the role again after a socket was replaced, staying ready", async () => {
    const setup = setUp();
    await ready(setup);
    setup.responses["admin:__probe"] = denied;
    setup.states.length = 0;
    setup.reopen();
    await settle();
    assert.deepEqual([readyState(setup).warning, setup.dropped], ["keyRejected", []]);
    assert.deepEqual(
      setup.states.map(({ kind }) => kind),
      ["ready"],
    );
  });

  it("says by the credential why it was not let in", () => {
    const setup = setUp();
    setup.session.start();
    setup.turn({ kind: "stopped", error: unauthorized });
    assert.equal(failure(setup).problem.code, "keyRejected");
    assert.equal(failure(setup).retryAt, undefined);
  });

  it("reports a server that is too old from one that is not Komari", async () => {
    const found: Problem = { code: "tooOld", detail: "", data: { version: "1.0.6" } };
    const setup = setUp({ found });
    setup.session.start();
    setup.turn({ kind: "stopped", error: new RpcLocalError("notRpcEndpoint", "HTML") });
    assert.equal(failure(setup).problem.code, "notRpcEndpoint");
    await settle();
    assert.equal(failure(setup).problem, found);
  });

  it("gives the connection up when the server does not say what it is", async () => {
    const setup = setUp();
    setup.responses["admin:__probe"] = new RpcLocalError("timeout", "15 s");
    setup.session.start();
    setup.turn(open);
    await settle();
    assert.deepEqual(
      setup.dropped.map(({ name }) => name),
      ["RpcLocalError"],
    );
    assert.equal(failure(setup).problem.code, "timeout");
  });

  it("forgets what it was finding out when the connection changes", async () => {
    const setup = setUp();
    setup.session.start();
    setup.turn(open);
    setup.turn({ kind: "waiting", error: new RpcLocalError("connectionLost", ""), retryAt: 5 });
    await settle();
    assert.equal(failure(setup).problem.code, "connectionLost");
  });

  it("moves the warning when the role turns out to be lost", async () => {
    const setup = setUp();
    await ready(setup);
    setup.responses["admin:__probe"] = denied;
    await setup.session.verifyRole();
    const state = readyState(setup);
    assert.deepEqual([state.identity.role, state.warning], ["guest", "keyRejected"]);
  });

  it("stays ready when the role cannot be verified just now", async () => {
    const setup = setUp();
    await ready(setup);
    setup.responses["admin:__probe"] = new RpcLocalError("timeout", "15 s");
    await setup.session.verifyRole();
    assert.equal(setup.session.state.kind, "ready");
    assert.deepEqual(setup.dropped, []);
  });

  it("notices a site that turns private while the socket is open", async () => {
    const setup = setUp({ credential: { kind: "guest" }, responses: answersOfGuest() });
    await ready(setup);
    for (const method of Object.keys(setup.responses)) setup.responses[method] = denied;
    setup.responses["common:getNodes"] = denied;
    await assert.rejects(setup.session.api.nodes(), RpcRemoteError);
    await settle();
    assert.equal(failure(setup).problem.code, "privateSite");
    assert.equal(setup.dropped.length, 1);
  });

  it("looks again as a guest whether a private site has become public, and at once on focus", () => {
    const setup = setUp({ credential: { kind: "guest" } });
    setup.session.start();
    for (const again of [() => setup.clock.advance(5 * 60_000), () => setup.session.wake()]) {
      setup.turn({ kind: "stopped", error: unauthorized });
      assert.equal(failure(setup).problem.code, "privateSite");
      setup.did.length = 0;
      again();
      assert.deepEqual(setup.did, ["reconnect"]);
      assert.equal(setup.clock.pending, 0);
    }
  });

  it("does the same as a guest whose sign-in is missing", () => {
    const setup = setUp({ credential: { kind: "guest", lost: "missing" } });
    setup.session.start();
    setup.turn({ kind: "stopped", error: unauthorized });
    assert.equal(failure(setup).problem.code, "signInMissing");
    setup.clock.advance(5 * 60_000);
    assert.deepEqual(setup.did.at(-1), "reconnect");
  });

  it("does not repeat a credential that was refused", () => {
    const setup = setUp();
    setup.session.start();
    setup.turn({ kind: "stopped", error: unauthorized });
    assert.equal(failure(setup).problem.code, "keyRejected");
    assert.equal(setup.clock.pending, 0);
  });

  it("thinks nothing of a raw call that is refused", async () => {
    const setup = setUp({ responses: { ...answersOfGuest(), "admin:getLogs": denied } });
    const state = await ready(setup);
    const requested = setup.calls.length;
    const options = { timeoutMs: 1000, readOnly: true };
    await assert.rejects(setup.session.calls.call("admin:getLogs", "{}", options), denied);
    await settle();
    assert.equal(setup.calls.length, requested + 1);
    assert.equal(setup.session.state, state);
  });

  it("comes back with a new credential", async () => {
    const setup = setUp({ responses: answersOfGuest() });
    await ready(setup);
    setup.responses["admin:__probe"] = answersOfAdmin()["admin:__probe"];
    setup.session.setCredential({ kind: "session", token: "t" });
    assert.equal(setup.session.state.kind, "connecting");
    assert.deepEqual(setup.headers(), { Cookie: "session_token=t" });
    setup.turn(open);
    await settle();
    const state = readyState(setup);
    assert.equal(state.warning, undefined);
    assert.deepEqual(setup.did, ["connect", "reconnect"]);
  });

  it("keeps a new credential for later while idle", () => {
    const setup = setUp();
    setup.session.setCredential({ kind: "guest" });
    assert.deepEqual(setup.did, []);
    assert.deepEqual(setup.session.credential, { kind: "guest" });
  });

  it("reconnects on request, out of any state", () => {
    const setup = setUp();
    setup.session.reconnect();
    setup.turn({ kind: "stopped", error: unauthorized });
    setup.session.reconnect();
    assert.equal(setup.session.state.kind, "connecting");
    assert.deepEqual(setup.did, ["connect", "reconnect"]);
  });

  it("stops, starts and wakes", async () => {
    const setup = setUp();
    await ready(setup);
    setup.session.start();
    setup.session.wake();
    setup.session.stop();
    assert.equal(setup.session.state.kind, "idle");
    setup.session.start();
    assert.deepEqual(setup.did, ["connect", "wake", "disconnect", "connect"]);
  });

  it("is silent once disposed", async () => {
    const setup = setUp();
    setup.session.start();
    setup.turn(open);
    const before = setup.states.length;
    setup.session.dispose();
    await settle();
    assert.equal(setup.states.length, before);
    assert.deepEqual(setup.did, ["connect", "dispose"]);
  });

  it("lets the API know who asks", async () => {
    const setup = setUp();
    assert.equal(await setup.session.api.me(), undefined);
    setup.responses["rpc.methods"] = ["public:queryMetrics"];
    setup.responses["common:getMe"] = { logged_in: true, username: "api_key" };
    await ready(setup);
    assert.equal((await setup.session.api.me())?.username, "api_key");
  });
});
