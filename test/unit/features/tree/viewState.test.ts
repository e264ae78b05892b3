import assert from "node:assert/strict";
import { isNameList, ViewState } from "../../../../src/features/tree/viewState";
import { storedValue } from "../../../builders/methods";

function createState(names: readonly string[] = []) {
  const choices = storedValue({ sortBy: "server", filter: "" });
  const favorites = storedValue(names);
  const state = new ViewState(choices, favorites);
  let changes = 0;
  state.onDidChange(() => (changes += 1));
  return { state, choices, favorites, changes: () => changes };
}

describe("ViewState", () => {
  it("changes one choice and keeps the others", async () => {
    const { state, choices, changes } = createState();
    await state.choose({ sortBy: "cpu" });
    await state.choose({ filter: "tokyo" });
    assert.deepEqual(choices.value, { sortBy: "cpu", filter: "tokyo" });
    assert.equal(changes(), 2);
  });

  it("adds and removes favorites, each once", async () => {
    const { state, favorites } = createState(["a"]);
    await state.setFavorite(["a", "b"], true);
    assert.deepEqual(favorites.value, ["a", "b"]);
    await state.setFavorite(["a", "unknown"], false);
    assert.deepEqual([...state.favorites], ["b"]);
  });

  it("adds favorites to those that another window has chosen meanwhile", async () => {
    const { state, favorites } = createState();
    favorites.value = ["a"];
    await state.setFavorite(["b"], true);
    assert.deepEqual(favorites.value, ["a", "b"]);
  });

  it("has the new choices when it fires a change", async () => {
    const { state } = createState();
    const seen: string[] = [];
    state.onDidChange(() => seen.push(state.choices.sortBy));
    await state.choose({ sortBy: "cpu" });
    assert.deepEqual(seen, ["cpu"]);
  });
});

describe("isNameList", () => {
  it("accepts lists of strings only", () => {
    assert.equal(isNameList(["a"]), true);
    for (const odd of [undefined, {}, [1]]) assert.equal(isNameList(odd), false);
  });
});
