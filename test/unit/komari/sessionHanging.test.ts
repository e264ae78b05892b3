import assert from "node:assert/strict";
import { RpcLocalError } from "../../../src/rpc/errors";
import { answersOfGuest } from "./fakeCaller";
import { denied, failure, open, ready, readyState, settle, setUp } from "./sessionSetUp";

describe("Session: a server that leaves questions unanswered", () => {
  for (const hanging of ["rpc.methods", "common:getVersion", "common:getPublicInfo"]) {
    it(`is ready although ${hanging} hangs, and uses the response when it comes`, async () => {
      const setup = setUp();
      let response: (value: unknown) => void = () => undefined;
      const answered = setup.responses[hanging];
      setup.responses[hanging] = new Promise((resolve) => (response = resolve));
      setup.session.start();
      setup.turn(open);
      await settle();
      assert.equal(setup.session.state.kind, "connecting");
      setup.clock.advance(3_000);
      await settle();
      const { identity } = readyState(setup);
      const { version, publicInfo, methods } = identity;
      const missing = [version.version, publicInfo.siteName, methods.size || ""];
      assert.equal(missing.filter((value) => value === "").length, 1);
      response(answered);
      await settle();
      const late = readyState(setup).identity;
      assert.deepEqual(
        [late.version.version, late.publicInfo.siteName, late.methods.size],
        ["1.0.7", "Site", 2],
      );
    });
  }

  it("asks again for what timed out, ever more rarely, and no more once the connection changes", async () => {
    const setup = setUp();
    setup.responses["rpc.methods"] = new RpcLocalError("timeout", "15 s");
    setup.session.start();
    setup.turn(open);
    await settle();
    setup.clock.advance(3_000);
    await settle();
    assert.equal(readyState(setup).identity.methods.size, 0);
    const count = () => setup.calls.filter(({ method }) => method === "rpc.methods").length;
    for (const [pauseMs, calls] of [
      [27_000, 2],
      [60_000, 3],
      [60_000, 3],
      [60_000, 4],
    ] as const) {
      setup.clock.advance(pauseMs);
      await settle();
      assert.equal(count(), calls);
    }
    setup.turn({ kind: "waiting", error: new RpcLocalError("connectionLost", ""), retryAt: 5 });
    assert.equal(setup.clock.pending, 0);
  });

  it("takes a late refusal of what is open to guests for a site that turned private", async () => {
    const setup = setUp({ credential: { kind: "guest" }, responses: answersOfGuest() });
    let response: (value: unknown) => void = () => undefined;
    setup.responses["rpc.methods"] = new Promise((_resolve, reject) => (response = reject));
    setup.session.start();
    setup.turn(open);
    await settle();
    setup.clock.advance(3_000);
    await settle();
    response(denied);
    await settle();
    assert.equal(failure(setup).problem.code, "privateSite");
  });

  it("keeps what it knew of a server while the server hangs", async () => {
    const setup = setUp();
    const before = (await ready(setup)).identity;
    setup.responses["rpc.methods"] = new Promise(() => undefined);
    setup.turn({ kind: "connecting", attempt: 2 });
    setup.turn(open);
    await settle();
    setup.clock.advance(3_000);
    await settle();
    assert.deepEqual(readyState(setup).identity.methods, before.methods);
  });
});
