import assert from "node:assert/strict";
import { isTooLarge, retryAfter } from "../../../src/komari/requestLimits";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";

const remote = (code: number, message: string) => new RpcRemoteError(code, message, undefined);
const local = (code: "tooLarge" | "requestTooLarge" | "timeout" | "busy") =>
  new RpcLocalError(code, "");

describe("isTooLarge", () => {
  it("is true for refused params, and for requests and responses over a limit", () => {
    assert.ok(isTooLarge(remote(-32602, "too many entities")));
    assert.ok(isTooLarge(remote(-32600, "batch exceeds 32 calls")));
    assert.ok(isTooLarge(local("requestTooLarge")));
    assert.ok(isTooLarge(local("tooLarge")));
  });

  it("is false for errors that fewer items would not fix", () => {
    assert.equal(isTooLarge(remote(-32603, "internal error")), false);
    assert.equal(isTooLarge(local("timeout")), false);
    assert.equal(isTooLarge(new Error("other")), false);
  });

  it("is false for a busy server, whatever its code", () => {
    assert.equal(isTooLarge(remote(-32602, "query capacity reached; retry later")), false);
    assert.equal(isTooLarge(local("busy")), false);
  });
});

describe("retryAfter", () => {
  it("is the pause that the server requests, at most an hour", () => {
    const busy = (retryAfterMs: number) => new RpcLocalError("busy", "", { retryAfterMs });
    assert.equal(retryAfter(busy(5_000)), 5_000);
    assert.equal(retryAfter(busy(86_400_000)), 3_600_000);
    assert.equal(retryAfter(local("busy")), undefined);
    assert.equal(retryAfter(remote(-32602, "retry later")), undefined);
  });
});
