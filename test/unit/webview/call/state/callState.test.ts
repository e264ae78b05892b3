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

describe("The state of a call", () => {
  it("is blank until something is set or written", () => {
    assert.equal(isBlank(emptyDraft), true);
    assert.equal(isBlank({ ...emptyDraft, fields: { a: { set: false, text: "" } } }), true);
    assert.equal(isBlank({ ...emptyDraft, fields: { a: { set: true, text: "" } } }), false);
    assert.equal(isBlank({ ...emptyDraft, fields: { a: { set: false, text: "x" } } }), false);
    assert.equal(isBlank({ ...emptyDraft, others: { a: "1" } }), false);
    assert.equal(isBlank({ ...emptyDraft, json: "[" }), false);
  });

  it("keeps what was written before it is filled in, and only that", () => {
    const first = fillIn(firstState, unknown, "[1]");
    assert.equal(first.replaced, undefined);
    assert.equal(fillIn(first, unknown, "[1]").replaced, undefined);
    const second = fillIn(first, unknown, "[2]");
    assert.deepEqual(second.replaced, first.draft);
    assert.deepEqual(fillIn(second, unknown, "[2]").replaced, first.draft);
  });

  it("waits as long as is typed, or as the setup says", () => {
    assert.equal(readTimeout(" ", 30), 30);
    assert.equal(readTimeout("0.5", 30), 0.5);
    assert.equal(readTimeout("3600", 30), 3600);
    for (const typed of ["0", "-1", "3601", "soon", "Infinity", "NaN"]) {
      assert.equal(readTimeout(typed, 30), undefined, typed);
    }
  });

  it("opens and closes", () => {
    const open = toggleOpen({ open: toggleOpen(firstState, "about", true) }, "about", true);
    assert.deepEqual(open, ["about"]);
    assert.deepEqual(toggleOpen({ open }, "about", false), []);
  });
});
