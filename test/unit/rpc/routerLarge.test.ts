import assert from "node:assert/strict";
import { rejectsWith } from "../../builders/rejectsWith";
import { failing, routerSetUp } from "../../builders/routerSetUp";

describe("Router: a call too large for a socket", () => {
  const large = ["x".repeat(2_000_000)];

  it("goes by POST, whatever its route", async () => {
    for (const options of [{}, { readOnly: true }, { route: "bulk" }] as const) {
      const { router, sent } = routerSetUp({ works: true });
      await router.call("m", large, options);
      assert.deepEqual(sent, ["post m"]);
    }
  });

  it("does not fall back to the socket, which it would end", async () => {
    const { router, responses, calls } = routerSetUp({ works: true });
    responses.post = failing("unreachable");
    await rejectsWith(router.call("m", large, { readOnly: true }), "unreachable");
    assert.deepEqual(calls(), ["post m"]);
  });

  it("goes by POST also where it is not known whether that works", async () => {
    const { router, knobs, sent } = routerSetUp();
    knobs.probe = undefined;
    await router.call("m", large, {});
    assert.deepEqual(sent, ["post probe", "post m"]);
  });

  it("goes over the socket where POST is impossible", async () => {
    const { router, sent } = routerSetUp({ works: false });
    await router.call("m", large, {});
    await router.call("m", large, { readOnly: true });
    assert.deepEqual(sent, ["socket m", "socket m"]);
  });
});
