import assert from "node:assert/strict";
import {
  RequestsNotAListError,
  type SavedRequests,
  type Scope,
} from "../../../../../src/features/requests/store/savedRequests";
import { holdsMask, secretMaskJson } from "../../../../../src/shared/call/mask";
import { startSaved } from "../../../../builders/savedRequests";

const getNodes = { name: "Nodes", method: "common:getNodes" };
const names = ({ all }: SavedRequests) => all.map(({ scope, name }) => `${scope} ${name}`);

describe("SavedRequests", () => {
  it("lists the requests of both scopes with their scope", () => {
    const { saved } = startSaved({
      user: [getNodes],
      workspace: [getNodes, { ...getNodes, name: "b" }],
    });
    assert.deepEqual(names(saved), ["user Nodes", "workspace Nodes", "workspace b"]);
    assert.deepEqual(saved.get("workspace", "b"), { ...getNodes, name: "b", scope: "workspace" });
    assert.equal(saved.get("user", "b"), undefined);
    assert.deepEqual(saved.namesIn("user"), ["Nodes"]);
  });

  it("lists the scopes that are writable", () => {
    assert.deepEqual(startSaved({ user: [], workspace: [] }).saved.scopes, ["user", "workspace"]);
    assert.deepEqual(startSaved({ user: [] }).saved.scopes, ["user"]);
  });

  it("fires onDidChange only if the requests have changed", async () => {
    const { saved, change, values } = startSaved({ user: [getNodes] });
    let changes = 0;
    saved.onDidChange(() => (changes += 1));
    change();
    assert.equal(changes, 0);
    await saved.add({ ...getNodes, name: "b" }, "user");
    assert.equal(changes, 1);
    values.user = [];
    change();
    assert.deepEqual([changes, names(saved).length], [2, 0]);
  });

  it("adds a request to the given scope, without undefined members", async () => {
    const { saved, values } = startSaved({ user: undefined, workspace: ["not a request"] });
    await saved.add(getNodes, "user");
    const server = "https://home.example.com";
    await saved.add({ ...getNodes, server, params: '{"uuid":"a"}' }, "workspace");
    assert.deepEqual(values.user, [getNodes]);
    assert.deepEqual(values.workspace, [
      "not a request",
      { ...getNodes, server, params: { uuid: "a" } },
    ]);
  });

  it("masks secrets before writing, and leaves masks unchanged", async () => {
    const { saved, values } = startSaved({ user: [] });
    await saved.add({ ...getNodes, params: '{"token":"hunter2"}' }, "user");
    await saved.add({ ...getNodes, name: "b", params: `{"token":${secretMaskJson}}` }, "user");
    assert.doesNotMatch(JSON.stringify(values), /hunter2/);
    assert.ok(saved.all.every(({ params }) => params !== undefined && holdsMask(params)));
  });

  const exact: readonly (readonly [params: string, written: unknown])[] = [
    ['{"a": [1, -2.5, "\\u4e2d"]}', { a: [1, -2.5, "中"] }],
    ["[1,2]", [1, 2]],
    ['{"a":9007199254740993}', '{"a":9007199254740993}'],
    ['{"a":1e400}', '{"a":1e400}'],
    ['{"a":1,"a":2}', '{"a":1,"a":2}'],
    ["7", "7"],
  ];
  for (const [params, written] of exact) {
    it(`writes params ${params} so that they are read back unchanged`, async () => {
      const { saved, values } = startSaved({ user: [] });
      await saved.add({ ...getNodes, params }, "user");
      assert.deepEqual(values.user, [{ ...getNodes, params: written }]);
      const read = saved.get("user", "Nodes")?.params ?? "";
      assert.equal(JSON.stringify(JSON.parse(read)), JSON.stringify(JSON.parse(params)));
    });
  }

  it("renames in place, and keeps unknown members", async () => {
    const entry = { ...getNodes, comment: "mine" };
    const { saved, values } = startSaved({ user: [entry], workspace: [null, entry] });
    await saved.rename({ scope: "workspace", name: "Nodes" }, "New");
    assert.deepEqual(values.user, [entry]);
    assert.deepEqual(values.workspace, [null, { ...entry, name: "New" }]);
    await saved.rename({ scope: "user", name: "gone" }, "New");
    assert.deepEqual(values.user, [entry]);
  });

  it("deletes from the given scopes only, with duplicates of the name", async () => {
    const other = { ...getNodes, name: "Other" };
    const { saved, values } = startSaved({
      user: [getNodes, other],
      workspace: [getNodes, other, { ...getNodes, name: " Nodes" }, "?"],
    });
    await saved.delete([
      { scope: "workspace", name: "Nodes" },
      { scope: "user", name: "Other" },
    ]);
    assert.deepEqual(values, { user: [getNodes], workspace: [other, "?"] });
  });

  it("adds under a free name if another window has used the name meanwhile", async () => {
    const { saved, values } = startSaved({ user: [getNodes, { ...getNodes, name: "b" }] });
    assert.equal(await saved.add(getNodes, "user"), "Nodes (2)");
    assert.equal(await saved.add(getNodes, "user"), "Nodes (3)");
    await saved.rename({ scope: "user", name: "b" }, "Nodes");
    assert.deepEqual(
      names(saved),
      ["Nodes", "Nodes (4)", "Nodes (2)", "Nodes (3)"].map((name) => `user ${name}`),
    );
    assert.equal((values.user as unknown[]).length, 4);
  });

  it("applies all of several concurrent changes", async () => {
    const { saved } = startSaved({ user: [getNodes] });
    await Promise.all([
      saved.add({ ...getNodes, name: "b" }, "user"),
      saved.rename({ scope: "user", name: "Nodes" }, "a"),
      saved.add({ ...getNodes, name: "c" }, "user"),
      saved.delete([{ scope: "user", name: "b" }]),
    ]);
    assert.deepEqual(names(saved), ["user a", "user c"]);
  });

  it("rejects a change if the setting is not a list", async () => {
    const { saved, values } = startSaved({ user: { name: "x" } });
    const scope: Scope = "user";
    await assert.rejects(saved.add(getNodes, scope), RequestsNotAListError);
    await assert.rejects(saved.delete([{ scope, name: "x" }]), RequestsNotAListError);
    assert.deepEqual(values.user, { name: "x" });
  });
});
