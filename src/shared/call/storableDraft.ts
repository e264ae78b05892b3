import { checkJson } from "./checkJson";
import { withoutSecrets } from "./editDraft";
import { closes, compactJson, opens, stringOf, tokensOf } from "../../json/text";
import { secretMaskJson } from "./mask";
import { type MethodSpec } from "./methodSpec";
import { type FieldDraft, type RequestDraft } from "./requestDraft";
import { isSecretName } from "./secretNameRule";

/**
 * A draft as it may be stored: without secret parameters, and with masks in place of JSON values whose
 * names suggest a secret. Broken JSON with such a name is not stored.
 */
export function storableDraft(
  { params, secretKeys = [] }: Pick<MethodSpec, "params" | "secretKeys">,
  draft: RequestDraft,
): RequestDraft {
  const isSecret = (name: string) => secretKeys.includes(name.toLowerCase()) || isSecretName(name);
  const mask = (text: string) => withMasks(text, isSecret);
  const { lost, ...kept } = withoutSecrets(params, draft);
  const masked = lost === undefined ? "" : mask(lost);
  return {
    ...kept,
    fields: mapped(kept.fields, (field) => maskedField(field, mask)),
    others: mapped(kept.others, (json, name) => (isSecret(name) ? secretMaskJson : mask(json))),
    json: mask(kept.json),
    ...(masked !== "" && { lost: masked }),
  };
}

function mapped<T>(
  record: Readonly<Record<string, T>>,
  change: (value: T, name: string) => T,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, change(value, name)]),
  );
}

function maskedField(field: FieldDraft, mask: (text: string) => string): FieldDraft {
  const { text, items, raw } = field;
  return {
    ...field,
    text: mask(text),
    ...(items && { items: items.map(mask) }),
    ...(raw !== undefined && { raw: mask(raw) }),
  };
}

/** In characters: names of members are shorter. */
const maxName = 100;

/**
 * What stands in quotes before a colon, each once, also in a text that is broken. Searched backwards from the colon: a
 * search for both quotes would take a second for a string of some 10,000 quotes.
 */
function quotedNames(text: string): readonly string[] {
  const names = new Set<string>();
  for (const { index } of text.matchAll(/"\s*:/g)) {
    let start = text.lastIndexOf('"', index - 1);
    while (start > 0 && text[start - 1] === "\\" && index - start < maxName) {
      start = text.lastIndexOf('"', start - 1);
    }
    names.add(text.slice(Math.max(start + 1, index - maxName), index));
  }
  return Array.from(names, (written) => {
    return written.includes("\\u") ? (stringOf(`"${written}"`) ?? written) : written;
  });
}

/** Returns a text without secret names unchanged, whether it is JSON or not. */
function withMasks(text: string, isSecret: (name: string) => boolean): string {
  if (!quotedNames(text).some(isSecret)) return text;
  if (checkJson(text) !== undefined) return "";
  let masked = "";
  let from = 0;
  for (const { start, end } of secretsIn(text, isSecret)) {
    masked += text.slice(from, start) + secretMaskJson;
    from = end;
  }
  return masked + text.slice(from);
}

const emptyValues: readonly string[] = ["{}", "[]", '""', "null", "false"];

/** Where the values of secret names are, in the order of the text. Empty ones reveal nothing. */
function* secretsIn(
  text: string,
  isSecret: (name: string) => boolean,
): Generator<{ readonly start: number; readonly end: number }> {
  const secrecy = new Map<string, boolean>();
  /** Of the value that is read, if it is secret. */
  let start: number | undefined;
  let depth = 0;
  let previous = "";
  let isNext = false;
  for (const { offset, text: token } of tokensOf(text)) {
    if (isNext) start = offset;
    isNext = false;
    if (start !== undefined) {
      depth += opens(token) ? 1 : closes(token) ? -1 : 0;
      const end = offset + token.length;
      if (depth > 0) continue;
      if (!emptyValues.includes(compactJson(text.slice(start, end)))) yield { start, end };
      start = undefined;
    } else if (token === ":") {
      isNext = secrecy.get(previous) ?? isSecret(stringOf(previous) ?? "");
      secrecy.set(previous, isNext);
    }
    previous = token;
  }
}
