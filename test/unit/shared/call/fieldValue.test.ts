import assert from "node:assert/strict";
import { fieldOf, numberIn, valueOf } from "../../../../src/shared/call/fieldValue";
import { type ParamType } from "../../../../src/shared/call/methodSpec";

const text: ParamType = { kind: "text" };
const integer: ParamType = { kind: "number", integer: true };
const boolean: ParamType = { kind: "boolean" };
const json: ParamType = { kind: "json" };
const listOf = (item: ParamType): ParamType => ({ kind: "list", item });

describe("numberIn", () => {
  it("keeps valid JSON numbers digit by digit", () => {
    for (const number of ["0", "-0", "9223372036854775807", "1e400", "1.50", "-1.5E+03"]) {
      assert.equal(numberIn(number), number);
    }
  });

  it("normalizes numbers that JSON does not allow", () => {
    const meant = { " 5 ": "5", "+5": "5", "007": "7", ".5": "0.5", "-.5": "-0.5", "1.": "1" };
    for (const [typed, number] of Object.entries(meant)) assert.equal(numberIn(typed), number);
  });

  it("is undefined for other text", () => {
    for (const typed of ["", " ", ".", "-", "e5", "1 2", "1,5", "0x10", "NaN", "١"]) {
      assert.equal(numberIn(typed), undefined, typed);
    }
  });
});

describe("valueOf", () => {
  const cases: readonly (readonly [ParamType, string, string])[] = [
    [text, "", '""'],
    [text, "5", '"5"'],
    [text, 'a"\n', '"a\\"\\n"'],
    [{ kind: "time" }, "2026-01-01T00:00:00Z", '"2026-01-01T00:00:00Z"'],
    [{ kind: "choice", options: ["load", "ping"] }, "other", '"other"'],
    [integer, "9223372036854775807", "9223372036854775807"],
    [integer, "1.5", "1.5"],
    [integer, "many", '"many"'],
    [integer, "", '""'],
    [boolean, "true", "true"],
    [boolean, " false", "false"],
    [boolean, "yes", '"yes"'],
    [json, '{ "a": 1e400 }', '{"a":1e400}'],
    [json, '{"a":', '"{\\"a\\":"'],
  ];
  for (const [type, typed, sent] of cases) {
    it(`sends ${typed || "nothing"} as ${sent} for ${type.kind}`, () => {
      assert.equal(valueOf(type, { set: true, text: typed }), sent);
    });
  }

  it("sends the items of a list by their type", () => {
    const field = { set: true, text: "", items: ["1", "x", "[2]"] };
    assert.equal(valueOf(listOf(integer), field), '[1,"x","[2]"]');
    assert.equal(valueOf(listOf(text), field), '["1","x","[2]"]');
    assert.equal(valueOf(listOf(listOf(integer)), field), '[1,"x",[2]]');
    assert.equal(valueOf(listOf(text), { set: true, text: "" }), "[]");
  });
});

describe("fieldOf", () => {
  it("shows values as they are typed", () => {
    assert.deepEqual(fieldOf(text, '"a\\nb"'), { set: true, text: "a\nb" });
    assert.deepEqual(fieldOf(integer, "9223372036854775807"), {
      set: true,
      text: "9223372036854775807",
    });
    assert.deepEqual(fieldOf(boolean, "false"), { set: true, text: "false" });
    assert.deepEqual(fieldOf(json, '{"a":"b"}'), { set: true, text: '{\n  "a": "b"\n}' });
    assert.deepEqual(fieldOf(json, '"a"'), { set: true, text: '"a"' });
    assert.deepEqual(fieldOf(listOf(text), '["a","b"]'), {
      set: true,
      text: "",
      items: ["a", "b"],
    });
  });

  it("keeps a value that the type cannot represent as raw JSON", () => {
    assert.deepEqual(fieldOf(text, "5"), { set: true, text: "5", raw: "5" });
    assert.deepEqual(fieldOf(integer, '"5"'), { set: true, text: "5", raw: '"5"' });
    assert.deepEqual(fieldOf(listOf(text), '["a", 1]'), {
      set: true,
      text: "",
      items: ["a", "1"],
      raw: '["a",1]',
    });
    assert.deepEqual(fieldOf(listOf(text), '"a"'), {
      set: true,
      text: "",
      items: ["a"],
      raw: '"a"',
    });
  });
});
