import assert from "node:assert/strict";
import * as l10n from "@vscode/l10n";
import chinese from "../../../../l10n/bundle.l10n.zh-cn.json";
import { networkReason } from "../../../../src/features/text/networkReason";
import { problemText } from "../../../../src/features/text/problemText";
import { remedyCommand } from "../../../../src/features/text/remedy";
import { type ProblemCode } from "../../../../src/komari/problem";
import { RpcLocalError } from "../../../../src/rpc/errors";
import { localErrorCodes } from "../../../../src/rpc/errors";
import { nodeError, problem } from "../servers/fakes";

const codes: readonly ProblemCode[] = [
  ...localErrorCodes.filter((code) => code !== "unauthorized"),
  ...(["tooOld", "privateSite", "keyRejected", "signedOut", "permissionDenied"] as const),
  ...(["secondFactor", "methodMissing", "invalidParams", "notFound", "serverError"] as const),
  ...(["remote", "unexpected", "signInRequired", "alreadyExists", "outOfRange"] as const),
  ...(["serverTimeout", "serverCanceled", "conflict", "notImplemented", "unavailable"] as const),
  ...(["dataLoss", "agentOffline", "agentOutdated", "agentTimeout", "agentDenied"] as const),
];

describe("problemText", () => {
  for (const code of codes) {
    it(`has a sentence for ${code}`, () => {
      const { message, remedy } = problemText(problem(code), "Tokyo");
      assert.match(message, /^[A-Z].{7,120}\.$/);
      if (remedy !== undefined) assert.notEqual(remedyCommand(remedy, "id").title, "");
    });
  }

  it("names the server, or speaks of the server", () => {
    assert.equal(
      problemText(problem("timeout"), "Tokyo").message,
      "Tokyo did not respond in time.",
    );
    assert.equal(problemText(problem("timeout")).message, "The server did not respond in time.");
  });

  for (const code of codes) {
    it(`reads well for ${code} without the server's name`, () => {
      assert.doesNotMatch(problemText(problem(code)).message, /. The server\b(?! may)/);
    });
  }

  it("has no space around a server without a name in Chinese", () => {
    l10n.config({ contents: chinese });
    try {
      assert.equal(problemText(problem("signedOut")).message, "服务器的登录已失效。");
      assert.equal(problemText(problem("signedOut"), "Tokyo").message, "Tokyo 的登录已失效。");
    } finally {
      l10n.config({ contents: {} });
    }
  });

  it("has the remedy for the server of the problem", () => {
    const { remedy } = problemText(problem("keyRejected"));
    assert.equal(remedy, "signIn");
    assert.deepEqual(remedyCommand("signIn", "https://a.example.com"), {
      title: "Sign In…",
      command: "komari.signIn",
      arguments: [{ serverId: "https://a.example.com" }],
    });
    assert.deepEqual(remedyCommand("maxResponseSize", "x").arguments, [
      "@id:komari.maxResponseSize",
    ]);
  });

  it("calls a server too old only when it is", () => {
    const text = (version: string) =>
      problemText({ ...problem("tooOld"), data: { version } }, "Tokyo").message;
    for (const version of ["1.0.6", "v1.0.3", "1.0.5-fix1"]) {
      assert.equal(
        text(version),
        `Tokyo runs Komari ${version}. Version 1.0.7 or later is required.`,
      );
    }
    // 0.1.12 is one of a fork, which has RPC.
    for (const version of ["1.0.7", "1.0.12", "1.4.3", "0.1.12", "dev", ""]) {
      assert.match(text(version), /^Tokyo does not offer RPC\./);
    }
  });

  it("says when to retry on a busy server, if known", () => {
    assert.equal(
      problemText(problem("busy"), "Tokyo").message,
      "Tokyo is busy. Try again in a moment.",
    );
    const reported = { ...problem("busy"), data: { retryAfterMs: 30_000 } };
    assert.equal(problemText(reported, "Tokyo").message, "Tokyo is busy. Try again in 30 s.");
  });

  it("quotes a server's own words on one line, and not without end", () => {
    const message = `first\n${"x".repeat(1000)}`;
    const quoted = { ...problem("remote"), data: { remote: { code: -32011, message } } };
    const text = problemText(quoted, "Tokyo").message;
    assert.match(text, /^Tokyo returned an error: first x+…$/);
    assert.ok(text.length < 260);
    assert.equal(problemText(quoted, "Tokyo").summary, "Tokyo returned an error.");
  });
});

describe("networkReason", () => {
  it("finds the code under our own error, and in the first of several addresses", () => {
    const cause = new AggregateError([nodeError("ECONNREFUSED"), nodeError("ENETUNREACH")]);
    const error = new RpcLocalError("unreachable", "detail", { cause });
    assert.equal(networkReason(error), "connection refused");
  });

  it("says what is wrong with a certificate", () => {
    assert.match(networkReason(nodeError("CERT_HAS_EXPIRED")) ?? "", /expired/);
    assert.match(networkReason(nodeError("UNABLE_TO_GET_ISSUER_CERT")) ?? "", /unknown authority/);
    assert.match(networkReason(nodeError("ERR_TLS_CERT_ALTNAME_INVALID")) ?? "", /another host/);
  });

  it("adds nothing to what it does not know", () => {
    assert.equal(networkReason(nodeError("EWHATEVER")), undefined);
    assert.equal(networkReason("text"), undefined);
    assert.equal(networkReason(undefined), undefined);
  });
});
