import assert from "node:assert/strict";
import { type Availability, type ParamSpec } from "../../../../src/shared/call/methodSpec";
import { availabilityText, paramText } from "../../../../src/shared/call/methodTexts";

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

describe("availabilityText", () => {
  it("names the versions and forks that have a method", () => {
    const text = (availability: Availability) => availabilityText({ availability });
    assert.equal(text({ since: "1.5.0" }), "Since Komari 1.5.0.");
    assert.equal(
      text({ since: "1.2.5", removed: "1.5.0" }),
      "Since Komari 1.2.5, removed in 1.5.0.",
    );
    assert.equal(
      text({ since: "1.2.5", removed: "1.6.0", keptBy: "Nekomari" }),
      "Since Komari 1.2.5, removed in 1.6.0. Nekomari still has it.",
    );
    assert.equal(text({ product: "komari-lite" }), "komari-lite only.");
    assert.equal(availabilityText({}), undefined);
  });
});
