import assert from "node:assert/strict";
import { clip } from "../../../src/shared/clip";

describe("clip", () => {
  it("leaves alone what is short enough", () => {
    assert.equal(clip("", 3), "");
    assert.equal(clip("abc", 3), "abc");
  });

  it("cuts no character in two", () => assert.equal(clip("ab\u{1f600}", 3), "ab…"));

  it("ends what it cuts with an ellipsis", () => assert.equal(clip("abcd", 3), "abc…"));
});
