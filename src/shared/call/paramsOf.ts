import * as l10n from "@vscode/l10n";
import { checkJson } from "./checkJson";
import { valueOf } from "./fieldValue";
import { compactJson } from "../../json/text";
import { type ParamSpec, type ParamsSpec } from "./methodSpec";
import { type FieldDraft, type JsonProblem, type RequestDraft } from "./requestDraft";

type ReadParams = { readonly json: string | undefined } | { readonly problem: JsonProblem };

/** Of drafts, which do not change: each is asked about several times after an edit, and may be large. */
const known = new WeakMap<
  RequestDraft,
  { readonly params: ParamsSpec; readonly read: ReadParams }
>();

/** Raw JSON of `params` as it will be sent; undefined: without. A broken text sends nothing. */
export function paramsOf(params: ParamsSpec, draft: RequestDraft): ReadParams {
  const before = known.get(draft);
  if (before?.params === params) return before.read;
  const read = writeParams(params, draft);
  known.set(draft, { params, read });
  return read;
}

function writeParams(params: ParamsSpec, draft: RequestDraft): ReadParams {
  if (draft.source === "form" && params.kind !== "unknown")
    return { json: formParams(params, draft) };
  if (draft.json.trim() === "") return { json: undefined };
  const problem = checkJson(draft.json);
  return problem ? { problem } : { json: compactJson(draft.json) };
}

/** What the fields and the other members make, compact; undefined: nothing is set. */
export function formParams(params: ParamsSpec, draft: RequestDraft): string | undefined {
  switch (params.kind) {
    case "named":
      return isByPlace(params, draft)
        ? byPlace(params.params, draft)
        : byName(params.params, draft);
    case "whole":
      return valueIn(draft, params.value);
    case "unknown":
      return undefined;
  }
}

/** The fields first, in their order, for that is where a reader looks. */
function byName(params: readonly ParamSpec[], draft: RequestDraft): string | undefined {
  const set = params.flatMap((spec) => {
    const value = valueIn(draft, spec);
    return value === undefined ? [] : [[spec.name, value] as const];
  });
  const names = new Set(set.map(([name]) => name));
  const others = Object.entries(draft.others).filter(([name]) => !names.has(name));
  const members = [...set, ...others].map(([name, value]) => `${JSON.stringify(name)}:${value}`);
  return members.length === 0 ? undefined : `{${members.join(",")}}`;
}

/** What is left out before the last one is null, which servers take for the default. */
function byPlace(params: readonly ParamSpec[], draft: RequestDraft): string | undefined {
  const values = params.map((spec) => valueIn(draft, spec));
  const count = values.findLastIndex((value) => value !== undefined) + 1;
  if (count === 0) return undefined;
  return `[${values
    .slice(0, count)
    .map((value) => value ?? "null")
    .join(",")}]`;
}

function valueIn(draft: RequestDraft, { name, type }: ParamSpec): string | undefined {
  const field = fieldIn(draft, name);
  return field?.set ? valueOf(type, field) : undefined;
}

/** Names are a server's, and every object has a `constructor`. */
export function fieldIn({ fields }: RequestDraft, name: string): FieldDraft | undefined {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function isByPlace(params: ParamsSpec, { style }: RequestDraft): boolean {
  return style === "positional" && positionalProblem(params) === undefined;
}

/** Why the parameters of a method cannot be given by place; undefined: they can. */
export function positionalProblem(params: ParamsSpec): string | undefined {
  switch (params.kind) {
    case "unknown":
      return l10n.t("The parameters are not documented.");
    case "whole":
      return l10n.t("The parameters are a single value.");
    case "named":
      if (params.params.length === 0) return l10n.t("This method takes no parameters.");
      if (params.namedOnly) return namedOnlyText();
      return params.ordered ? undefined : l10n.t("The order of the parameters is unknown.");
  }
}

function namedOnlyText(): string {
  return l10n.t(
    "The server accepts these parameters by name only. By position, they would be misread.",
  );
}

/** Why this JSON must not be sent as `params`: it is a list that the server misreads. */
export function listProblem(params: ParamsSpec, json: string | undefined): string | undefined {
  const isMisread = params.kind === "named" && params.namedOnly === true;
  return isMisread && json?.trimStart().startsWith("[") ? namedOnlyText() : undefined;
}

/**
 * Names of members without a field, which positional parameters omit. They are kept in the draft and
 * sent again when the parameters are sent by name.
 */
export function omittedMembers(params: ParamsSpec, draft: RequestDraft): readonly string[] {
  return draft.source === "form" && isByPlace(params, draft) ? Object.keys(draft.others) : [];
}
