import assert from "node:assert/strict";
import { assertNever } from "../../../src/util/assertNever";

describe("assertNever", () => {
  it("names what was not expected", () => {
    const value: unknown = JSON.parse('{"kind":"new"}');
    assert.throws(() => assertNever(value as never), /\{"kind":"new"\}/);
  });
});
