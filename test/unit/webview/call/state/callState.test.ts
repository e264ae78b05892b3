import { moveItem } from "../../../../../webview/call/state/callState";
import assert from "node:assert/strict";
import { type ParamsSpec } from "../../../../../src/shared/call/methodSpec";
import { emptyDraft } from "../../../../../src/shared/call/requestDraft";
import {
  fillIn,
  firstState,
  isBlank,
  readTimeout,
  toggleOpen,
  type CallState,
  serializeState,
  restoreState,
} from "../../../../../webview/call/state/callState";
import { withField, withJson } from "../../../../../src/shared/call/editDraft";

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

const text = { type: { kind: "text" }, typeText: "string", required: false } as const;
const params: ParamsSpec = {
  kind: "named",
  ordered: true,
  params: [
    { name: "uuid", ...text },
    { name: "password", ...text, secret: true },
  ],
};

const plain: ParamsSpec = { kind: "named", params: [{ name: "uuid", ...text }], ordered: true };

const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("Saved state of a call", () => {
  it("is restored unchanged", () => {
    const state: CallState = {
      draft: {
        source: "json",
        style: "positional",
        json: '{"broken',
        lost: "[1]",
        fields: {
          uuid: { set: true, text: "u-1", raw: "7" },
          tags: { set: false, text: "", items: ["a", ""] },
        },
        others: { limit: "9007199254740993" },
      },
      timeout: "2.5",
      view: "json",
      open: ["about", "request"],
      folded: true,
      formWidth: 320,
      replaced: emptyDraft,
      lastId: 7,
      responsePane: { view: "table" },
    };
    assert.deepEqual(
      restoreState(throughJson(serializeState("k", { params: plain }, state)), "k"),
      state,
    );
  });

  it("is ignored for another panel or version", () => {
    const saved = serializeState("k", { params }, { ...firstState, timeout: "9" });
    assert.deepEqual(restoreState(saved, "other"), firstState);
    assert.deepEqual(restoreState({ ...saved, version: 2 }, "k"), firstState);
  });

  it("is restored without its invalid parts", () => {
    for (const call of [null, 1, "x", [], { draft: 1, open: {}, view: "?", lastId: -3 }]) {
      assert.deepEqual(restoreState({ version: 1, key: "k", call }, "k"), firstState);
    }
    const draft = { fields: { a: { set: true }, b: { set: 1, text: "x" } }, others: { c: 1 } };
    assert.deepEqual(restoreState({ version: 1, key: "k", call: { draft } }, "k").draft, {
      ...emptyDraft,
      fields: { b: { set: false, text: "x" } },
    });
  });

  it("never contains a secret, wherever it was typed", () => {
    const typed = withField(params, emptyDraft, "password", { set: true, text: "hunter2" });
    const written = withJson(params, emptyDraft, '{"password": "hunter2"');
    const drafts = [typed, written, withField(params, written, "uuid", { set: true, text: "u" })];
    for (const draft of drafts) {
      const state = { ...firstState, draft, replaced: draft };
      const saved: string = JSON.stringify(serializeState("k", { params }, state));
      assert.equal(saved.includes("hunter2"), false, saved);
    }
  });

  it("omits values of secret-like names for methods with unknown parameters", () => {
    const draft = { ...emptyDraft, source: "json", json: '{"password":"hunter2"}' } as const;
    const saved = JSON.stringify(
      serializeState("k", { params: { kind: "unknown" } }, { ...firstState, draft }),
    );
    assert.equal(saved.includes("hunter2"), false, saved);
  });
});

describe("moveItem", () => {
  it("moves an item to another index", () => {
    assert.deepEqual(moveItem(["a", "b", "c"], 2, 0), ["c", "a", "b"]);
    assert.deepEqual(moveItem(["a", "b", "c"], 0, 1), ["b", "a", "c"]);
    assert.deepEqual(moveItem(["a"], 3, 0), ["a"]);
  });
});
