import assert from "node:assert/strict";
import { escapeMarkdown, factTable, table } from "../../../src/shared/markdown";

describe("escapeMarkdown", () => {
  it("turns every mark into a character reference and leaves the rest", () => {
    assert.equal(escapeMarkdown("a*b"), "a&#42;b");
    assert.equal(escapeMarkdown("上海 🚀 é – “x”"), "上海 🚀 é – “x”");
  });

  it("keeps text on its line", () => {
    assert.equal(escapeMarkdown("a\r\nb\u2028c\td"), "a b c d");
  });
});

describe("table", () => {
  it("has a line per row below an empty head", () => {
    const lines = table([
      ["a", "1"],
      ["b", "2"],
    ]).split("\n");
    assert.deepEqual(lines, ["| | |", "|:--|:--|", "| a | 1 |", "| b | 2 |"]);
  });

  it("is nothing without rows, not an empty table", () => assert.equal(table([]), ""));
});

describe("factTable", () => {
  it("keeps each label in one line, in English and in Chinese", () => {
    const lines = factTable([
      ["Signed in", "no, as a guest"],
      ["网址", "一 二"],
    ]).split("\n");
    assert.deepEqual(lines.slice(2), [
      "| Signed\u00a0in | no, as a guest |",
      "| 网\u2060址 | 一 二 |",
    ]);
  });
});
