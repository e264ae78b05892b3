import assert from "node:assert/strict";
import {
  type PickItem,
  pickItems,
  type PickItemsOptions,
} from "../../../../src/platform/quickInput/pickItems";
import { settle } from "../../../builders/settle";
import { FakeQuickInputs } from "../../features/servers/fakeQuickInputs";

const itemsOf = (...keys: readonly string[]) => keys.map((key) => ({ key, label: `node ${key}` }));
const abc = itemsOf("a", "b", "c");

async function open(options: Partial<PickItemsOptions<PickItem>> = {}) {
  const inputs = new FakeQuickInputs();
  const chosen = pickItems(inputs, {
    title: "Nodes",
    placeholder: "Select nodes",
    many: true,
    items: abc,
    ...options,
  });
  const keys = chosen.then((items) => items?.map(({ key }) => key));
  const pick = await inputs.pick();
  const shown = (items: readonly { readonly label: string }[]) => items.map(({ label }) => label);
  return {
    pick,
    keys,
    ticked: () => shown(pick.selectedItems),
    active: () => shown(pick.activeItems),
    tick: (...labels: readonly string[]) => {
      pick.selectedItems = labels.map((label) => pick.find(label));
    },
  };
}

describe("pickItems", () => {
  it("takes all rows that are ticked, wherever the cursor is", async () => {
    const { pick, keys, tick } = await open();
    tick("a", "c");
    pick.moveTo("b");
    pick.accept();
    assert.deepEqual(await keys, ["a", "c"]);
    assert.equal(pick.disposed, true);
  });

  it("takes the row under the cursor when none is ticked", async () => {
    const { pick, keys } = await open();
    pick.moveTo("b");
    pick.accept();
    assert.deepEqual(await keys, ["b"]);
  });

  it("has the cursor on the first row, and on the best match while the user types", async () => {
    const { pick, keys, active } = await open();
    assert.deepEqual(active(), ["node a"]);
    pick.type("c");
    assert.deepEqual(active(), ["node c"]);
    pick.accept();
    assert.deepEqual(await keys, ["c"]);
  });

  it("stays open at Enter when nothing matches, and chooses nothing by Escape", async () => {
    const { pick, keys, active } = await open();
    pick.type("zzz");
    assert.deepEqual(active(), []);
    pick.accept();
    await settle();
    assert.equal(pick.visible, true);
    pick.hide();
    assert.equal(await keys, undefined);
  });

  it("ticks at first what is chosen already", async () => {
    const { pick, keys, ticked } = await open({ picked: ["c", "gone"] });
    assert.deepEqual(ticked(), ["node c"]);
    pick.accept();
    assert.deepEqual(await keys, ["c"]);
  });

  it("takes one row, and begins at the chosen one, where only one can be chosen", async () => {
    const { pick, keys, active } = await open({ many: false, picked: ["b"] });
    assert.deepEqual([pick.canSelectMany, active()], [false, ["node b"]]);
    pick.accept();
    assert.deepEqual(await keys, ["b"]);
  });

  it("is busy while rows are loading, and takes nothing until there is a row", async () => {
    let load: (items: readonly PickItem[]) => void = () => undefined;
    const items = new Promise<readonly PickItem[]>((resolve) => (load = resolve));
    const { pick, keys, ticked } = await open({ items, picked: ["b"] });
    assert.equal(pick.busy, true);
    pick.accept();
    load(abc);
    await settle();
    assert.deepEqual([pick.busy, ticked()], [false, ["node b"]]);
    pick.accept();
    assert.deepEqual(await keys, ["b"]);
  });

  it("keeps ticks, unticked rows and the cursor when the rest of the rows comes", async () => {
    let load: (items: readonly PickItem[]) => void = () => undefined;
    const items = new Promise<readonly PickItem[]>((resolve) => (load = resolve));
    const known = itemsOf("b", "c");
    const { pick, ticked, active, tick } = await open({ items, known, picked: ["a", "b"] });
    assert.deepEqual(ticked(), ["node b"]);
    tick("c");
    pick.moveTo("c");
    load(itemsOf("a", "b", "c"));
    await settle();
    assert.deepEqual([ticked(), active()], [["node a", "node c"], ["node c"]]);
  });

  it("rejects and closes when the rows cannot be loaded", async () => {
    const items = Promise.reject(new Error("the server is gone"));
    const { pick, keys } = await open({ items });
    await assert.rejects(keys, /the server is gone/);
    assert.equal(pick.disposed, true);
  });
});
