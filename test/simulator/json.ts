/** A value of JSON. Absent members are left out, as Go's `omitempty` does; bigints keep every digit. */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** JSON that is written piece by piece, because it may not fit into one string. */
export class JsonText {
  constructor(readonly pieces: Iterable<string>) {}
}

/** As Go's encoder writes it: HTML characters escaped, numbers beyond 2^53 in full. */
export function writeJson(value: Json): string {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "bigint" ? `\u0001${item}\u0001` : item,
  );
  return text
    .replaceAll(/"\\u0001(-?\d+)\\u0001"/g, "$1")
    .replaceAll(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly truncated: boolean; readonly reason: string };

/** Says of bad JSON what Go's decoder says. */
export function parseJson(text: string): Parsed {
  const value = tryParse(text);
  if (value !== undefined) return { ok: true, value: value.value };
  const { open, end } = scan(text);
  const closings = [open, `"${open}`, `null${open}`, `:null${open}`];
  if (text.trim() === "" || closings.some((closing) => tryParse(text + closing) !== undefined)) {
    return { ok: false, truncated: true, reason: "unexpected end of JSON input" };
  }
  const rest = text.slice(end).trim();
  const reason =
    end > 0 && rest !== ""
      ? `invalid character '${rest.charAt(0)}' after top-level value`
      : `invalid character '${text.trim().charAt(1)}' looking for beginning of object key string`;
  return { ok: false, truncated: false, reason };
}

/** The first of several values one after the other. */
export function parseFirst(text: string): Parsed {
  return parseJson(text.slice(0, scan(text).end || undefined));
}

function tryParse(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
}

/** What would close all that is open at the end, and where the first whole object or array ends. */
function scan(text: string): { open: string; end: number } {
  const open: string[] = [];
  let end = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (match[0] === "{") open.unshift("}");
    else if (match[0] === "[") open.unshift("]");
    else if (match[0] === "}" || match[0] === "]") open.shift();
    if (end === 0 && open.length === 0) end = match.index + match[0].length;
  }
  return { open: open.join(""), end };
}
