import assert from "node:assert/strict";
import { type JsonIndex } from "../../../../../../webview/call/response/json/jsonIndex";
import { prettyLine, prettyText } from "../../../../../../webview/call/response/json/prettyLine";
import { shownJson, shownString } from "../../../../../../webview/call/response/json/shownText";
import { runSync } from "../../../../../../src/json/cooperative";
import { indexOf, indexOfValue } from "../indexOf";

const writtenOut = (index: JsonIndex, line: number) => runSync(prettyText(index, line));

describe("prettyText", () => {
  it("is formatted like JSON.stringify", () => {
    const value = { a: [1, [], {}, { "b c": null }], d: 'x"y', e: true };
    assert.equal(writtenOut(indexOfValue(value), 0), JSON.stringify(value, null, 2));
  });

  it("of a nested value has no indent, key or comma", () => {
    const index = indexOfValue({ a: { b: [1, 2] }, c: 3 });
    assert.equal(writtenOut(index, 1), JSON.stringify({ b: [1, 2] }, null, 2));
    assert.equal(writtenOut(index, index.size - 2), "3");
  });

  it("keeps numbers unchanged", () => {
    assert.equal(
      writtenOut(indexOf("[9007199254740993,1.50]"), 0),
      "[\n  9007199254740993,\n  1.50\n]",
    );
  });

  it("clips long values and counts the omitted characters", () => {
    const { value, more } = prettyLine(indexOfValue("y".repeat(5_000_000)), 0, 100);
    assert.equal(value, `"${"y".repeat(99)}"`);
    assert.equal(more, 5_000_002 - 100);
  });

  it("limits the indent", () => {
    const index = indexOf("[".repeat(3000) + "]".repeat(3000));
    assert.ok(writtenOut(index, 0).length < 3000 * 1000);
  });
});

describe("Texts of a server in a response", () => {
  it("escape invisible and bidirectional control characters", () => {
    assert.equal(
      shownJson(JSON.stringify("safe \u202egnp\u200b"), 100).text,
      '"safe \\u202egnp\\u200b"',
    );
    assert.equal(shownJson(JSON.stringify("\u001b[31m"), 100).text, '"\\u001b[31m"');
  });

  it("decode unnecessary escapes", () => {
    assert.equal(shownJson('"\\u003cb\\u003e \\/"', 100).text, '"<b> /"');
  });

  it("keep joined emoji", () => {
    assert.equal(shownJson(JSON.stringify("👩‍💻"), 100).text, '"👩‍💻"');
  });

  for (const [raw, cut] of [
    ['"ab\\u1234xx"', '"ab"'],
    ['"abc\\\\xxxxx"', '"abc\\\\"'],
    ['"abcd👩xxxxx"', '"abcd"'],
  ] as const) {
    it(`never cuts ${raw} within a character`, () => {
      assert.equal(shownJson(raw, 6).text, cut);
    });
  }

  it("are one line without quotes in a cell", () => {
    assert.equal(shownString('"a\\nb \\u202ec"', 100), "a b [U+202E]c");
    assert.equal(shownString('"abcdef"', 4), "abc…");
  });
});
