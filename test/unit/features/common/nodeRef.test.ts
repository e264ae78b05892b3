import assert from "node:assert/strict";
import { isNodeRow } from "../../../../src/features/common/nodeRef";
import { nodeElement } from "../../../../src/features/nodes/nodeElements";
import { serverElement } from "../../../../src/features/tree/elements";

describe("isNodeRow", () => {
  it("accepts rows of nodes and links to them", () => {
    assert.equal(isNodeRow(nodeElement("s", "u", undefined)), true);
    assert.equal(isNodeRow({ kind: "node", serverId: "s", uuid: "u" }), true);
  });

  it("rejects other arguments of commands", () => {
    for (const other of [undefined, null, "node", { kind: "node" }, serverElement("s"), []]) {
      assert.equal(isNodeRow(other), false);
    }
  });
});
