import assert from "node:assert/strict";
import { singleLine } from "../../../src/shared/singleLine";

describe("singleLine", () => {
  it("makes one line of several", () => {
    assert.equal(singleLine("a\r\nb\u2028c\td"), "a b c d");
  });

  it("shows control characters that break no line, so that no text reads as another", () => {
    assert.equal(singleLine("a\0b\u001bc\u007fd\u0080"), "a[U+0000]b[U+001B]c[U+007F]d[U+0080]");
  });

  it("shows marks that would turn the direction of writing", () => {
    assert.equal(singleLine("web\u202egnp.exe"), "web[U+202E]gnp.exe");
  });

  it("keeps what joins an emoji", () => {
    assert.equal(singleLine("👩‍💻"), "👩‍💻");
  });
});
