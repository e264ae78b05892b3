import assert from "node:assert/strict";
import { localErrorCodes, RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { isHopeless, passesRarely } from "../../../src/rpc/hopeless";

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

describe("isHopeless", () => {
  it("holds only for what a person must mend: a refusal of the server itself", () => {
    assert.deepEqual(codesOf(isHopeless), ["disposed", "unauthorized"]);
  });

  it("does not hold for a refusal without a word, which may be of anything on the way", () => {
    const refused = (isEmpty: boolean) =>
      new RpcLocalError("unauthorized", "HTTP 401", {
        response: { ...response, content: isEmpty ? "empty" : "other" },
      });
    assert.deepEqual(
      [true, false].map((isEmpty) => isHopeless(refused(isEmpty))),
      [false, true],
    );
  });

  it("holds for the remote errors of permission, old and new", () => {
    const remote = (code: number) => isHopeless(new RpcRemoteError(code, "", undefined));
    assert.deepEqual([401, -32041, -32603, -32601].map(remote), [true, true, false, false]);
  });
});

describe("passesRarely", () => {
  it("holds for what something in front of the server, or another site, says", () => {
    assert.deepEqual(codesOf(passesRarely), [
      "certificate",
      "forbidden",
      "notRpcEndpoint",
      "proxyUnauthorized",
      "unauthorized",
    ]);
  });
});
