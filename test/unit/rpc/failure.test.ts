import assert from "node:assert/strict";
import { RpcLocalError } from "../../../src/rpc/errors";
import { outcomeToResult, toLocalError, toRpcError } from "../../../src/rpc/failure";

describe("outcomeToResult", () => {
  it("returns a result", () => {
    assert.equal(outcomeToResult({ ok: true, result: 5 }, "m"), 5);
  });

  it("throws the server's error", () => {
    const error = { code: -1, message: "no", data: { a: 1 } };
    assert.throws(() => outcomeToResult({ ok: false, error }, "admin:fileList"), {
      name: "RpcRemoteError",
      code: -1,
      remoteMessage: "no",
      data: { a: 1 },
      method: "admin:fileList",
    });
  });

  it("throws a failure of ours", () => {
    const failure = { code: "timeout", detail: "slow" } as const;
    assert.throws(() => outcomeToResult({ ok: false, failure }, "m"), RpcLocalError);
  });
});

describe("toLocalError", () => {
  it("keeps the cause, and has none where there is none", () => {
    const cause = new Error("inner");
    assert.equal(toLocalError({ code: "unreachable", detail: "x", cause }).cause, cause);
    assert.ok(!("cause" in toLocalError({ code: "unreachable", detail: "x" })));
  });
});

describe("toRpcError", () => {
  it("leaves ours alone and wraps the rest", () => {
    const ours = new RpcLocalError("aborted", "");
    assert.equal(toRpcError(ours), ours);
    const foreign = new TypeError("bug");
    assert.equal(toRpcError(foreign).cause, foreign);
  });
});
