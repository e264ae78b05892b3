import assert from "node:assert/strict";
import fc from "fast-check";
import {
  nodesByServer,
  parseSubject,
  serverIdsOf,
  subjectInState,
  subjectKey,
  subjectOf,
} from "../../../../src/features/common/chartSubject";
import { type NodeRef } from "../../../../src/features/common/nodeRef";

const a: NodeRef = { serverId: "https://one.example", uuid: "a" };
const b: NodeRef = { serverId: "https://one.example", uuid: "b" };
const c: NodeRef = { serverId: "https://two.example", uuid: "a" };

function keyOf(label: string, nodes: readonly NodeRef[]): string {
  const subject = subjectOf(label, nodes);
  assert.ok(subject);
  return subjectKey(subject);
}

describe("subject", () => {
  it("is nothing without nodes", () => assert.equal(subjectOf("Group", []), undefined));

  it("is the node where there is but one, however often it was chosen", () => {
    assert.deepEqual(subjectOf("Group", [a, { ...a }]), { kind: "node", ...a });
  });

  it("has the same key in whatever order its nodes were chosen", () => {
    assert.equal(keyOf("x", [a, b, c]), keyOf("x", [c, b, a, b]));
  });

  it("has another key with other nodes, servers or names", () => {
    const keys = [
      keyOf("x", [a, b]),
      keyOf("x", [a, c]),
      keyOf("y", [a, b]),
      keyOf("x", [a]),
      keyOf("x", [c]),
    ];
    assert.equal(new Set(keys).size, keys.length);
  });

  it("names each server once", () => {
    const subject = subjectOf("x", [a, b, c]);
    assert.ok(subject);
    assert.deepEqual(serverIdsOf(subject), [a.serverId, c.serverId]);
  });

  it("is restored from its key, whatever the texts of servers", () => {
    const node = fc.record({ serverId: fc.string(), uuid: fc.string() });
    const nodes = fc.array(node, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.string(), nodes, (label, chosen) => {
        const subject = subjectOf(label, chosen);
        assert.ok(subject);
        assert.deepEqual(parseSubject(subjectKey(subject)), subject);
      }),
    );
  });
});

describe("subject: what is no key", () => {
  const rubbish: readonly unknown[] = [
    ...[undefined, null, 7, "", "x", "null", "{}", "[]", "[[]]", '[["a"]]', '[[["s",[]]]]'],
    ...['[[["s",["a"]]],7]', '[[["s",["a",1]]]]', '[[["s",["a","a"]]]]', '[[["s",["b","a"]]],"x"]'],
    ...[{ key: "x" }, ["x"]],
  ];
  for (const value of rubbish) {
    it(`is ${JSON.stringify(value)}`, () => {
      assert.equal(parseSubject(value), undefined);
      assert.equal(subjectInState({ key: value }), undefined);
    });
  }

  it("nor is a state without one", () => {
    for (const state of [undefined, null, "x", {}, { panel: {} }]) {
      assert.equal(subjectInState(state), undefined);
    }
  });

  it("but what a page has kept of one is", () => {
    const key = keyOf("x", [a, b]);
    assert.equal(subjectInState({ version: 1, key })?.kind, "nodes");
  });
});

describe("nodesByServer", () => {
  it("has the members of all subjects, each once", () => {
    const byServer = nodesByServer([
      { kind: "node", serverId: "one", uuid: "a" },
      {
        kind: "nodes",
        label: "",
        members: [
          { serverId: "one", uuid: "a" },
          { serverId: "other", uuid: "b" },
        ],
      },
    ]);
    assert.deepEqual(
      [...byServer].map(([serverId, uuids]) => [serverId, [...uuids]]),
      [
        ["one", ["a"]],
        ["other", ["b"]],
      ],
    );
  });
});
