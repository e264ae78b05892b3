import assert from "node:assert/strict";
import { tags } from "../../../../src/komari/decode/tags";

describe("tags", () => {
  it("splits, drops blanks and reads colours", () => {
    assert.deepEqual(tags("a;b<red>;; ;中文 ;🔥<Orange>"), ["a", "b", "中文", "🔥"]);
  });

  it("leaves alone what only looks like a colour", () => {
    for (const text of [
      "轻量<蓝>",
      "vector<int>",
      "<red>",
      "<i>tag</i>",
      "x<img src=x>",
      "a<red> b",
    ]) {
      assert.deepEqual(tags(text), [text]);
    }
  });

  it("has none where there is no text", () => {
    for (const value of ["", " ; ", undefined, null, 5, ["a"]]) assert.deepEqual(tags(value), []);
  });
});
