import assert from "node:assert/strict";
import { type GroupKey } from "../../../../src/features/nodes/arrange/arrange";
import { nodeElement } from "../../../../src/features/nodes/nodeElements";
import {
  groupElement,
  messageElement,
  serverElement,
} from "../../../../src/features/tree/elements";

const groupOf = (key: GroupKey) => groupElement("s", key);
const group = (value: string) => groupOf({ kind: "value", value });

describe("elements of the Nodes view", () => {
  it("have the same id each time they are made: selection and expansion survive", () => {
    assert.equal(nodeElement("s", "u", group("g")).id, nodeElement("s", "u", group("g")).id);
    assert.equal(group("g").id, group("g").id);
  });

  it("have an id of their own wherever they stand, whatever the server's text", () => {
    const ids = [
      serverElement("s"),
      messageElement("s"),
      group("rest"),
      groupOf({ kind: "rest" }),
      groupOf({ kind: "favorites" }),
      groupOf({ kind: "presence", presence: "online" }),
      group("presence=online"),
      group("g"),
      group("g "),
      group('g","x'),
      nodeElement("s", "u", undefined),
      nodeElement("s", "u", group("g")),
      nodeElement("s", "u", groupOf({ kind: "favorites" })),
      nodeElement("s", "v", undefined),
      nodeElement("t", "u", undefined),
    ].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
