import assert from "node:assert/strict";
import { arrangeMethods } from "../../../../../src/features/methods/view/arrangeMethods";
import {
  defaultMethodChoices,
  type MethodChoices,
} from "../../../../../src/features/methods/view/methodsState";
import { buildMethodSpec } from "../../../../builders/methods";

const methods = [
  buildMethodSpec("rpc.ping"),
  buildMethodSpec("common:getNodes", { summary: "Lists the nodes" }),
  buildMethodSpec("common:getMe"),
  buildMethodSpec("admin:exec", { risk: "execute" }),
  buildMethodSpec("weather"),
];

function arranged(choices: Partial<MethodChoices> = {}, favorites: readonly string[] = []) {
  const all = { ...defaultMethodChoices, internal: false, ...choices };
  const { groups, shown, total } = arrangeMethods(methods, all, new Set(favorites));
  const rows = groups.map(({ key, methods: below }) => [
    key.kind === "favorites" ? "★" : key.name,
    ...below.map(({ name }) => name),
  ]);
  return { rows, shown, total };
}

describe("arrangeMethods", () => {
  it("groups by namespace, public namespaces first, without internal ones", () => {
    assert.deepEqual(arranged().rows, [
      ["common", "common:getMe", "common:getNodes"],
      ["", "weather"],
      ["admin", "admin:exec"],
    ]);
  });

  it("shows internal methods last if enabled", () => {
    const { rows, total } = arranged({ internal: true });
    assert.deepEqual(rows.at(-1), ["rpc", "rpc.ping"]);
    assert.equal(total, 5);
  });

  it("shows favorites on top and in their namespace too", () => {
    const { rows, shown } = arranged({}, ["common:getNodes", "gone"]);
    assert.deepEqual(rows[0], ["★", "common:getNodes"]);
    assert.deepEqual(rows[1], ["common", "common:getMe", "common:getNodes"]);
    assert.equal(shown, 4);
  });

  it("filters by name, documentation, role and risk", () => {
    const found = (filter: string) => arranged({ filter }).rows.flatMap((row) => row.slice(1));
    assert.deepEqual(found("getme"), ["common:getMe"]);
    assert.deepEqual(found("LISTS nodes"), ["common:getNodes"]);
    assert.deepEqual(found("administrators"), ["admin:exec"]);
    assert.deepEqual(found("runs"), ["admin:exec"]);
    assert.deepEqual(found("ping"), []);
  });

  it("counts matching and all methods", () => {
    const { shown, total } = arranged({ filter: "common" }, ["common:getMe"]);
    assert.deepEqual([shown, total], [2, 4]);
  });
});
