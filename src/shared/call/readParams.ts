import { checkJson } from "./checkJson";
import { fieldOf } from "./fieldValue";
import { itemsOf, membersOf } from "../../json/text";
import { type ParamSpec, type ParamsSpec } from "./methodSpec";
import { fieldIn } from "./paramsOf";
import { type RequestDraft } from "./requestDraft";

/** A JSON text converted to fields of the form. */
export interface ParamsReading {
  /** To be applied to the draft. */
  readonly changes: Partial<Pick<RequestDraft, "fields" | "others" | "style">>;
  /** False: the text has values that fields and other members cannot represent. */
  readonly isComplete: boolean;
}

/** Undefined: the text is broken. Blank text means that nothing is set. */
export function readParams(
  params: ParamsSpec,
  draft: RequestDraft,
  text: string,
): ParamsReading | undefined {
  const isBlank = text.trim() === "";
  if (!isBlank && checkJson(text)) return undefined;
  if (params.kind === "unknown") return { changes: {}, isComplete: false };
  if (isBlank) return { changes: changesFrom(draft, specsOf(params), []), isComplete: true };
  if (params.kind === "named") return readNamed(params, draft, text);
  return { changes: changesFrom(draft, [params.value], [text]), isComplete: true };
}

function readNamed(
  params: ParamsSpec & { readonly kind: "named" },
  draft: RequestDraft,
  text: string,
): ParamsReading {
  const members = membersOf(text);
  if (members) return readByName(params.params, draft, members);
  const items = params.ordered ? itemsOf(text) : undefined;
  return items
    ? readByPlace(params.params, draft, items)
    : { changes: changesFrom(draft, params.params, []), isComplete: false };
}

function readByName(
  specs: readonly ParamSpec[],
  draft: RequestDraft,
  members: readonly (readonly [string, string])[],
): ParamsReading {
  const byName = new Map(members);
  const values = specs.map(({ name }) => byName.get(name));
  const names = new Set(specs.map(({ name }) => name));
  const others = Object.fromEntries([...byName].filter(([name]) => !names.has(name)));
  return {
    changes: { ...changesFrom(draft, specs, values), others, style: "named" },
    isComplete: byName.size === members.length,
  };
}

function readByPlace(
  specs: readonly ParamSpec[],
  draft: RequestDraft,
  items: readonly string[],
): ParamsReading {
  const values = items.map((item) => (item === "null" ? undefined : item));
  // Other members have no place in a list: that they are not in it does not mean that they are gone.
  const { others } = draft;
  return {
    changes: { ...changesFrom(draft, specs, values), others, style: "positional" },
    isComplete: items.length <= specs.length,
  };
}

/** Fields that hold these values, one for each; those without are not set and keep their text. */
function changesFrom(
  draft: RequestDraft,
  specs: readonly ParamSpec[],
  values: readonly (string | undefined)[],
): Pick<RequestDraft, "fields" | "others"> {
  const fields = specs.flatMap(({ name, type }, place) => {
    const value = values[place];
    const before = fieldIn(draft, name);
    if (value !== undefined) return [[name, fieldOf(type, value)] as const];
    return before ? [[name, { ...before, set: false }] as const] : [];
  });
  return { fields: { ...draft.fields, ...Object.fromEntries(fields) }, others: {} };
}

/** A spec for each field. */
export function specsOf(params: ParamsSpec): readonly ParamSpec[] {
  switch (params.kind) {
    case "named":
      return params.params;
    case "whole":
      return [params.value];
    case "unknown":
      return [];
  }
}
