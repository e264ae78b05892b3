import assert from "node:assert/strict";
import { withField, withJson } from "../../../../../src/shared/call/editDraft";
import { secretMask } from "../../../../../src/shared/call/mask";
import { type ParamsSpec } from "../../../../../src/shared/call/methodSpec";
import { emptyDraft, type RequestDraft } from "../../../../../src/shared/call/requestDraft";
import {
  validateRequest,
  problemsOf,
  shownRequest,
} from "../../../../../webview/call/state/validateRequest";

const params: ParamsSpec = {
  kind: "named",
  ordered: true,
  params: [
    { name: "uuid", type: { kind: "text" }, typeText: "string", required: true },
    { name: "hours", type: { kind: "number", integer: true }, typeText: "int", required: false },
    { name: "code", type: { kind: "text" }, typeText: "string", required: false, secret: true },
  ],
};

const set = (draft: RequestDraft, name: string, text: string) =>
  withField(params, draft, name, { set: true, text });
const fine = set(emptyDraft, "uuid", "u-1");

describe("validateRequest", () => {
  it("finds nothing in a valid draft", () => {
    assert.equal(validateRequest(params, fine), undefined);
  });

  it("finds invalid JSON", () => {
    const broken = validateRequest(params, withJson(params, fine, "{"));
    assert.deepEqual([broken?.at, broken?.canBeSent], ["json", false]);
  });

  it("finds a list that the server would misread", () => {
    const namedOnly: ParamsSpec = { ...params, ordered: false, namedOnly: true };
    const list = validateRequest(namedOnly, withJson(namedOnly, fine, '["u-1"]'));
    assert.deepEqual([list?.at, list?.canBeSent], ["json", false]);
    assert.match(list?.text ?? "", /by name only/);
    assert.equal(validateRequest(params, withJson(params, fine, '["u-1"]')), undefined);
  });

  it("finds a mask in a field, or in JSON without a field", () => {
    const masked = validateRequest(params, set(fine, "code", secretMask));
    assert.deepEqual([masked?.at, masked?.canBeSent], [{ field: "code" }, false]);
    const other = withJson(params, fine, `{"uuid":"u-1","token":"${secretMask}"}`);
    assert.equal(validateRequest(params, other)?.at, "json");
  });

  it("finds missing or invalid fields, which may be sent anyway", () => {
    const wrong = validateRequest(params, set(emptyDraft, "hours", "soon"));
    assert.deepEqual([wrong?.at, wrong?.canBeSent], [{ field: "uuid" }, true]);
    assert.equal(wrong?.text, "Required: uuid. Invalid: hours.");
  });

  it("has problems by field: missing values only if strict", () => {
    const draft = set(emptyDraft, "hours", "soon");
    assert.deepEqual([...problemsOf(params, draft, false, undefined).keys()], ["hours"]);
    assert.deepEqual([...problemsOf(params, draft, true, undefined).keys()], ["uuid", "hours"]);
    const said = problemsOf(params, fine, false, { param: "hours", text: "Too many." });
    assert.deepEqual([...said], [["hours", { severity: "error", message: "Too many." }]]);
  });
});

describe("shownRequest", () => {
  const method = { name: "a:b", params };

  it("is the request that will be sent", () => {
    const request = '{"jsonrpc":"2.0","id":1,"method":"a:b","params":{"uuid":"u-1"}}';
    assert.equal(shownRequest(method, fine), request);
    assert.equal(shownRequest(method, withJson(params, fine, "{")), undefined);
  });

  it("has its secrets masked", () => {
    const shown = shownRequest(method, set(fine, "code", "hunter2")) ?? "";
    assert.equal(shown.includes("hunter2"), false);
    assert.ok(shown.includes(`"code":"${secretMask}"`), shown);
    const written = withJson(params, fine, '{"code":"hunter2"}');
    assert.equal(shownRequest(method, written)?.includes("hunter2"), false);
  });
});
