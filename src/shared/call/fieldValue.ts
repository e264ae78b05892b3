import { checkJson } from "./checkJson";
import { formatJson } from "../../json/printer";
import { compactJson, isSameJson, itemsOf, stringOf } from "../../json/text";
import { type ParamType } from "./methodSpec";
import { type FieldDraft } from "./requestDraft";

/** Of drafts, which do not change: each is asked about several times after an edit, and may be large. */
const values = new WeakMap<FieldDraft, { readonly type: ParamType; readonly value: string }>();

/**
 * Raw JSON of what a field sends when it is set. What does not fit its type goes as a string: what the
 * server says to that may be just what one wants to know.
 */
export function valueOf(type: ParamType, field: FieldDraft): string {
  const known = values.get(field);
  if (known?.type === type) return known.value;
  const value = writeValue(type, field);
  values.set(field, { type, value });
  return value;
}

function writeValue(type: ParamType, field: FieldDraft): string {
  if (field.raw !== undefined) return field.raw;
  if (type.kind !== "list") return valueOfText(type, field.text);
  const item = itemType(type);
  return `[${(field.items ?? []).map((text) => valueOfText(item, text)).join(",")}]`;
}

function valueOfText(type: ParamType, text: string): string {
  return jsonIn(type, text) ?? JSON.stringify(text);
}

/** The value that is meant, where it is no string. */
function jsonIn({ kind }: ParamType, text: string): string | undefined {
  switch (kind) {
    case "number":
      return numberIn(text);
    case "boolean":
      return /^\s*(true|false)\s*$/.exec(text)?.[1];
    case "json":
      return checkJson(text) ? undefined : compactJson(text);
    case "text":
    case "time":
    case "choice":
    case "list":
      return undefined;
  }
}

/**
 * A number of JSON, digit by digit as it was typed, but for what JSON does not allow: `+5`, `007`,
 * `.5` and `1.`. Undefined: no number.
 */
export function numberIn(text: string): string | undefined {
  const found = /^\s*([+-]?)(\d*)(?:\.(\d*))?(e[+-]?\d+)?\s*$/i.exec(text);
  const [, sign = "", whole = "", fraction = "", exponent = ""] = found ?? [];
  if (whole + fraction === "") return undefined;
  const minus = sign === "-" ? sign : "";
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  return `${minus}${digits}${fraction && `.${fraction}`}${exponent}`;
}

/** The way back: a set field that sends this JSON, number for number and digit for digit. */
export function fieldOf(type: ParamType, json: string): FieldDraft {
  const field = plainField(type, json);
  if (type.kind === "json") return field;
  return isSameJson(valueOf(type, field), json) ? field : { ...field, raw: compactJson(json) };
}

function plainField(type: ParamType, json: string): FieldDraft {
  if (type.kind === "json") return { set: true, text: formatJson(json) };
  if (type.kind !== "list") return { set: true, text: textIn(type, json) };
  const item = itemType(type);
  const items = (itemsOf(json) ?? [json]).map((each) => textIn(item, each));
  return { set: true, text: "", items };
}

function textIn({ kind }: ParamType, json: string): string {
  return (kind === "json" ? undefined : stringOf(json)) ?? compactJson(json);
}

/** An item is one text: lists of lists are written as JSON. */
export function itemType({ item }: ParamType & { readonly kind: "list" }): ParamType {
  return item.kind === "list" ? { kind: "json" } : item;
}
