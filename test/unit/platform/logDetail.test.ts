import assert from "node:assert/strict";
import { logDetail, logLine } from "../../../src/platform/logDetail";

describe("the text of a log line", () => {
  it("is one line of bounded length, whatever a server is called", () => {
    assert.equal(logLine("a\nb\u001b[2Jc\u202e"), "a b[U+001B][2Jc[U+202E]");
    assert.ok(logLine("x".repeat(200_000)).length < 2_100);
    assert.ok(logDetail(`${"x".repeat(200_000)}\n[error] forged`).length < 2_100);
  });

  it("has the stack of an error", () => {
    assert.match(logDetail(new Error("broken")), /Error: broken\n +at /);
  });
});
