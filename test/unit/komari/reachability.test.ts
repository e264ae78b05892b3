import assert from "node:assert/strict";
import { reachability } from "../../../src/komari/reachability";
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

describe("reachability", () => {
  it("is there if it responds", async () => {
    assert.equal(await reachability(callerOver(["http"])), "there");
  });

  it("is gone if POST finds no server, and silent if POST has no response", async () => {
    const outcomes = { unreachable: "gone", timeout: "silent" } as const;
    for (const code of ["unreachable", "timeout"] as const) {
      const error = new RpcLocalError(code, "");
      assert.equal(await reachability(callerOver(["http"], error)), outcomes[code]);
    }
  });

  it("is unknown if only a response on the socket is missing", async () => {
    const error = new RpcLocalError("timeout", "");
    assert.equal(await reachability(callerOver(["webSocket"], error)), "unknown");
    assert.equal(await reachability(callerOver([], error)), "unknown");
  });

  it("is unknown after errors of a server or a proxy", async () => {
    const errors = [
      new RpcLocalError("forbidden", ""),
      new RpcLocalError("busy", ""),
      new RpcRemoteError(-32601, "method not found", undefined),
    ];
    for (const error of errors) {
      assert.equal(await reachability(callerOver(["http"], error)), "unknown");
    }
  });
});
