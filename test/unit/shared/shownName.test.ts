import assert from "node:assert/strict";
import { shownName } from "../../../src/shared/shownName";

describe("shownName", () => {
  it("is a name on one line, without blanks around it", () => {
    assert.equal(shownName(" a\nb "), "a b");
    assert.equal(shownName("\u200b"), "[U+200B]");
  });

  it("leaves a name alone that is plainly seen, in Latin or Chinese, of up to 120 characters", () => {
    for (const name of ["a", "web-01", "上海电信 TCP", "x".repeat(120)])
      assert.equal(shownName(name), name);
    assert.equal(shownName("x".repeat(121)), `${"x".repeat(120)}…`);
  });

  it("shows blanks that look like a space", () => {
    assert.equal(shownName("web\u00a001"), "web[U+00A0]01");
    assert.equal(shownName("\u2003web\u202f01\u00a0"), "web[U+202F]01");
    assert.equal(shownName("香港\u300001"), "香港\u300001");
  });

  it("is short, whatever it is made of, and cuts no character in two", () => {
    for (const part of [
      "a",
      "\u200b",
      "\ud83d\ude00",
      "&",
      "a\u202e",
      "\u0301",
      "👩‍💻",
      "\ud800",
      "\0",
    ]) {
      const name = shownName(part.repeat(200_000));
      assert.ok(name.length <= 121 && name.endsWith("…"), part);
      assert.doesNotThrow(() => encodeURIComponent(name), part);
    }
  });
});
