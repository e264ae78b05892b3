import assert from "node:assert/strict";
import fc from "fast-check";
import { checkJson } from "../../src/shared/call/checkJson";
import { draftOf, withField, withJson, withStyle } from "../../src/shared/call/editDraft";
import { isSameJson, itemsOf, membersOf } from "../../src/json/text";
import { type ParamSpec, type ParamsSpec, type ParamType } from "../../src/shared/call/methodSpec";
import { fieldIn, paramsOf } from "../../src/shared/call/paramsOf";
import { emptyDraft, type FieldDraft, type RequestDraft } from "../../src/shared/call/requestDraft";
import { anyJson, spaced } from "../builders/jsonText";

const rawJson = spaced(anyJson());
const specOf = (name: string, type: ParamType): ParamSpec => {
  return { name, type, typeText: "", required: false };
};
const specs = [
  specOf("uuid", { kind: "text" }),
  specOf("hours", { kind: "number", integer: true }),
  specOf("constructor", { kind: "boolean" }),
  specOf("__proto__", { kind: "time" }),
  specOf("keys", { kind: "list", item: { kind: "text" } }),
  specOf("", { kind: "json" }),
];
const anyParams = fc.oneof(
  fc.boolean().map((ordered): ParamsSpec => ({ kind: "named", params: specs, ordered })),
  fc.constantFrom(...specs).map((value): ParamsSpec => ({ kind: "whole", value })),
  fc.constant<ParamsSpec>({ kind: "unknown" }),
);

const text = fc.oneof(
  fc.string(),
  rawJson,
  rawJson.map((json) => json.slice(0, -1)),
);
const field: fc.Arbitrary<FieldDraft> = fc.record({
  set: fc.boolean(),
  text,
  items: fc.array(text, { maxLength: 3 }),
});

type Edit = (params: ParamsSpec, draft: RequestDraft) => RequestDraft;
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  text.map(
    (json): Edit =>
      (params, draft) =>
        withJson(params, draft, json),
  ),
  fc.tuple(fc.constantFrom(...specs), field).map(
    ([{ name }, typed]): Edit =>
      (params, draft) =>
        withField(params, draft, name, typed),
  ),
  fc.constantFrom("named" as const, "positional" as const).map(
    (style): Edit =>
      (params, draft) =>
        withStyle(params, draft, style),
  ),
);
const edits = fc.array(anyEdit, { maxLength: 6 });

const draftAfter = (params: ParamsSpec, done: readonly Edit[]) =>
  done.reduce((draft, edit) => edit(params, draft), emptyDraft);

const sent = (params: ParamsSpec, draft: RequestDraft) => {
  const found = paramsOf(params, draft);
  return "json" in found ? (found.json ?? "") : undefined;
};

/** Members in any order, those of one name in theirs; items up to the last that is not null. */
function meaning(json: string): readonly (readonly [string, string])[] {
  const members = membersOf(json)?.toSorted(([left], [right]) =>
    left < right ? -1 : +(left > right),
  );
  const items = itemsOf(json);
  const count = (items?.findLastIndex((item) => item !== "null") ?? -1) + 1;
  const values = items?.slice(0, count).map((item, place) => [String(place), item] as const);
  return members ?? values ?? [["", json]];
}

function assertSameParams(actual: string | undefined, expected: string) {
  const found = meaning(actual === "" ? "{}" : (actual ?? ""));
  const wanted = meaning(expected);
  const isSame = wanted.every(([name, value], place) => {
    const [foundName, foundValue] = found[place] ?? ["", ""];
    return name === foundName && isSameJson(value, foundValue);
  });
  assert.ok(isSame && found.length === wanted.length, `${actual} for ${expected}`);
}

describe("editDraft", () => {
  it("show the JSON that they send, unless it is broken", () => {
    fc.assert(
      fc.property(anyParams, edits, (params, done) => {
        const draft = draftAfter(params, done);
        const json = sent(params, draft);
        if (json === undefined) assert.ok(checkJson(draft.json) && draft.source === "json");
        else assert.ok(isSameJson(draft.json, json));
      }),
    );
  });

  it("keep the meaning of the JSON in a form, or keep the JSON for Restore", () => {
    fc.assert(
      fc.property(anyParams, edits, rawJson, (params, done, json) => {
        const before = withJson(params, draftAfter(params, done), json);
        const untouched = fieldIn(before, "hours") ?? { set: false, text: "" };
        const after = withField(params, before, "hours", untouched);
        if (after.lost !== json) assertSameParams(sent(params, after), json);
      }),
    );
  });

  it("send what they were made of", () => {
    fc.assert(
      fc.property(anyParams, rawJson, (params, json) => {
        assertSameParams(sent(params, draftOf(params, json)), json);
      }),
    );
  });

  it("are the same after the way from names to places and back", () => {
    const params: ParamsSpec = { kind: "named", params: specs, ordered: true };
    fc.assert(
      fc.property(edits, (done) => {
        const draft = withStyle(
          params,
          withField(params, draftAfter(params, done), "hours", { set: true, text: "4" }),
          "named",
        );
        const back = withStyle(params, withStyle(params, draft, "positional"), "named");
        assert.deepEqual(back, draft);
      }),
    );
  });
});
