import assert from "node:assert/strict";
import { nodeParams } from "../../../../../src/features/methods/commands/nodeParams";
import { createMethodSpec } from "../../../../../src/komari/methods/createMethodSpec";
import { type ParamsSpec } from "../../../../../src/shared/call/methodSpec";
import { buildMethodSpec, buildParamSpec } from "../../../../builders/methods";

function paramsOf(params: ParamsSpec, uuids: readonly string[]): string | undefined {
  return nodeParams(buildMethodSpec("plugin:m", { params }), uuids);
}

function named(...names: readonly string[]): ParamsSpec {
  return { kind: "named", ordered: false, params: names.map((name) => buildParamSpec(name)) };
}

describe("nodeParams", () => {
  it("puts one node into a parameter for one node, else into a list", () => {
    assert.equal(paramsOf(named("limit", "uuids", "uuid"), ["a"]), '{"uuid":"a"}');
    assert.equal(paramsOf(named("command", "clients"), ["a"]), '{"clients":["a"]}');
  });

  it("puts several nodes into a list, else the first into a parameter for one node", () => {
    assert.equal(paramsOf(named("uuid", "uuids"), ["a", "b"]), '{"uuids":["a","b"]}');
    assert.equal(paramsOf(named("uuid"), ["a", "b"]), '{"uuid":"a"}');
  });

  it("prefers the picker of a parameter over its name", () => {
    const params = [buildParamSpec("who", { picker: "node" }), buildParamSpec("uuid")];
    const spec = { kind: "named", ordered: false, params } as const;
    assert.equal(paramsOf(spec, ["a"]), '{"who":"a"}');
  });

  it("uses the node as the whole value of params", () => {
    const value = buildParamSpec("nodes", { picker: "nodes" });
    assert.equal(paramsOf({ kind: "whole", value }, ["a"]), '["a"]');
  });

  it("is undefined for methods without node parameters, and without nodes", () => {
    assert.equal(paramsOf(named("limit"), ["a"]), undefined);
    assert.equal(paramsOf({ kind: "unknown" }, ["a"]), undefined);
    assert.equal(paramsOf(named("uuid"), []), undefined);
  });

  it("finds the node parameters of documented methods", () => {
    const of = (method: string) => nodeParams(createMethodSpec(method, undefined), ["a"]);
    assert.equal(of("common:getNodes"), '{"uuid":"a"}');
    assert.equal(of("common:getRecords"), '{"uuid":"a"}');
    assert.equal(of("admin:exec"), '{"clients":["a"]}');
    assert.equal(of("rpc.ping"), undefined);
  });
});
