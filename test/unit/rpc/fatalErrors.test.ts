import assert from "node:assert/strict";
import { localErrorCodes, RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { isFatal, isRarelyTransient } from "../../../src/rpc/fatalErrors";

const codesOf = (holds: (error: RpcLocalError) => boolean) =>
  localErrorCodes.filter((code) => holds(new RpcLocalError(code, ""))).sort();

const response = {
  status: 401,
  isFromProxy: false,
  authScheme: undefined,
  redirectOrigin: undefined,
  isRedirect: false,
  asksToSignIn: false,
  isChallenge: false,
  wantsCertificate: false,
};

describe("isFatal", () => {
  it("holds only for what a person must mend: a refusal of the server itself", () => {
    assert.deepEqual(codesOf(isFatal), ["disposed", "unauthorized"]);
  });

  it("does not hold for a refusal without a word, which may be of anything on the way", () => {
    const refused = (isEmpty: boolean) =>
      new RpcLocalError("unauthorized", "HTTP 401", {
        response: { ...response, content: isEmpty ? "empty" : "other" },
      });
    assert.deepEqual(
      [true, false].map((isEmpty) => isFatal(refused(isEmpty))),
      [false, true],
    );
  });

  it("holds for the remote errors of permission, old and new", () => {
    const remote = (code: number) => isFatal(new RpcRemoteError(code, "", undefined));
    assert.deepEqual([401, -32041, -32603, -32601].map(remote), [true, true, false, false]);
  });
});

describe("isRarelyTransient", () => {
  it("holds for what something in front of the server, or another site, says", () => {
    assert.deepEqual(codesOf(isRarelyTransient), [
      "certificate",
      "forbidden",
      "notRpcEndpoint",
      "proxyUnauthorized",
      "unauthorized",
    ]);
  });
});
