import assert from "node:assert/strict";
import { NodesState, type Stored } from "../../../../src/features/nodes/nodesState";
import { defaultChoices } from "../../../../src/features/nodes/viewChoices";

function stored<T>(value: T): Stored<T> & { value: T } {
  return {
    value,
    get() {
      return this.value;
    },
    set(next) {
      this.value = next;
      return Promise.resolve();
    },
  };
}

function createState(favorites: readonly string[] = []) {
  const choices = stored(defaultChoices);
  const stars = stored(favorites);
  const state = new NodesState(choices, stars);
  let changes = 0;
  state.onDidChange(() => (changes += 1));
  return { state, choices, stars, changes: () => changes };
}

describe("NodesState", () => {
  it("changes one choice and keeps the others", async () => {
    const { state, choices, changes } = createState();
    await state.choose({ groupBy: "tag" });
    await state.choose({ filter: "tokyo" });
    assert.deepEqual(choices.value, { groupBy: "tag", sortBy: "server", filter: "tokyo" });
    assert.equal(changes(), 2);
  });

  it("adds and removes favorites, each once", async () => {
    const { state, stars } = createState(["a"]);
    await state.setFavorite(["a", "b"], true);
    assert.deepEqual(stars.value, ["a", "b"]);
    await state.setFavorite(["a", "unknown"], false);
    assert.deepEqual([...state.favorites], ["b"]);
  });

  it("fires a change only after it is stored, so that listeners read it", async () => {
    const { state } = createState();
    const seen: string[] = [];
    state.onDidChange(() => seen.push(state.choices.sortBy));
    await state.choose({ sortBy: "cpu" });
    assert.deepEqual(seen, ["cpu"]);
  });
});
