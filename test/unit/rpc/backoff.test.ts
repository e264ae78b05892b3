import assert from "node:assert/strict";
import { atLeastRetryAfter, backoffDelay, maxRetryAfterMs } from "../../../src/rpc/backoff";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";

describe("backoffDelay", () => {
  it("starts between half a second and one", () => {
    assert.equal(backoffDelay(1, 0), 500);
    assert.equal(backoffDelay(1, 1), 1000);
  });

  it("doubles its ceiling up to 30 s and keeps its floor", () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7, 5000].map((attempt) => backoffDelay(attempt, 1));
    assert.deepEqual(ceilings, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    assert.equal(backoffDelay(5000, 0), 500);
  });
});

describe("atLeastRetryAfter", () => {
  const busy = (retryAfterMs: number | undefined) =>
    new RpcLocalError("busy", "HTTP 429", { retryAfterMs });

  it("waits as long as the server requests, but no less than without", () => {
    assert.equal(atLeastRetryAfter(500, busy(7000)), 7000);
    assert.equal(atLeastRetryAfter(500, busy(100)), 500);
    assert.equal(atLeastRetryAfter(500, busy(undefined)), 500);
    assert.equal(atLeastRetryAfter(500, new RpcRemoteError(-32603, "", undefined)), 500);
  });

  it("limits the wait", () => {
    assert.equal(atLeastRetryAfter(500, busy(1e15)), maxRetryAfterMs);
  });
});
