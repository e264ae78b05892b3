import assert from "node:assert/strict";
import { formatJson } from "../../../src/json/printer";
import { compactJson, isSameJson, itemsOf, membersOf, stringOf } from "../../../src/json/text";

const numbers = "[9223372036854775807,1e400,-0,1.50,1E5]";

describe("formatJson and compactJson", () => {
  it("keep numbers as they were typed", () => {
    assert.equal(compactJson(formatJson(numbers)), numbers);
  });

  it("leave empty lists and objects on one line", () => {
    assert.equal(
      formatJson('{"a":[ ],"b":{},"c":[{}]}'),
      '{\n  "a": [],\n  "b": {},\n  "c": [\n    {}\n  ]\n}',
    );
  });

  it("keep brackets and commas in strings", () => {
    assert.equal(compactJson(' [ "{ , }" , "\\"[" ] '), '["{ , }","\\"["]');
    assert.equal(formatJson('"{,}"'), '"{,}"');
  });

  it("keep duplicate members", () => {
    assert.equal(compactJson('{"a": 1, "a": 2}'), '{"a":1,"a":2}');
  });

  it("terminate for text that is cut anywhere", () => {
    for (const text of [
      "/*",
      "[1/*",
      "[1/**",
      "[1/",
      "[1//",
      '["a',
      '["\\',
      "[1e",
      "[-",
      "[t",
      "\ud83d",
    ]) {
      assert.ok(compactJson(text).length <= text.length, text);
      assert.ok(formatJson(text).length < 20, text);
    }
  });

  it("handle deep nesting", () => {
    assert.equal(compactJson("[".repeat(100_000)).length, 100_000);
  });
});

describe("membersOf", () => {
  it("returns names and raw values in order, with duplicates", () => {
    assert.deepEqual(membersOf('{"b": 1e400, "\\u0061":[1, 2], "b" : {"c":9223372036854775807}}'), [
      ["b", "1e400"],
      ["a", "[1, 2]"],
      ["b", '{"c":9223372036854775807}'],
    ]);
  });

  it("distinguishes names from values", () => {
    assert.deepEqual(membersOf('{"__proto__":1,"constructor":2,"":3}'), [
      ["__proto__", "1"],
      ["constructor", "2"],
      ["", "3"],
    ]);
  });

  it("is for objects only", () => {
    for (const text of ["[]", "1", '"{}"', "null", ""]) assert.equal(membersOf(text), undefined);
    assert.deepEqual(membersOf("{}"), []);
  });
});

describe("itemsOf", () => {
  it("gives raw items", () => {
    assert.deepEqual(itemsOf('[ 1.0, "a,b" ,[ 2 ],null]'), ["1.0", '"a,b"', "[ 2 ]", "null"]);
  });

  it("is for lists only", () => {
    for (const text of ["{}", "1", '"[]"', ""]) assert.equal(itemsOf(text), undefined);
    assert.deepEqual(itemsOf("[]"), []);
  });
});

describe("stringOf", () => {
  it("decodes strings, and is undefined for other values", () => {
    assert.equal(stringOf('"a\\n\\u00e9"'), "a\né");
    assert.deepEqual(["1", "null", "[]", ""].map(stringOf), [...Array<undefined>(4)]);
  });
});

describe("isSameJson", () => {
  it("ignores white space and escapes", () => {
    assert.ok(isSameJson('{"a":["é"]}', '{ "\\u0061" : ["\\u00e9"] }'));
  });

  it("distinguishes types and digits", () => {
    assert.ok(!isSameJson("1", '"1"'));
    assert.ok(!isSameJson("9223372036854775807", "9223372036854775808"));
    assert.ok(!isSameJson("1", "1.0"));
  });
});
