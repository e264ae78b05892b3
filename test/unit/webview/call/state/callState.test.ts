import assert from "node:assert/strict";
import { type ParamsSpec } from "../../../../../src/shared/call/methodSpec";
import { emptyDraft } from "../../../../../src/shared/call/requestDraft";
import {
  fillIn,
  firstState,
  isBlank,
  readTimeout,
  toggleOpen,
} from "../../../../../webview/call/state/callState";

const unknown: ParamsSpec = { kind: "unknown" };

describe("Call state", () => {
  it("is blank until something is set or typed", () => {
    assert.equal(isBlank(emptyDraft), true);
    assert.equal(isBlank({ ...emptyDraft, fields: { a: { set: false, text: "" } } }), true);
    assert.equal(isBlank({ ...emptyDraft, fields: { a: { set: true, text: "" } } }), false);
    assert.equal(isBlank({ ...emptyDraft, fields: { a: { set: false, text: "x" } } }), false);
    assert.equal(isBlank({ ...emptyDraft, others: { a: "1" } }), false);
    assert.equal(isBlank({ ...emptyDraft, json: "[" }), false);
  });

  it("keeps the draft that fillIn replaces, and only that", () => {
    const first = fillIn(firstState, unknown, "[1]");
    assert.equal(first.replaced, undefined);
    assert.equal(fillIn(first, unknown, "[1]").replaced, undefined);
    const second = fillIn(first, unknown, "[2]");
    assert.deepEqual(second.replaced, first.draft);
    assert.deepEqual(fillIn(second, unknown, "[2]").replaced, first.draft);
  });

  it("reads the typed timeout, or the default of the setup", () => {
    assert.equal(readTimeout(" ", 30), 30);
    assert.equal(readTimeout("0.5", 30), 0.5);
    assert.equal(readTimeout("3600", 30), 3600);
    for (const typed of ["0", "-1", "3601", "soon", "Infinity", "NaN"]) {
      assert.equal(readTimeout(typed, 30), undefined, typed);
    }
  });

  it("toggles disclosures", () => {
    const open = toggleOpen({ open: toggleOpen(firstState, "about", true) }, "about", true);
    assert.deepEqual(open, ["about"]);
    assert.deepEqual(toggleOpen({ open }, "about", false), []);
  });
});
