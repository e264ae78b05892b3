import assert from "node:assert/strict";
import { exampleParams } from "../../../../src/shared/call/exampleParams";
import { type ParamSpec } from "../../../../src/shared/call/methodSpec";
import { cataloguedMethods } from "../../../../src/komari/catalogue/catalogue";
import { createMethodSpec } from "../../../../src/komari/methods/createMethodSpec";
import { checkJson } from "../../../../src/shared/call/checkJson";

const text = { kind: "text" } as const;
const param = (name: string, change: Partial<ParamSpec>): ParamSpec => ({
  ...{ name, type: text, typeText: "string", required: false },
  ...change,
});
const of = (...params: ParamSpec[]) => exampleParams({ kind: "named", params, ordered: true });

describe("exampleParams", () => {
  it("has the examples of parameters by their types, without secrets", () => {
    const params = of(
      param("command", { example: "uptime" }),
      param("hours", { example: "4", type: { kind: "number", integer: true } }),
      param("tags", { example: "web", type: { kind: "list", item: text } }),
      param("token", { example: "abc", secret: true }),
      param("other", {}),
    );
    assert.equal(params, '{"command":"uptime","hours":4,"tags":["web"]}');
  });

  it("is undefined without examples", () => {
    assert.equal(of(param("other", {})), undefined);
    assert.equal(exampleParams({ kind: "unknown" }), undefined);
  });

  it("is JSON for every method of the catalogue", () => {
    for (const name of cataloguedMethods) {
      const json = exampleParams(createMethodSpec(name, undefined).params);
      assert.equal(json === undefined ? undefined : checkJson(json), undefined, name);
    }
  });
});
