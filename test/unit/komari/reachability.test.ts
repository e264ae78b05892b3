import assert from "node:assert/strict";
import { isReachable } from "../../../src/komari/reachability";
import { type RpcCaller } from "../../../src/rpc/client";
import { type RpcError, RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";

/** Answers over one transport, after others have been tried. */
function callerOver(carriers: readonly ("webSocket" | "http")[], error?: RpcError): RpcCaller {
  return {
    call: (method, _params, options) => {
      assert.equal(method, "rpc.ping");
      assert.equal(options?.route, "bulk");
      assert.notEqual(options.readOnly, true, "another transport would wait behind the call");
      for (const carrier of carriers) options.onTransport?.(carrier);
      return error === undefined ? Promise.resolve("pong") : Promise.reject(error);
    },
  };
}

describe("isReachable", () => {
  it("is true for a server that responds", async () => {
    assert.equal(await isReachable(callerOver(["http"])), true);
  });

  it("is false if POST reaches no server", async () => {
    for (const code of ["unreachable", "timeout"] as const) {
      assert.equal(await isReachable(callerOver(["http"], new RpcLocalError(code, ""))), false);
    }
  });

  it("is unknown if only a response on the socket is missing", async () => {
    const error = new RpcLocalError("timeout", "");
    assert.equal(await isReachable(callerOver(["webSocket"], error)), undefined);
    assert.equal(await isReachable(callerOver([], error)), undefined);
  });

  it("is unknown after errors of a server or a proxy", async () => {
    const errors = [
      new RpcLocalError("forbidden", ""),
      new RpcLocalError("busy", ""),
      new RpcRemoteError(-32601, "method not found", undefined),
    ];
    for (const error of errors) {
      assert.equal(await isReachable(callerOver(["http"], error)), undefined);
    }
  });
});
