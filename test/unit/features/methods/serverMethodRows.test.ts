import assert from "node:assert/strict";
import {
  type MethodRowElement,
  ServerMethodRows,
} from "../../../../src/features/methods/serverMethodRows";
import { type Role } from "../../../../src/komari/model/model";
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
  it("reports no change if no row differs", () => {
    const { rows, knobs } = createRows();
    knobs.methods = [...knobs.methods];
    assert.deepEqual(rows.update(), []);
  });

  it("reports the rows that the role may no longer call", () => {
    const { rows, knobs } = createRows();
    knobs.role = "guest";
    assert.deepEqual(named(rows.update()), ["admin:exec"]);
  });

  it("reports a method whose description has changed", () => {
    const { rows, knobs } = createRows();
    knobs.methods = knobs.methods.map((spec) =>
      spec.name === "common:getMe" ? { ...spec, summary: "Who am I" } : spec,
    );
    assert.deepEqual(named(rows.update()), ["common:getMe"]);
  });

  it("reports the namespace that has a new method", () => {
    const { rows, knobs } = createRows();
    knobs.methods = [...knobs.methods, buildMethodSpec("common:new")];
    assert.deepEqual(named(rows.update()), [common]);
  });

  it("reports all rows if a namespace is added or removed", async () => {
    const { rows, knobs, state } = createRows();
    knobs.methods = [...knobs.methods, buildMethodSpec("public:new")];
    assert.equal(rows.update(), "all");
    await state.setFavorite(["common:getMe"], true);
    assert.equal(rows.update(), "all");
  });

  it("reports one row and the favorites for a new favorite", async () => {
    const { rows, state, show } = createRows();
    await state.setFavorite(["common:getMe"], true);
    rows.update();
    show();
    await state.setFavorite(["common:getNodes"], true);
    const favorites = JSON.stringify({ kind: "favorites" });
    assert.deepEqual(named(rows.update()), [favorites, "common:getNodes"]);
  });

  it("returns the same element object for a row every time", () => {
    const { rows, show } = createRows();
    const before = show();
    rows.update();
    assert.ok(show().every((element, index) => element === before[index]));
  });

  it("has separate namespace elements, which are expanded, while a filter is set", async () => {
    const { rows, state } = createRows();
    const [before] = rows.roots();
    await state.choose({ filter: "exec" });
    assert.equal(rows.update(), "all");
    const [now] = rows.roots();
    assert.notEqual(now?.id, before?.id);
    assert.equal(rows.arrangement.shown, 1);
  });

  it("has no row for a removed method", () => {
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
