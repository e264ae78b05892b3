import assert from "node:assert/strict";
import { Regions } from "../../../../src/features/nodes/regions";
import { ServerIndex } from "../../../../src/features/nodes/serverIndex";
import { defaultChoices } from "../../../../src/features/nodes/viewChoices";
import { createFormat } from "../../../../src/shared/format";
import { createChartHarness, home } from "../../../builders/chartHarness";
import { allOnScreen } from "../../../builders/serverRows";
import { wireNode } from "../../../builders/wireNode";

async function createIndex() {
  const { fleet, clock, connect, server } = createChartHarness();
  server.nodes = { a: wireNode("a"), b: { ...wireNode("b"), group: "Edge" } };
  await connect();
  const state = { choices: defaultChoices, favorites: new Set<string>() };
  const index = new ServerIndex(fleet, {
    state,
    clock,
    template: { value: "" },
    regions: new Regions("en"),
    format: createFormat("en"),
    collator: new Intl.Collator("en"),
    visibleRows: allOnScreen,
  });
  const groupOf = (uuid: string) => index.find(home, uuid)?.group?.key;
  return { index, state, groupOf };
}

describe("ServerIndex", () => {
  it("finds the row of a node below its group, as the tree has it", async () => {
    const { index, groupOf } = await createIndex();
    assert.equal(index.find(home, "b")?.uuid, "b");
    assert.deepEqual(groupOf("b"), { kind: "value", value: "Edge" });
  });

  it("finds a node that is not grouped at the root", async () => {
    const { index, state } = await createIndex();
    state.choices = { ...defaultChoices, groupBy: "none" };
    index.clear();
    const element = index.find(home, "a");
    assert.deepEqual([element?.uuid, element?.group], ["a", undefined]);
  });

  it("finds a favorite among the favorites, where it stands first", async () => {
    const { state, groupOf } = await createIndex();
    state.favorites.add("b");
    assert.deepEqual(groupOf("b"), { kind: "favorites" });
  });

  it("finds nothing that is unknown or that the filter hides", async () => {
    const { index, state } = await createIndex();
    assert.equal(index.find(home, "zzz"), undefined);
    assert.equal(index.find("https://unknown.example", "a"), undefined);
    state.choices = { ...defaultChoices, filter: "edge" };
    index.clear();
    assert.equal(index.find(home, "a"), undefined);
    assert.equal(index.find(home, "b")?.uuid, "b");
  });
});
