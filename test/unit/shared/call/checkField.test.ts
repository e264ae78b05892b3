import assert from "node:assert/strict";
import { checkField } from "../../../../src/shared/call/checkField";
import { fieldOf } from "../../../../src/shared/call/fieldValue";
import { secretMask } from "../../../../src/shared/call/mask";
import { type ParamSpec, type ParamType } from "../../../../src/shared/call/methodSpec";

const specOf = (type: ParamType, more: Partial<ParamSpec> = {}): ParamSpec => ({
  name: "it",
  type,
  typeText: "",
  required: false,
  ...more,
});
const check = (type: ParamType, text: string, more?: Partial<ParamSpec>) =>
  checkField(specOf(type, more), { set: true, text });

const text: ParamType = { kind: "text" };
const integer: ParamType = { kind: "number", integer: true };
const uuid = "0f2d4b1a-8c3e-4f5a-9b7d-1e2f3a4b5c6d";

describe("checkField", () => {
  it("reports a required field that is not set, whatever is typed", () => {
    const required = specOf(text, { required: true });
    assert.equal(checkField(required, undefined)?.severity, "error");
    assert.equal(checkField(required, { set: false, text: "a" })?.severity, "error");
    assert.equal(checkField(required, { set: true, text: "" }), undefined);
    assert.equal(checkField(specOf(text), undefined), undefined);
  });

  it("reports a required list without items", () => {
    const list: ParamType = { kind: "list", item: text };
    const problem = checkField(specOf(list, { required: true }), {
      set: true,
      text: "",
      items: [],
    });
    assert.deepEqual(problem, { severity: "error", message: "Required.", missing: true });
    assert.equal(checkField(specOf(list), { set: true, text: "", items: [] }), undefined);
  });

  const right: readonly (readonly [ParamType, string])[] = [
    [text, ""],
    [integer, "-9223372036854775808"],
    [integer, "+5"],
    [{ kind: "number", integer: false }, "1.5e3"],
    [{ kind: "boolean" }, "true"],
    [{ kind: "choice", options: ["load", "ping"] }, "ping"],
    [{ kind: "json" }, '{"a":1}'],
    [{ kind: "time" }, "2028-02-29T23:59:59Z"],
    [{ kind: "time" }, "2026-01-31T18:00:00.123456789+08:05"],
  ];
  for (const [type, typed] of right) {
    it(`finds nothing wrong with ${typed || "an empty text"} for ${type.kind}`, () => {
      assert.equal(check(type, typed), undefined);
    });
  }

  const wrong: readonly (readonly [ParamType, string, RegExp])[] = [
    [integer, "", /a number/],
    [integer, "two", /a number/],
    [integer, "1.5", /whole number/],
    [integer, "1e3", /whole number/],
    [{ kind: "number", integer: false }, "1,5", /a number/],
    [{ kind: "boolean" }, "yes", /true or false/],
    [{ kind: "json" }, '{\n"a" 1}', /^Line 2, column 5: .*colon/],
    [{ kind: "json" }, "", /Expected a value/],
    [{ kind: "time" }, "2026-01-31", /with a time zone/],
    [{ kind: "time" }, "2026-01-31T18:00:00", /with a time zone/],
    [{ kind: "time" }, "2026-02-30T18:00:00Z", /with a time zone/],
    [{ kind: "time" }, "2026-01-31T24:00:00Z", /with a time zone/],
    [{ kind: "time" }, "2026-01-31 18:00:00Z", /with a time zone/],
    [{ kind: "time" }, "", /with a time zone/],
  ];
  for (const [type, typed, message] of wrong) {
    it(`reports a problem of ${JSON.stringify(typed)} for ${type.kind}`, () => {
      const problem = check(type, typed);
      assert.equal(problem?.severity, "error");
      assert.match(problem.message, message);
    });
  }

  it("only warns of an unknown choice", () => {
    const problem = check({ kind: "choice", options: ["load", "ping"] }, "gpu");
    assert.equal(problem?.severity, "warning");
    assert.match(problem.message, /load, ping/);
  });

  it("only warns of a node parameter that is not a UUID", () => {
    assert.equal(check(text, "tokyo", { picker: "node" })?.severity, "warning");
    assert.equal(check(text, uuid.toUpperCase(), { picker: "node" }), undefined);
    assert.equal(check(text, "tokyo", { picker: "metrics" }), undefined);
  });

  it("names the first item of a list that is wrong", () => {
    const nodes = specOf({ kind: "list", item: text }, { picker: "nodes" });
    assert.equal(checkField(nodes, { set: true, text: "", items: [uuid] }), undefined);
    assert.equal(checkField(nodes, { set: true, text: "" }), undefined);
    const problem = checkField(nodes, { set: true, text: "", items: [uuid, "x", "y"] });
    assert.equal(problem?.severity, "warning");
    assert.match(problem.message, /^Item 2: /);
    const lists = specOf({ kind: "list", item: { kind: "list", item: integer } });
    const broken = checkField(lists, { set: true, text: "", items: ["[1]", "[1"] });
    assert.match(broken?.message ?? "", /^Item 2: .*bracket/);
  });

  it("warns of a JSON value that the field cannot represent", () => {
    const problem = checkField(specOf(text), fieldOf(text, "5"));
    assert.equal(problem?.severity, "warning");
  });

  it("reports a masked secret", () => {
    assert.match(check(text, `db:${secretMask}@host`)?.message ?? "", /Re-enter/);
  });
});
