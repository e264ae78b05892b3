import { getNodeValue, type Node, parseTree } from "jsonc-parser";
import { checkJson } from "./checkJson";
import { withoutSecrets } from "./editDraft";
import { stringOf } from "../../json/text";
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
 * What stands in quotes before a colon, also in a text that is broken. Searched backwards from the colon: a search
 * for both quotes would take a second for a string of some 10,000 quotes.
 */
function* quotedNames(text: string): Generator<string> {
  for (const { index } of text.matchAll(/"\s*:/g)) {
    let start = text.lastIndexOf('"', index - 1);
    while (start > 0 && text[start - 1] === "\\" && index - start < maxName) {
      start = text.lastIndexOf('"', start - 1);
    }
    const written = text.slice(Math.max(start + 1, index - maxName), index);
    yield written.includes("\\u") ? (stringOf(`"${written}"`) ?? written) : written;
  }
}

/** Returns a text without secret names unchanged, whether it is JSON or not. */
function withMasks(text: string, isSecret: (name: string) => boolean): string {
  if (![...quotedNames(text)].some(isSecret)) return text;
  const tree = checkJson(text) === undefined ? parseTree(text) : undefined;
  if (tree === undefined) return "";
  let masked = "";
  let from = 0;
  for (const { offset, length } of findSecrets(tree, isSecret)) {
    masked += text.slice(from, offset) + secretMaskJson;
    from = offset + length;
  }
  return masked + text.slice(from);
}

/** Values in the order of the text; empty ones reveal nothing. */
function findSecrets(node: Node, isSecret: (name: string) => boolean): readonly Node[] {
  const [key, value] = node.type === "property" ? (node.children ?? []) : [];
  const isNamed = key !== undefined && isSecret(String(getNodeValue(key)));
  if (value !== undefined && isNamed) return isEmpty(value) ? [] : [value];
  return (node.children ?? []).flatMap((child) => findSecrets(child, isSecret));
}

function isEmpty({ type, value, children = [] }: Node): boolean {
  const isContainer = type === "object" || type === "array";
  return isContainer ? children.length === 0 : value === "" || value === null || value === false;
}
