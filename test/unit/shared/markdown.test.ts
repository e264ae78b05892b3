import assert from "node:assert/strict";
import { bar, escapeMarkdown, table } from "../../../src/shared/markdown";

describe("escapeMarkdown", () => {
  it("turns every mark into a character reference and leaves the rest", () => {
    assert.equal(escapeMarkdown("a*b"), "a&#42;b");
    assert.equal(escapeMarkdown("上海 🚀 é – “x”"), "上海 🚀 é – “x”");
  });

  it("keeps text on its line", () => {
    assert.equal(escapeMarkdown("a\r\nb\u2028c\u0000d"), "a b c d");
  });
});

describe("bar", () => {
  const cells = (percent: number) => bar(percent).replaceAll("`", "");

  it("has ten cells whatever the value", () => {
    for (const percent of [-5, 0, 0.1, 50, 99.9, 100, 250]) {
      assert.equal(cells(percent).length, 10, String(percent));
    }
  });

  it("shows a tenth per cell", () => {
    assert.equal(cells(30), "███░░░░░░░");
    assert.equal(cells(100), "██████████");
    assert.equal(cells(250), "██████████");
  });

  it("shows something for more than nothing, and nothing for nothing", () => {
    assert.equal(cells(0.1), "█░░░░░░░░░");
    assert.equal(cells(0), "░░░░░░░░░░");
    assert.equal(cells(-5), "░░░░░░░░░░");
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
