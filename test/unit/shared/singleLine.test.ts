import assert from "node:assert/strict";
import { singleLine } from "../../../src/shared/singleLine";

describe("singleLine", () => {
  it("makes one line of several", () => {
    assert.equal(singleLine("a\r\nb\u2028c\td"), "a b c d");
  });

  it("shows marks that would turn the direction of writing", () => {
    assert.equal(singleLine("web\u202egnp.exe"), "web[U+202E]gnp.exe");
  });

  it("keeps what joins an emoji", () => {
    assert.equal(singleLine("👩‍💻"), "👩‍💻");
  });
});
