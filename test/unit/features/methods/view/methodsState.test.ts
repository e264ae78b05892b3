import assert from "node:assert/strict";
import { isMethodChoices } from "../../../../../src/features/methods/view/methodsState";
import { createMethodsState } from "../../../../builders/methods";

describe("MethodsState", () => {
  it("remembers the last ten methods, each once, the latest first", async () => {
    const { state, stored } = createMethodsState();
    for (let index = 0; index < 12; index += 1) await state.noteUsed(`m${index}`);
    await state.noteUsed("m5");
    assert.deepEqual(state.recent, ["m5", "m11", "m10", "m9", "m8", "m7", "m6", "m4", "m3", "m2"]);
    assert.deepEqual(stored.recent.value, state.recent);
  });

  it("keeps the methods that another window has used meanwhile", async () => {
    const { state, stored } = createMethodsState();
    await state.noteUsed("a");
    stored.recent.value = ["b", "a"];
    await state.noteUsed("c");
    assert.deepEqual(stored.recent.value, ["c", "b", "a"]);
  });
});

describe("isMethodChoices", () => {
  it("takes no other shape", () => {
    assert.equal(isMethodChoices({ filter: "", internal: false }), true);
    for (const odd of [undefined, [], { filter: "" }, { filter: 1, internal: false }]) {
      assert.equal(isMethodChoices(odd), false);
    }
  });
});
