import assert from "node:assert/strict";
import { type Credential } from "../../../src/komari/credential";
import {
  isPermissionError,
  isRefusal,
  KomariProblemError,
  problemOf,
} from "../../../src/komari/problem";
import { localErrorCodes, RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";

const guest: Credential = { kind: "guest" };
const apiKey: Credential = { kind: "apiKey", apiKey: "k" };
const session: Credential = { kind: "session", token: "t" };
const remote = (code: number, message = "words") => new RpcRemoteError(code, message, undefined);

describe("problemOf", () => {
  it("reports by the credential what being refused means", () => {
    const error = new RpcLocalError("unauthorized", "HTTP 401");
    assert.equal(problemOf(error, guest).code, "privateSite");
    assert.equal(problemOf(error, apiKey).code, "keyRejected");
    assert.equal(problemOf(error, session).code, "signedOut");
  });

  it("keeps every other local code", () => {
    for (const code of localErrorCodes) {
      if (code === "unauthorized") continue;
      const error = new RpcLocalError(code, "why");
      const expected = { code, detail: "why", cause: error, fate: "unknown" };
      assert.deepEqual(problemOf(error, apiKey), expected);
    }
  });

  it("keeps whether a call may have been carried out", () => {
    const fateOf = (error: unknown) => problemOf(error, guest).fate;
    for (const fate of ["notSent", "refused", "unknown"] as const) {
      assert.equal(fateOf(new RpcLocalError("unreachable", "why", { fate })), fate);
    }
    for (const code of [-32601, -32602, -32603, -32041, -32051, 7]) {
      assert.equal(fateOf(remote(code)), "refused");
    }
    // Its own time was over, or that of an agent.
    for (const code of [-32010, -32011]) assert.equal(fateOf(remote(code)), "unknown");
  });

  it("keeps the pause that a busy server requests", () => {
    const error = new RpcLocalError("busy", "HTTP 429", { retryAfterMs: 7000 });
    assert.deepEqual(problemOf(error, apiKey).data, { retryAfterMs: 7000 });
  });

  const codes = {
    [-32601]: "methodMissing",
    [-32602]: "invalidParams",
    [-32603]: "serverError",
    [-32041]: "permissionDenied",
    401: "permissionDenied",
    [-32044]: "notFound",
    [-32600]: "remote",
    [-32051]: "unavailable",
    7: "remote",
  };
  for (const [code, expected] of Object.entries(codes)) {
    it(`takes ${code} for ${expected}`, () => {
      const problem = problemOf(remote(Number(code)), guest);
      assert.equal(problem.code, expected);
      assert.deepEqual(problem.data, { remote: { code: Number(code), message: "words" } });
    });
  }

  it("reports a missing second factor from missing rights", () => {
    assert.equal(problemOf(remote(-32041, "2FA code is required"), session).code, "secondFactor");
    assert.equal(problemOf(remote(401, "Invalid 2FA code"), session).code, "secondFactor");
    assert.equal(problemOf(remote(-32041, "Permission denied"), session).code, "permissionDenied");
  });

  it("hands on a problem that is known, and takes anything else for a bug", () => {
    const problem = { code: "tooOld", detail: "x", data: { version: "1.0.6" } } as const;
    assert.equal(problemOf(new KomariProblemError(problem), guest), problem);
    assert.equal(problemOf(new TypeError("oops"), guest).code, "unexpected");
    assert.equal(problemOf("oops", guest).code, "unexpected");
  });
});

describe("refusals", () => {
  it("are HTTP 401 and the permission errors of any version", () => {
    for (const error of [remote(401), remote(-32041), new RpcLocalError("unauthorized", "")]) {
      assert(isRefusal(error));
    }
    for (const error of [remote(-32601), remote(-32041, "2FA code is required"), new Error()]) {
      assert(!isRefusal(error));
      assert(!isPermissionError(error));
    }
    assert(!isPermissionError(new RpcLocalError("unauthorized", "")));
    assert(isPermissionError(remote(-32040)));
  });

  it("are none where an agent has no right to a file: the sign-in is fine", () => {
    const method = "admin:fileList";
    const words = "open /root: permission denied";
    assert(!isRefusal(new RpcRemoteError(-32041, words, undefined, { method })));
  });
});
