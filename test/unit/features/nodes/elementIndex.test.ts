import assert from "node:assert/strict";
import { ElementIndex } from "../../../../src/features/nodes/elementIndex";
import { groupElement, nodeElement } from "../../../../src/features/nodes/elements";

const edge = groupElement("s", { kind: "value", value: "Edge" });

describe("ElementIndex", () => {
  it("gives one object for one id", () => {
    const index = new ElementIndex();
    const first = index.intern(nodeElement("s", "a", edge));
    assert.equal(index.intern(nodeElement("s", "a", edge)), first);
  });

  it("knows all rows of a node", () => {
    const index = new ElementIndex();
    const rows = [nodeElement("s", "a", edge), nodeElement("s", "a", undefined)];
    for (const row of rows) index.intern(row);
    index.intern(nodeElement("s", "b", undefined));
    assert.deepEqual(index.ofNode("a"), rows);
    assert.deepEqual(index.ofNode("c"), []);
  });
});
