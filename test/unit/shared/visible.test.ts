import assert from "node:assert/strict";
import { visible } from "../../../src/shared/visible";

describe("visible", () => {
  it("shows every character that cannot be seen, so that no two texts read the same", () => {
    const unseen = [
      ...["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u180e"],
      ...["\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"],
      ...["\ufe0f", "\u{e0100}", "\u{e0001}", "\u{e0061}", "\u{e007f}"],
      ...["\u115f", "\u1160", "\u3164", "\uffa0", "\u2800", "\ufff9", "\ufffb", "\ufffc"],
      ...["\u{16fe4}", "\u{1d159}", "\u{13430}", "\ufe00", "\u{e01ef}", "\ud800", "\udfff"],
    ];
    const texts = unseen.map((mark) => visible(`web${mark}01`));
    assert.equal(new Set([...texts, "web01"]).size, unseen.length + 1);
    for (const text of texts) assert.match(text, /^web\[U\+[\dA-F]{4,5}\]01$/);
  });

  it("leaves what belongs to an emoji or joins letters", () => {
    const england = "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}";
    const emoji = ["👩‍💻", "❤️", "1️⃣", "🏳️‍🌈", "👍🏽", "🇨🇳", england, "👨‍👩‍👧‍👦", "🧑🏽‍❤️‍💋‍🧑🏻", "🏴‍☠️", "👩🏽‍💻"];
    for (const text of [...emoji, "می‌روم", "क्‍ष", "क्‌ष", "ശ്‍", "র‍্যাব", "ක්‍ෂ"]) {
      assert.equal(visible(`a ${text} b`), `a ${text} b`);
    }
  });

  it("shows what only looks like a part of an emoji", () => {
    assert.equal(visible("😀\u200db"), "😀[U+200D]b");
    assert.equal(visible("🏴\u{e0067}"), "🏴[U+E0067]");
  });

  it("shows joiners that change nothing", () => {
    assert.equal(visible("ب\u200dب"), "ب[U+200D]ب");
    assert.equal(visible("د\u200cا"), "د[U+200C]ا");
    assert.equal(visible("١\u200c٢"), "١[U+200C]٢");
    assert.equal(visible("ب\u200c\u200cب"), "ب[U+200C][U+200C]ب");
    assert.equal(visible("क\u200dक"), "क[U+200D]क");
    assert.equal(visible("क्\u200c"), "क्[U+200C]");
  });

  it("shows marks on a letter from the sixth on, and leaves those that languages need", () => {
    assert.equal(visible(`a${"\u0301".repeat(7)}b`), `a${"\u0301".repeat(5)}[U+0301][U+0301]b`);
    for (const text of ["Việt", "မြွှေ့", "שָׁלוֹם", "กี้", "བསྒྲུབས", "e\u0301\u0323"]) {
      assert.equal(visible(text), text);
    }
    assert.match(visible(`ก${"\u0e47".repeat(50)}`), /\[U\+0E47\]$/);
  });

  it("writes them in the given way", () => {
    assert.equal(
      visible("a\u200bb", () => "?"),
      "a?b",
    );
  });
});
