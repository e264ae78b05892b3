import assert from "node:assert/strict";
import { withJson, withStyle } from "../../../../src/shared/call/editDraft";
import { type ParamSpec, type ParamsSpec } from "../../../../src/shared/call/methodSpec";
import {
  fieldIn,
  omittedMembers,
  listProblem,
  positionalProblem,
} from "../../../../src/shared/call/paramsOf";
import { emptyDraft } from "../../../../src/shared/call/requestDraft";

const param: ParamSpec = {
  name: "uuid",
  type: { kind: "text" },
  typeText: "string",
  required: false,
};
const ordered: ParamsSpec = { kind: "named", params: [param], ordered: true };

describe("positionalProblem", () => {
  it("has none where the order is known", () => {
    assert.equal(positionalProblem(ordered), undefined);
  });

  it("has a distinct sentence for every reason", () => {
    const reasons = [
      positionalProblem({ ...ordered, ordered: false }),
      positionalProblem({ ...ordered, ordered: false, namedOnly: true }),
      positionalProblem({ ...ordered, params: [] }),
      positionalProblem({ kind: "whole", value: param }),
      positionalProblem({ kind: "unknown" }),
    ];
    assert.ok(reasons.every((reason) => reason !== undefined));
    assert.equal(new Set(reasons).size, reasons.length);
  });
});

describe("listProblem", () => {
  const namedOnly: ParamsSpec = { ...ordered, ordered: false, namedOnly: true };

  it("refuses a list where servers misread one", () => {
    assert.match(listProblem(namedOnly, ' ["a"]') ?? "", /by name only/);
    for (const json of [undefined, "{}", '{"uuid":[]}', '"a"']) {
      assert.equal(listProblem(namedOnly, json), undefined);
    }
  });

  it("accepts a list if its order is known, or nothing is", () => {
    for (const params of [ordered, { kind: "unknown" } as const]) {
      assert.equal(listProblem(params, '["a"]'), undefined);
    }
  });
});

describe("fieldIn", () => {
  it("does not return inherited properties as fields", () => {
    assert.equal(fieldIn(emptyDraft, "constructor"), undefined);
    assert.equal(fieldIn(emptyDraft, "__proto__"), undefined);
  });
});

describe("omittedMembers", () => {
  it("names members without a field, only for positional parameters", () => {
    const named = withJson(ordered, emptyDraft, '{"uuid":"a","2fa_code":"1"}');
    assert.deepEqual(omittedMembers(ordered, named), []);
    const placed = withStyle(ordered, named, "positional");
    assert.deepEqual(omittedMembers(ordered, placed), ["2fa_code"]);
    assert.deepEqual(omittedMembers(ordered, withStyle(ordered, placed, "named")), []);
  });
});
