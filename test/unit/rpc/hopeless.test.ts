import assert from "node:assert/strict";
import { localErrorCodes, RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { isHopeless } from "../../../src/rpc/hopeless";

describe("isHopeless", () => {
  it("is so where somebody has to change something first", () => {
    const hopeless = localErrorCodes.filter((code) => isHopeless(new RpcLocalError(code, ""), 1));
    assert.deepEqual([...hopeless].sort(), [
      "certificate",
      "disposed",
      "forbidden",
      "notRpcEndpoint",
      "unauthorized",
    ]);
  });

  it("is less so where it was otherwise before", () => {
    const hopeless = localErrorCodes.filter((code) => isHopeless(new RpcLocalError(code, ""), 2));
    assert.deepEqual([...hopeless].sort(), ["disposed", "unauthorized"]);
  });

  it("counts the remote errors of permission, old and new", () => {
    const remote = (code: number) => isHopeless(new RpcRemoteError(code, "", undefined), 2);
    assert.deepEqual([401, -32041, -32603, -32601].map(remote), [true, true, false, false]);
  });
});
