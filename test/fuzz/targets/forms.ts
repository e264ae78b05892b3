import assert from "node:assert/strict";
import { paramEffects } from "../../../src/features/call/paramEffects";
import { clearanceOf } from "../../../src/features/call/clearance";
import { withCode } from "../../../src/features/call/callSender";
import { snippet } from "../../../src/features/call/snippets";
import { methodTooltip } from "../../../src/features/methods/view/methodTooltip";
import { decodeMethodHelp } from "../../../src/komari/decode/help";
import { createMethodSpec } from "../../../src/komari/methods/createMethodSpec";
import { guessRisk } from "../../../src/komari/methods/risk";
import { checkField } from "../../../src/shared/call/checkField";
import { checkJson } from "../../../src/shared/call/checkJson";
import { draftOf, withField, withJson, withStyle } from "../../../src/shared/call/editDraft";
import { isSameJson } from "../../../src/json/text";
import { storableDraft } from "../../../src/shared/call/storableDraft";
import { risks } from "../../../src/shared/call/methodSpec";
import { fieldIn, paramsOf } from "../../../src/shared/call/paramsOf";
import { parseParamType } from "../../../src/shared/call/paramType";
import { specsOf } from "../../../src/shared/call/readParams";
import { emptyDraft, type RequestDraft } from "../../../src/shared/call/requestDraft";
import { snippetFormats } from "../../../src/shared/call/callApi";
import { parseJson } from "../../../src/util/json";
import { serializeState, restoreState, firstState } from "../../../webview/call/state/callState";
import { type Sequence } from "../../simulator/random";
import { methodNames, responses, resultsOf } from "../corpus";
import { anyText, choose, mutatedText, nearlyJson, parsed } from "../rubbish";
import { assertBounded, sizeOf, target, unlessMalformed } from "../target";

const maxJsonDepth = 500;

const typeTexts = [
  ...["string", "int", "number", "boolean", "string[]", "[]string", "array<string>", "object"],
  ...["string (RFC3339)", '"load" | "ping"', "load|ping|all", "map[string]any", "int, in hours"],
];

const types = target(
  "types of parameters",
  (random) =>
    random.chance(0.8) ? mutatedText(random, choose(random, typeTexts)) : anyText(random),
  (text) => {
    const type = parseParamType(text);
    assertBounded(sizeOf(type), text.length, 5, 100);
  },
);

const names = target(
  "names of methods",
  (random) => mutatedText(random, choose(random, methodNames)),
  (name) => {
    assert.ok(risks.includes(guessRisk(name)));
    const spec = createMethodSpec(name, undefined);
    assert.ok(methodTooltip(spec, true).length < 20_000 + 60 * name.length);
  },
);

/** A method as a server may describe it. */
function anySpec(random: Sequence) {
  const help = parsed(random, resultsOf("rpc.help"));
  const name = random.chance(0.8) ? choose(random, methodNames) : anyText(random);
  return { name, help };
}

function specIn({ name, help }: ReturnType<typeof anySpec>) {
  return createMethodSpec(
    name,
    unlessMalformed(() => decodeMethodHelp(help, name)),
  );
}

/** Raw JSON of the parameters, undefined where the text that is typed is broken. */
function sentBy(params: Parameters<typeof paramsOf>[0], draft: RequestDraft): string | undefined {
  const found = paramsOf(params, draft);
  if ("problem" in found) return undefined;
  if (found.json !== undefined) assert.notEqual(parseJson(found.json), undefined, found.json);
  return found.json;
}

type Edit =
  | { readonly kind: "json"; readonly text: string }
  | { readonly kind: "field"; readonly place: number; readonly text: string }
  | { readonly kind: "style"; readonly style: RequestDraft["style"] };

function anyEdit(random: Sequence): Edit {
  switch (random.int(0, 2)) {
    case 0:
      return { kind: "json", text: nearlyJson(random, responses) };
    case 1:
      return { kind: "field", place: random.int(0, 5), text: anyText(random) };
    default:
      return { kind: "style", style: random.chance(0.5) ? "named" : "positional" };
  }
}

const forms = target(
  "help of servers as forms",
  (random) => ({
    ...anySpec(random),
    edits: Array.from({ length: random.int(0, 4) }, () => anyEdit(random)),
  }),
  ({ edits, ...described }) => {
    const spec = specIn(described);
    const { params } = spec;
    const specs = specsOf(params);
    assertBounded(sizeOf(spec), sizeOf(described), 10, 20_000);
    let draft = emptyDraft;
    for (const edit of edits) {
      if (edit.kind === "json") draft = withJson(params, draft, edit.text);
      else if (edit.kind === "style") draft = withStyle(params, draft, edit.style);
      else {
        const { name = "" } = specs[edit.place % Math.max(1, specs.length)] ?? {};
        draft = withField(params, draft, name, { set: true, text: edit.text, items: [edit.text] });
      }
      for (const each of specs)
        checkField(each, fieldIn(draft, each.name) ?? { set: false, text: "" });
      sentBy(params, draft);
    }
    const state = serializeState("k", spec, { ...firstState, draft });
    sentBy(params, restoreState(JSON.parse(JSON.stringify(state)), "k").draft);
    assert.ok(storableDraft(spec, draft).json.length >= 0);
  },
);

const tooltips = target("help of servers in tooltips", anySpec, (described) => {
  const markdown = methodTooltip(specIn(described), false);
  assert.equal(/<|\]\(/.exec(markdown), null, "markup of a server");
  assert.ok(markdown.length < 60_000, `a tooltip of ${markdown.length}`);
});

const saved = target(
  "texts of requests in forms and snippets",
  (random) => ({ ...anySpec(random), json: nearlyJson(random, responses) }),
  ({ json, ...described }) => {
    const spec = specIn(described);
    const { params, name } = spec;
    const draft = draftOf(params, json);
    const sent = sentBy(params, draft);
    const isJson = checkJson(json) === undefined;
    if (isJson && params.kind === "unknown") assert.ok(isSameJson(sent ?? "", json));
    paramEffects(spec, json);
    const context = { servers: ["Home"], readOnly: [], attended: false, params: json };
    clearanceOf(spec, context);
    if (!isJson) return;
    withCode(json, "123456");
    for (const format of snippetFormats) {
      const request = { url: "https://a/api/rpc2", method: name, params: json } as const;
      const text = snippet(format, { ...request, sign: "apiKey" });
      // Every line may be indented by as many levels as are allowed.
      assertBounded(text.length, json.length + name.length, 4 * maxJsonDepth, 2000);
    }
  },
);

export const formTargets = [types, names, forms, tooltips, saved];
