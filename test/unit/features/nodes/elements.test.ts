import assert from "node:assert/strict";
import {
  groupElement,
  isNodeElement,
  messageElement,
  nodeElement,
  parentOf,
  serverElement,
} from "../../../../src/features/nodes/elements";

const group = (value: string) => groupElement("s", { kind: "value", value });

describe("elements", () => {
  it("have the same id each time they are made: selection and expansion survive", () => {
    assert.equal(nodeElement("s", "u", group("g")).id, nodeElement("s", "u", group("g")).id);
    assert.equal(group("g").id, group("g").id);
  });

  it("have an id of their own wherever they stand, whatever the server's text", () => {
    const ids = [
      serverElement("s"),
      messageElement("s"),
      group("rest"),
      groupElement("s", { kind: "rest" }),
      groupElement("s", { kind: "favorites" }),
      groupElement("s", { kind: "presence", presence: "online" }),
      group("presence=online"),
      group("g"),
      group("g "),
      group('g","x'),
      nodeElement("s", "u", undefined),
      nodeElement("s", "u", group("g")),
      nodeElement("s", "u", groupElement("s", { kind: "favorites" })),
      nodeElement("s", "v", undefined),
      nodeElement("t", "u", undefined),
    ].map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it("are distinguished from other arguments of commands", () => {
    assert.ok(isNodeElement(nodeElement("s", "u", undefined)));
    for (const other of [undefined, null, "node", { kind: "node" }, group("g"), []]) {
      assert.equal(isNodeElement(other), false);
    }
  });

  it("stand below their group, and below their server where servers have rows", () => {
    const [server, inGroup] = [serverElement("s"), nodeElement("s", "u", group("g"))];
    assert.deepEqual(parentOf(inGroup, true), group("g"));
    for (const element of [group("g"), nodeElement("s", "u", undefined), messageElement("s")]) {
      assert.deepEqual(parentOf(element, true), server);
      assert.equal(parentOf(element, false), undefined);
    }
    assert.equal(parentOf(server, true), undefined);
  });
});
