import assert from "node:assert/strict";
import { callWish } from "../../../../../src/features/methods/commands/callWish";
import { methodElement, namespaceElement } from "../../../../../src/features/methods/elements";
import {
  groupElement,
  nodeElement,
  serverElement,
} from "../../../../../src/features/nodes/elements";

const nothing = { kind: "wish", uuids: [], send: false };
const node = (uuid: string, serverId = "s") => nodeElement(serverId, uuid, undefined);

describe("callWish", () => {
  it("of nothing leaves all open", () => {
    assert.deepEqual(callWish(undefined, undefined), nothing);
    assert.deepEqual(callWish(null, null), nothing);
    assert.deepEqual(callWish({}, undefined), nothing);
  });

  it("of a row of methods is that method there", () => {
    const group = namespaceElement("s", { kind: "namespace", name: "common" }, false);
    const wish = callWish(methodElement(group, "common:getMe"), undefined);
    assert.deepEqual(wish, { ...nothing, serverId: "s", method: "common:getMe" });
    assert.deepEqual(callWish(group, undefined), { ...nothing, serverId: "s" });
  });

  it("of a server or a group is that server", () => {
    for (const row of [serverElement("s"), groupElement("s", { kind: "rest" })]) {
      assert.deepEqual(callWish(row, undefined), { ...nothing, serverId: "s" });
    }
  });

  it("of nodes is those of the clicked one's server, that one first", () => {
    assert.deepEqual(callWish(node("a"), undefined), { ...nothing, serverId: "s", uuids: ["a"] });
    const all = [node("b"), node("a"), node("c", "other"), serverElement("s"), node("b")];
    const wish = callWish(node("a"), all);
    assert.deepEqual(wish, { ...nothing, serverId: "s", uuids: ["a", "b"] });
  });

  it("of a keybinding or a task is what that says", () => {
    const wish = callWish(
      { server: " Home ", method: "rpc.ping", params: { a: [1, null] }, send: true },
      undefined,
    );
    assert.deepEqual(wish, {
      kind: "wish",
      server: "Home",
      method: "rpc.ping",
      params: '{"a":[1,null]}',
      uuids: [],
      send: true,
    });
    assert.deepEqual(callWish({ params: [] }, undefined), { ...nothing, params: "[]" });
  });

  const circle: unknown[] = [];
  circle.push(circle);
  const wrong: readonly (readonly [argument: unknown, about: RegExp])[] = [
    ["rpc.ping", /one object/],
    [["rpc.ping"], /one object/],
    [{ server: 7 }, /server must/],
    [{ server: " " }, /server must/],
    [{ method: "" }, /method must/],
    [{ method: ["rpc.ping"] }, /method must/],
    [{ params: "{}" }, /params must/],
    [{ params: null }, /params must/],
    [{ params: circle }, /params must/],
    [{ send: "yes" }, /send must/],
  ];
  for (const [argument, about] of wrong) {
    it(`of anything else is a sentence that says ${about.source}`, () => {
      const wish = callWish(argument, undefined);
      assert.equal(wish.kind, "wrong");
      assert.match(wish.text, about);
    });
  }
});
