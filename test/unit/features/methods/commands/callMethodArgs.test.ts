import assert from "node:assert/strict";
import { inspect } from "node:util";
import { parseCallMethodArgs } from "../../../../../src/features/methods/commands/callMethodArgs";
import { methodElement } from "../../../../../src/features/methods/view/methodElements";
import { nodeElement } from "../../../../../src/features/nodes/nodeElements";
import { groupElement, serverElement } from "../../../../../src/features/tree/elements";

const noArgs = { kind: "args", uuids: [], send: false };
const node = (uuid: string, serverId = "s") => nodeElement(serverId, uuid, undefined);

describe("parseCallMethodArgs", () => {
  it("leaves server, method and params open without an argument", () => {
    assert.deepEqual(parseCallMethodArgs(undefined, undefined), noArgs);
    assert.deepEqual(parseCallMethodArgs(null, null), noArgs);
    assert.deepEqual(parseCallMethodArgs({}, undefined), noArgs);
  });

  it("takes server and method from a row of the Methods view", () => {
    const group = groupElement("s", { kind: "namespace", name: "common" } as const);
    const args = parseCallMethodArgs(methodElement("s", "common:getMe", group), undefined);
    assert.deepEqual(args, { ...noArgs, serverId: "s", method: "common:getMe" });
    assert.deepEqual(parseCallMethodArgs(group, undefined), { ...noArgs, serverId: "s" });
  });

  it("takes the server from a row of a server or a group", () => {
    for (const row of [serverElement("s"), groupElement("s", { kind: "rest" })]) {
      assert.deepEqual(parseCallMethodArgs(row, undefined), { ...noArgs, serverId: "s" });
    }
  });

  it("takes the selected nodes of the clicked node's server, the clicked one first", () => {
    assert.deepEqual(parseCallMethodArgs(node("a"), undefined), {
      ...noArgs,
      serverId: "s",
      uuids: ["a"],
    });
    const all = [node("b"), node("a"), node("c", "other"), serverElement("s"), node("b")];
    const args = parseCallMethodArgs(node("a"), all);
    assert.deepEqual(args, { ...noArgs, serverId: "s", uuids: ["a", "b"] });
  });

  it("reads the object of a keybinding or a task", () => {
    const args = parseCallMethodArgs(
      { server: " Home ", method: "rpc.ping", params: { a: [1, null] }, send: true },
      undefined,
    );
    assert.deepEqual(args, {
      kind: "args",
      server: "Home",
      method: "rpc.ping",
      params: '{"a":[1,null]}',
      uuids: [],
      send: true,
    });
    assert.deepEqual(parseCallMethodArgs({ params: [] }, undefined), { ...noArgs, params: "[]" });
  });

  const circular: unknown[] = [];
  circular.push(circular);
  const invalidArguments: readonly (readonly [argument: unknown, about: RegExp])[] = [
    ["rpc.ping", /one object/],
    [["rpc.ping"], /one object/],
    [{ server: 7 }, /server must/],
    [{ server: " " }, /server must/],
    [{ method: "" }, /method must/],
    [{ method: ["rpc.ping"] }, /method must/],
    [{ params: "{}" }, /params must/],
    [{ params: null }, /params must/],
    [{ params: circular }, /params must/],
    [{ send: "yes" }, /send must/],
  ];
  for (const [argument, about] of invalidArguments) {
    it(`reports an error that matches ${about.source} for ${inspect(argument)}`, () => {
      const args = parseCallMethodArgs(argument, undefined);
      assert.equal(args.kind, "invalid");
      assert.match(args.text, about);
    });
  }
});
