import assert from "node:assert/strict";
import { type GroupKey } from "../../../../../src/features/methods/view/arrangeMethods";
import { type MethodElement } from "../../../../../src/features/methods/view/methodElements";
import { MethodRows } from "../../../../../src/features/methods/view/methodRows";
import { type RowElement } from "../../../../../src/features/tree/elements";
import { GroupedRows } from "../../../../../src/features/tree/groupedRows";
import { type Role } from "../../../../../src/komari/model/model";
import { FakeClock } from "../../../../builders/fakeClock";
import { buildIdentity } from "../../../../builders/identity";
import { buildMethodSpec, createMethodsState } from "../../../../builders/methods";
import { readyState } from "../../../../builders/serverView";

type MethodRowElement = RowElement<GroupKey, MethodElement>;

/** Rows over knobs, all of them shown as VS Code does when all is expanded. */
function createRows() {
  const knobs = {
    methods: ["admin:exec", "common:getMe", "common:getNodes"].map((name) => buildMethodSpec(name)),
    role: "admin" as Role,
  };
  const { state } = createMethodsState();
  const server = {
    id: "s",
    get session() {
      return { state: readyState({ identity: buildIdentity({ role: knobs.role }) }) };
    },
  };
  const source = new MethodRows({ server, state, methods: () => knobs.methods });
  const rows = new GroupedRows(source, new FakeClock());
  const show = (): readonly MethodRowElement[] => {
    const all = rows
      .roots()
      .flatMap((root) => (root.kind === "group" ? [root, ...rows.childrenOf(root)] : []));
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

describe("MethodRows", () => {
  it("reports no change if no row differs", () => {
    const { rows, knobs } = createRows();
    knobs.methods = [...knobs.methods];
    assert.deepEqual(rows.update(undefined), []);
  });

  it("reports the rows that the role may no longer call", () => {
    const { rows, knobs } = createRows();
    knobs.role = "guest";
    assert.deepEqual(named(rows.update(undefined)), ["admin:exec"]);
  });

  it("reports a method whose description has changed", () => {
    const { rows, knobs } = createRows();
    knobs.methods = knobs.methods.map((spec) =>
      spec.name === "common:getMe" ? { ...spec, summary: "Who am I" } : spec,
    );
    assert.deepEqual(named(rows.update(undefined)), ["common:getMe"]);
  });

  it("reports the namespace that has a new method", () => {
    const { rows, knobs } = createRows();
    knobs.methods = [...knobs.methods, buildMethodSpec("common:new")];
    assert.deepEqual(named(rows.update(undefined)), [common]);
  });

  it("reports all rows if a namespace is added or removed", async () => {
    const { rows, knobs, state, show } = createRows();
    knobs.methods = [...knobs.methods, buildMethodSpec("public:new")];
    assert.equal(rows.update(undefined), "all");
    show();
    await state.setFavorite(["common:getMe"], true);
    assert.equal(rows.update(undefined), "all");
  });

  it("reports one row and the favorites for a new favorite", async () => {
    const { rows, state, show } = createRows();
    await state.setFavorite(["common:getMe"], true);
    rows.update(undefined);
    show();
    await state.setFavorite(["common:getNodes"], true);
    const favorites = JSON.stringify({ kind: "favorites" });
    assert.deepEqual(named(rows.update(undefined)), [favorites, "common:getNodes"]);
  });

  it("returns the same element object for a row every time", () => {
    const { rows, show } = createRows();
    const before = show();
    rows.update(undefined);
    assert.ok(show().every((element, index) => element === before[index]));
  });

  it("has separate namespace elements, which are expanded, while a filter is set", async () => {
    const { rows, state } = createRows();
    const [before] = rows.roots();
    await state.choose({ filter: "exec" });
    assert.equal(rows.update(undefined), "all");
    const [now] = rows.roots();
    assert.notEqual(now?.id, before?.id);
    assert.equal(rows.arrangement.shown, 1);
  });

  it("has no row for a removed method", () => {
    const { rows, knobs, show } = createRows();
    const all = show();
    knobs.methods = [];
    rows.update(undefined);
    assert.deepEqual(
      all.flatMap((element) => rows.rowOf(element) ?? []),
      [],
    );
  });
});
