import assert from "node:assert/strict";
import { shownName } from "../../../src/shared/shownName";

describe("shownName", () => {
  it("is a name on one line, without blanks around it", () => {
    assert.equal(shownName(" a\nb "), "a b");
    assert.equal(shownName("\u200b"), "[U+200B]");
  });

  it("is short, whatever it is made of, and cuts no character in two", () => {
    for (const part of ["a", "\u200b", "\ud83d\ude00", "&", "a\u202e"]) {
      const name = shownName(part.repeat(200_000));
      assert.ok(name.length <= 121 && name.endsWith("…"), part);
      assert.doesNotThrow(() => encodeURIComponent(name), part);
    }
  });
});
