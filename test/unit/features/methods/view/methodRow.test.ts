import assert from "node:assert/strict";
import { methodRow, namespaceRow } from "../../../../../src/features/methods/view/methodRow";
import { isDenied } from "../../../../../src/features/methods/view/methodWords";
import { risks } from "../../../../../src/shared/call/methodSpec";
import { buildMethodSpec } from "../../../../builders/methods";

const plain = { isFavorite: false, denied: false, withNamespace: false };
const nodes = buildMethodSpec("common:getNodes", { summary: "Lists\nthe nodes" });

describe("methodRow", () => {
  it("shows the name within its namespace and a single-line description", () => {
    const row = methodRow(nodes, plain);
    assert.equal(row.label, "getNodes");
    assert.equal(row.description, "Lists the nodes");
    assert.equal(row.accessibleLabel, "common:getNodes, Read-only, Lists the nodes");
  });

  it("clips a long description", () => {
    const long = buildMethodSpec("common:getNodes", { summary: "x".repeat(200_000) });
    const { description, accessibleLabel } = methodRow(long, plain);
    assert.ok(description.length < 400 && accessibleLabel.length < 500);
  });

  it("shows the full name outside its namespace", () => {
    assert.equal(methodRow(nodes, { ...plain, withNamespace: true }).label, "common:getNodes");
    assert.equal(methodRow(buildMethodSpec("rpc.ping"), plain).label, "ping");
    assert.equal(methodRow(buildMethodSpec("weather"), plain).label, "weather");
  });

  it("has a distinct icon for each risk", () => {
    const icons = risks.map((risk) => methodRow({ ...nodes, risk }, plain).icon?.id);
    assert.equal(new Set(icons).size, risks.length);
  });

  it("shows by icon and word that the role may not call it", () => {
    const spec = buildMethodSpec("admin:exec", { risk: "execute", summary: "Runs a command" });
    const row = methodRow(spec, { ...plain, denied: true });
    assert.equal(row.description, "Administrators only · Runs a command");
    assert.equal(row.icon?.id, "lock");
    assert.match(row.accessibleLabel, /Runs code, Administrators only/);
  });

  it("has a context value for favorites", () => {
    assert.equal(methodRow(nodes, plain).contextValue, "method plainMethod");
    const row = methodRow(nodes, { ...plain, isFavorite: true });
    assert.equal(row.contextValue, "method favoriteMethod");
  });

  it("does not trust names", () => {
    const row = methodRow(buildMethodSpec("evil:a\n\u202eb"), plain);
    assert.equal(row.label, "a [U+202E]b");
    assert.notEqual(methodRow(buildMethodSpec("evil:\n"), plain).label, "");
  });
});

describe("namespaceRow", () => {
  it("counts its methods", () => {
    const row = namespaceRow({ kind: "namespace", name: "common" }, 1);
    assert.deepEqual([row.label, row.description], ["common", "1"]);
    assert.equal(row.accessibleLabel, "common, 1 method");
    assert.equal(row.contextValue, "namespace");
  });

  it("has words for favorites and for methods without one", () => {
    assert.equal(namespaceRow({ kind: "favorites" }, 0).label, "Favorites");
    const none = namespaceRow({ kind: "namespace", name: "" }, 0);
    assert.equal(none.label, "No namespace");
  });
});

describe("isDenied", () => {
  const of = (name: string) => buildMethodSpec(name);

  it("denies guests what is for administrators, and everybody what is for agents", () => {
    assert.equal(isDenied(of("common:getNodes"), "guest"), false);
    assert.equal(isDenied(of("admin:exec"), "guest"), true);
    assert.equal(isDenied(of("admin:exec"), "admin"), false);
    assert.equal(isDenied(of("client:taskResult"), "admin"), true);
  });

  it("denies nothing before our role is known", () => {
    assert.equal(isDenied(of("admin:exec"), undefined), false);
  });
});
