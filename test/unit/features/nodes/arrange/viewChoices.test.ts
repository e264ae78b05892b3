import assert from "node:assert/strict";
import {
  defaultChoices,
  isViewChoices,
} from "../../../../../src/features/nodes/arrange/viewChoices";

describe("isViewChoices", () => {
  it("knows what was stored, the defaults too", () => {
    assert.ok(isViewChoices({ groupBy: "tag", sortBy: "cpu", filter: "tokyo" }));
    assert.ok(isViewChoices(defaultChoices));
  });

  it("refuses what another version may have stored", () => {
    for (const change of [{ groupBy: "colour" }, { sortBy: "age" }, { filter: 7 }]) {
      assert.equal(isViewChoices({ ...defaultChoices, ...change }), false);
    }
    for (const stored of [undefined, null, "group", 3, [], {}]) {
      assert.equal(isViewChoices(stored), false);
    }
  });
});
