import assert from "node:assert/strict";
import { logDetail } from "../../../src/platform/logDetail";
import { plainLabel, plainText } from "../../../src/platform/plainText";

describe("plainText", () => {
  it("leaves no link for VS Code to make", () => {
    const text = plainText("[a](command:x) [[b]](https://c) d");
    assert.doesNotMatch(text, /\]\(/);
    assert.equal(plainText("a [b] (c)"), "a [b] (c)");
  });
});

describe("plainLabel", () => {
  it("leaves no icon for VS Code to draw", () => {
    assert.equal(plainLabel("a $(flame) b $5"), "a \\$(flame) b $5");
  });
});

describe("logDetail", () => {
  it("shows an error with all that caused it", () => {
    const error = new Error("outer", { cause: new Error("inner") });
    assert.match(logDetail(error), /outer[\s\S]*inner/);
    assert.equal(logDetail("text"), "text");
  });
});
