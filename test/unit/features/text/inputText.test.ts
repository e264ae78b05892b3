import assert from "node:assert/strict";
import {
  addressText,
  apiKeyText,
  caFileText,
  loginText,
  serversProblemText,
  sessionCookieText,
} from "../../../../src/features/text/inputText";
import { addressProblems } from "../../../../src/komari/address";

const credentialProblems = ["empty", "characters", "noSessionToken"] as const;
const refusals = [
  "invalidCredentials",
  "codeRequired",
  "codeInvalid",
  "passwordLoginDisabled",
  "incomplete",
  "tooManyAttempts",
] as const;

describe("inputText", () => {
  const texts = [
    ...addressProblems.map(addressText),
    ...credentialProblems.map(apiKeyText),
    ...credentialProblems.map(sessionCookieText),
    ...refusals.map((refusal) => loginText(refusal)),
  ];
  it("has a full sentence for whatever is typed wrongly", () => {
    for (const text of texts) assert.match(text, /^[A-Z].+[.m]$/);
  });

  it("says when to retry a throttled sign-in, rounded up", () => {
    const text = (ms?: number) => loginText("tooManyAttempts", ms);
    assert.equal(text(), "Too many sign-in attempts. Try again later.");
    assert.equal(text(89_001), "Too many sign-in attempts. Try again in 90 s.");
    assert.equal(text(241_000), "Too many sign-in attempts. Try again in 5 min.");
    assert.equal(text(7_300_000), "Too many sign-in attempts. Try again in 3 h.");
  });

  it("names the CA file", () => {
    for (const problem of ["relative", "missing", "unreadable", "notCertificate"] as const) {
      assert.match(caFileText(problem, "/x/ca.pem"), /: \/x\/ca\.pem$/);
    }
  });

  it("counts the entries of the setting from 1", () => {
    assert.equal(
      serversProblemText({ kind: "noUrl", index: 0 }),
      "Entry 1 of komari.servers: url is missing.",
    );
    assert.match(
      serversProblemText({ kind: "wrongType", index: 1, field: "name" }),
      /Entry 2 .*name must be a string/,
    );
    assert.match(
      serversProblemText({ kind: "wrongType", index: 1, field: "acceptAnyCertificate" }),
      /true or false. It is ignored/,
    );
    assert.match(
      serversProblemText({ kind: "wrongType", index: 1, field: "readOnly" }),
      /true or false. The server is treated as read-only/,
    );
    assert.match(
      serversProblemText({ kind: "badUrl", index: 2, problem: "port" }),
      /Entry 3 .*port/,
    );
    assert.equal(
      serversProblemText({ kind: "notAList" }),
      "komari.servers must be a list of servers.",
    );
  });
});
