import { checkJson } from "./checkJson";
import { formatJson } from "../../json/printer";
import { type ParamsSpec } from "./methodSpec";
import { fieldIn, formParams, positionalProblem } from "./paramsOf";
import { readParams, specsOf } from "./readParams";
import { emptyDraft, type FieldDraft, type RequestDraft } from "./requestDraft";

/**
 * A draft that sends this. It is a form if the form can say all of it; else the JSON is sent as it is.
 * @param json raw `params`; undefined: none. It may be broken.
 */
export function draftOf(params: ParamsSpec, json: string | undefined): RequestDraft {
  if (json === undefined) return emptyDraft;
  const draft = withJson(params, emptyDraft, checkJson(json) ? json : formatJson(json));
  const form = asForm(params, draft);
  return form.lost === undefined && form.json !== "" ? form : draft;
}

/** After an edit of a field: the JSON is rewritten. */
export function withField(
  params: ParamsSpec,
  draft: RequestDraft,
  name: string,
  field: FieldDraft,
): RequestDraft {
  const fields = { ...draft.fields, [name]: withoutStaleRaw(fieldIn(draft, name), field) };
  return asForm(params, draft, { fields });
}

/** By name or by place: the JSON is rewritten. By place only where that is possible. */
export function withStyle(
  params: ParamsSpec,
  draft: RequestDraft,
  style: RequestDraft["style"],
): RequestDraft {
  const isImpossible = style === "positional" && positionalProblem(params) !== undefined;
  return isImpossible || style === draft.style ? draft : asForm(params, draft, { style });
}

/**
 * After an edit of the JSON: fields and style follow it, unless it is broken. Lost JSON can still be
 * restored, unless this text is equal to it.
 */
export function withJson(params: ParamsSpec, draft: RequestDraft, text: string): RequestDraft {
  const { lost, ...rest } = draft;
  const kept = lost === text ? rest : draft;
  return { ...kept, ...readParams(params, draft, text)?.changes, source: "json", json: text };
}

/** A draft as it may be stored: without values of secret parameters, wherever they were typed. */
export function withoutSecrets(params: ParamsSpec, draft: RequestDraft): RequestDraft {
  const secrets = specsOf(params).filter(({ secret }) => secret);
  if (secrets.length === 0) return draft;
  const filled = secrets.filter(({ name }) => isFilled(fieldIn(draft, name)));
  const emptied = filled.map(({ name }) => [name, { set: false, text: "" }] as const);
  // Servers take a name in any case.
  const names = secrets.map(({ name }) => name.toLowerCase());
  const isSecret = (name: string) => names.includes(name.toLowerCase());
  const others = Object.entries(draft.others).filter(([name]) => !isSecret(name));
  const mayHold = (text: string) => params.kind === "whole" || mentions(text, names);
  const { lost, ...rest } = draft;
  const kept: RequestDraft = {
    ...rest,
    fields: { ...draft.fields, ...Object.fromEntries(emptied) },
    others: Object.fromEntries(others),
    ...(lost !== undefined && !mayHold(lost) && { lost }),
  };
  const isHeld = filled.length > 0 || mayHold(draft.json);
  return isHeld ? asForm(params, { ...kept, source: "form" }) : kept;
}

/** Makes the form what is sent. JSON that it writes over is lost, unless the form says all of it. */
function asForm(
  params: ParamsSpec,
  draft: RequestDraft,
  changes: Partial<Pick<RequestDraft, "fields" | "style">> = {},
): RequestDraft {
  const changed = { ...draft, ...changes };
  // Without fields there is no form.
  if (params.kind === "unknown") return changed;
  const isLost = draft.source === "json" && !readParams(params, draft, draft.json)?.isComplete;
  const json = formatJson(formParams(params, changed) ?? "");
  return { ...changed, source: "form", json, ...(isLost && { lost: draft.json }) };
}

/** Drops the raw JSON of a field whose text was edited. */
function withoutStaleRaw(before: FieldDraft | undefined, after: FieldDraft): FieldDraft {
  const { raw, ...typed } = after;
  const isSame = before?.text === after.text && hasItems(before, after.items ?? []);
  return raw === undefined || isSame ? after : typed;
}

function hasItems({ items = [] }: FieldDraft, others: readonly string[]): boolean {
  return items.length === others.length && items.every((item, place) => item === others[place]);
}

function isFilled(field: FieldDraft | undefined): boolean {
  return field !== undefined && (field.set || field.text !== "" || (field.items ?? []).length > 0);
}

/** Whether a text, broken or not, may have a value for one of these names, in lower case. */
function mentions(text: string, names: readonly string[]): boolean {
  const searched = text.trim().toLowerCase();
  // What is no object gives values by place.
  const isByName = searched.startsWith("{");
  return searched !== "" && (!isByName || names.some((name) => searched.includes(name)));
}
