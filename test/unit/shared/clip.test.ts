import assert from "node:assert/strict";
import { clip } from "../../../src/shared/clip";

describe("clip", () => {
  it("leaves alone what is short enough", () => {
    assert.equal(clip("", 3), "");
    assert.equal(clip("abc", 3), "abc");
  });

  it("cuts no character in two", () => assert.equal(clip("ab\u{1f600}", 3), "ab…"));

  it("cuts nothing in two that is drawn as one", () => {
    assert.equal(clip("ab👩‍💻c", 4), "ab…");
    assert.equal(clip("ab👩‍💻c", 7), "ab👩‍💻…");
    assert.equal(clip("🇨🇳🇩🇪", 6), "🇨🇳…");
    assert.equal(clip("ae\u0301x", 2), "a…");
  });

  it("cuts what is drawn as one where it is endless", () => {
    assert.equal(clip(`a${"\u0301".repeat(200_000)}`, 60).length, 61);
  });

  it("ends what it cuts with an ellipsis", () => assert.equal(clip("abcd", 3), "abc…"));
});
