import assert from "node:assert/strict";
import { nodeParams } from "../../../../../src/features/methods/commands/nodeParams";
import { methodSpec } from "../../../../../src/komari/methods/methodSpec";
import { type ParamsSpec } from "../../../../../src/shared/call/methodSpec";
import { buildMethodSpec, buildParamSpec } from "../../../../builders/methods";

function paramsOf(params: ParamsSpec, uuids: readonly string[]): string | undefined {
  return nodeParams(buildMethodSpec("plugin:m", { params }), uuids);
}

function named(...names: readonly string[]): ParamsSpec {
  return { kind: "named", ordered: false, params: names.map((name) => buildParamSpec(name)) };
}

describe("nodeParams", () => {
  it("puts one node where one is wanted, else into a list", () => {
    assert.equal(paramsOf(named("limit", "uuids", "uuid"), ["a"]), '{"uuid":"a"}');
    assert.equal(paramsOf(named("command", "clients"), ["a"]), '{"clients":["a"]}');
  });

  it("puts several into a list, else the first where one is wanted", () => {
    assert.equal(paramsOf(named("uuid", "uuids"), ["a", "b"]), '{"uuids":["a","b"]}');
    assert.equal(paramsOf(named("uuid"), ["a", "b"]), '{"uuid":"a"}');
  });

  it("goes by what a parameter is for rather than by its name", () => {
    const params = [buildParamSpec("who", { picker: "node" }), buildParamSpec("uuid")];
    const spec = { kind: "named", ordered: false, params } as const;
    assert.equal(paramsOf(spec, ["a"]), '{"who":"a"}');
  });

  it("may be all of the parameters", () => {
    const value = buildParamSpec("nodes", { picker: "nodes" });
    assert.equal(paramsOf({ kind: "whole", value }, ["a"]), '["a"]');
  });

  it("is nothing for methods that take no node, and without nodes", () => {
    assert.equal(paramsOf(named("limit"), ["a"]), undefined);
    assert.equal(paramsOf({ kind: "unknown" }, ["a"]), undefined);
    assert.equal(paramsOf(named("uuid"), []), undefined);
  });

  it("fits the documented methods", () => {
    const of = (method: string) => nodeParams(methodSpec(method, undefined), ["a"]);
    assert.equal(of("common:getNodes"), '{"uuid":"a"}');
    assert.equal(of("common:getRecords"), '{"uuid":"a"}');
    assert.equal(of("admin:exec"), '{"clients":["a"]}');
    assert.equal(of("rpc.ping"), undefined);
  });
});
