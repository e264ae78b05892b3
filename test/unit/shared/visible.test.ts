import assert from "node:assert/strict";
import { visible } from "../../../src/shared/visible";

describe("visible", () => {
  it("shows every character that cannot be seen, so that no two texts read the same", () => {
    const unseen = [
      ...["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u180e"],
      ...["\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"],
      ...["\ufe0f", "\u{e0100}", "\u{e0001}", "\u{e0061}", "\u{e007f}"],
      ...["\u115f", "\u3164", "\uffa0", "\u2800", "\ufff9"],
    ];
    const texts = unseen.map((mark) => visible(`web${mark}01`));
    assert.equal(new Set([...texts, "web01"]).size, unseen.length + 1);
    for (const text of texts) assert.match(text, /^web\[U\+[\dA-F]{4,5}\]01$/);
  });

  it("leaves what belongs to an emoji or joins letters", () => {
    const england = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
    for (const text of ["👩‍💻", "❤️", "1️⃣", "🏳️‍🌈", "👍🏽", "👩🏽‍💻", "🇨🇳", england, "می‌روم", "क्‍ष"]) {
      assert.equal(visible(`a ${text} b`), `a ${text} b`);
    }
  });

  it("shows what only looks like a part of an emoji", () => {
    assert.equal(visible("😀\u200db"), "😀[U+200D]b");
    assert.equal(visible("🏴\u{e0067}"), "🏴[U+E0067]");
  });

  it("writes them as it is told", () => {
    assert.equal(
      visible("a\u200bb", () => "?"),
      "a?b",
    );
  });
});
