import assert from "node:assert/strict";
import { type ParamSpec } from "../../../../src/shared/call/methodSpec";
import { paramText } from "../../../../src/shared/call/methodTexts";

function textOf(about: Pick<ParamSpec, "description" | "fallback">): string {
  return paramText({ name: "a", type: { kind: "text" }, typeText: "", required: false, ...about });
}

describe("paramText", () => {
  it("is the description, the default, or both", () => {
    assert.equal(textOf({}), "");
    assert.equal(textOf({ description: "Type of records." }), "Type of records.");
    assert.equal(textOf({ fallback: "load" }), "Default: load");
    assert.equal(
      textOf({ description: "Type of records.", fallback: "load" }),
      "Type of records. Default: load",
    );
  });

  it("separates the default from a description by what that ends with", () => {
    assert.equal(
      textOf({ description: "记录类型。", fallback: "load" }),
      "记录类型。Default: load",
    );
    assert.equal(
      textOf({ description: "rows to read", fallback: "9" }),
      "rows to read · Default: 9",
    );
  });
});
