import assert from "node:assert/strict";
import {
  credentialHeaders,
  parseApiKey,
  parseSessionCookie,
  sessionTokenIn,
} from "../../../src/komari/credential";

describe("credentialHeaders", () => {
  it("sends nothing for a guest", () => {
    assert.deepEqual(credentialHeaders({ kind: "guest" }), {});
  });

  it("sends the key exactly as servers compare it", () => {
    const headers = credentialHeaders({ kind: "apiKey", apiKey: "abc-123456789" });
    assert.deepEqual(headers, { Authorization: "Bearer abc-123456789" });
  });

  it("sends a key of any script as its UTF-8 bytes", () => {
    const headers = credentialHeaders({ kind: "apiKey", apiKey: "密钥" });
    assert.equal(headers.Authorization, "Bearer \u00e5\u00af\u0086\u00e9\u0092\u00a5");
  });

  it("sends the session as its cookie", () => {
    const headers = credentialHeaders({ kind: "session", token: "t0k", username: "admin" });
    assert.deepEqual(headers, { Cookie: "session_token=t0k" });
  });
});

describe("parseApiKey", () => {
  it("takes a key with what was pasted around it", () => {
    for (const text of [
      "abcdefghijkl",
      "  abcdefghijkl\n",
      "Bearer abcdefghijkl",
      "Authorization: Bearer  abcdefghijkl",
    ]) {
      assert.deepEqual(parseApiKey(text), {
        ok: true,
        credential: { kind: "apiKey", apiKey: "abcdefghijkl" },
        warning: undefined,
      });
    }
  });

  it("warns of a key that newer servers ignore", () => {
    const parsed = parseApiKey("abcdefghijk");
    assert(parsed.ok);
    assert.equal(parsed.warning, "shortKey");
  });

  it("says what is wrong", () => {
    assert.deepEqual(parseApiKey("  "), { ok: false, problem: "empty" });
    assert.deepEqual(parseApiKey("abc def"), { ok: false, problem: "characters" });
    assert.deepEqual(parseApiKey("abc\u0000def"), { ok: false, problem: "characters" });
  });
});

describe("parseSessionCookie", () => {
  it("takes a value, a pair or a header", () => {
    for (const text of [
      "a1b2",
      " a1b2; ",
      "session_token=a1b2",
      "session_token=a1b2; Path=/; HttpOnly",
      "Set-Cookie: session_token=a1b2; Path=/",
      "Cookie: lang=zh; session_token=a1b2; temp_key=x",
    ]) {
      assert.deepEqual(parseSessionCookie(text), {
        ok: true,
        credential: { kind: "session", token: "a1b2" },
        warning: undefined,
      });
    }
  });

  it("says what is wrong", () => {
    assert.deepEqual(parseSessionCookie(""), { ok: false, problem: "empty" });
    assert.deepEqual(parseSessionCookie("session_token="), { ok: false, problem: "empty" });
    assert.deepEqual(parseSessionCookie("lang=zh"), { ok: false, problem: "noSessionToken" });
    assert.deepEqual(parseSessionCookie("a b"), { ok: false, problem: "characters" });
    assert.deepEqual(parseSessionCookie('"a1b2"'), { ok: false, problem: "characters" });
  });
});

describe("sessionTokenIn", () => {
  it("finds the cookie among others, and not in their values", () => {
    assert.equal(sessionTokenIn("a=session_token=no; session_token=yes=="), "yes==");
    assert.equal(sessionTokenIn("xsession_token=1"), undefined);
  });
});
