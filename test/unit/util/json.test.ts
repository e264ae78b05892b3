import assert from "node:assert/strict";
import { isRecord, parseJson } from "../../../src/util/json";

describe("parseJson", () => {
  it("gives the value, or undefined for what is not JSON", () => {
    assert.deepEqual(parseJson('{"a":[1]}'), { a: [1] });
    assert.equal(parseJson("null"), null);
    for (const text of ["", "<html>", "{", "undefined"]) assert.equal(parseJson(text), undefined);
  });
});

describe("isRecord", () => {
  it("takes objects, and neither lists nor null", () => {
    assert.equal(isRecord({}), true);
    for (const value of [[], null, undefined, "text", 1]) assert.equal(isRecord(value), false);
  });
});
