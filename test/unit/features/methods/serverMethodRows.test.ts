import assert from "node:assert/strict";
import {
  type MethodRowElement,
  ServerMethodRows,
} from "../../../../src/features/methods/serverMethodRows";
import { type Role } from "../../../../src/komari/model";
import { buildMethodSpec, createMethodsState } from "../../../builders/methods";

/** Rows over knobs, all of them shown as VS Code does when all is expanded. */
function createRows() {
  const knobs = {
    methods: ["admin:exec", "common:getMe", "common:getNodes"].map((name) => buildMethodSpec(name)),
    role: "admin" as Role | undefined,
  };
  const { state } = createMethodsState();
  const rows = new ServerMethodRows({
    serverId: "s",
    methods: () => knobs.methods,
    role: () => knobs.role,
    state,
  });
  const show = (): readonly MethodRowElement[] => {
    const all = rows
      .roots()
      .flatMap((root) => (root.kind === "namespace" ? [root, ...rows.childrenOf(root)] : []));
    for (const element of all) rows.rowOf(element);
    return all;
  };
  show();
  return { rows, knobs, state, show };
}

function named(elements: readonly MethodRowElement[] | "all"): readonly string[] | "all" {
  if (elements === "all") return elements;
  return elements.map((element) =>
    element.kind === "method" ? element.method : JSON.stringify(element.key),
  );
}

const common = JSON.stringify({ kind: "namespace", name: "common" });

describe("ServerMethodRows", () => {
  it("touches nothing when nothing reads differently", () => {
    const { rows, knobs } = createRows();
    knobs.methods = [...knobs.methods];
    assert.deepEqual(rows.update(), []);
  });

  it("touches the rows that our role may no longer call", () => {
    const { rows, knobs } = createRows();
    knobs.role = "guest";
    assert.deepEqual(named(rows.update()), ["admin:exec"]);
  });

  it("touches a method that is described otherwise", () => {
    const { rows, knobs } = createRows();
    knobs.methods = knobs.methods.map((spec) =>
      spec.name === "common:getMe" ? { ...spec, summary: "Who am I" } : spec,
    );
    assert.deepEqual(named(rows.update()), ["common:getMe"]);
  });

  it("touches the namespace that a method came to", () => {
    const { rows, knobs } = createRows();
    knobs.methods = [...knobs.methods, buildMethodSpec("common:new")];
    assert.deepEqual(named(rows.update()), [common]);
  });

  it("says all when a namespace came or went", async () => {
    const { rows, knobs, state } = createRows();
    knobs.methods = [...knobs.methods, buildMethodSpec("public:new")];
    assert.equal(rows.update(), "all");
    await state.setFavorite(["common:getMe"], true);
    assert.equal(rows.update(), "all");
  });

  it("touches one row and the favorites for a further favorite", async () => {
    const { rows, state, show } = createRows();
    await state.setFavorite(["common:getMe"], true);
    rows.update();
    show();
    await state.setFavorite(["common:getNodes"], true);
    const favorites = JSON.stringify({ kind: "favorites" });
    assert.deepEqual(named(rows.update()), [favorites, "common:getNodes"]);
  });

  it("gives one object per row, again and again", () => {
    const { rows, show } = createRows();
    const before = show();
    rows.update();
    assert.ok(show().every((element, index) => element === before[index]));
  });

  it("has other namespaces while there is a filter, for they are open then", async () => {
    const { rows, state } = createRows();
    const [before] = rows.roots();
    await state.choose({ filter: "exec" });
    assert.equal(rows.update(), "all");
    const [now] = rows.roots();
    assert.notEqual(now?.id, before?.id);
    assert.equal(rows.arrangement.shown, 1);
  });

  it("has no row for what has gone", () => {
    const { rows, knobs, show } = createRows();
    const all = show();
    knobs.methods = [];
    rows.update();
    assert.deepEqual(
      all.flatMap((element) => rows.rowOf(element) ?? []),
      [],
    );
  });
});
