import { type ParamType } from "./methodSpec";

const text: ParamType = { kind: "text" };
const json: ParamType = { kind: "json" };
const integer: ParamType = { kind: "number", integer: true };
const decimal: ParamType = { kind: "number", integer: false };

/** Lower case; a map, so that no text of a server meets what every object has. */
const keywords: ReadonlyMap<string, ParamType> = new Map<string, ParamType>([
  ...named(text, "string str text char uuid url uri email ip bytes duration"),
  ...named(integer, "int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64"),
  ...named(integer, "integer long bigint byte"),
  ...named(decimal, "number float float32 float64 double decimal numeric"),
  ...named({ kind: "boolean" }, "bool boolean true false"),
  ...named({ kind: "time" }, "time datetime date-time date rfc3339 iso8601 time.time localtime"),
  ...named(json, "object any json map dict record struct unknown interface null undefined nil"),
  ...named({ kind: "list", item: json }, "array list"),
]);

/** Longer than any type: prose. */
const maxLength = 300;
const word = /^[\p{L}\p{N}_.:/+-]+$/u;
const number = /^-?\d+(\.\d+)?$/;
/** A type of the server's own: `Client`, `PingTask`, but not `GET`. */
const typeName = /^\p{Lu}\w*\p{Ll}/u;
const quoted = /^(["'`])(.*)\1$/s;
const nothing = new Set(["null", "undefined", "nil"]);

/** Reads the free text in which servers and their documentation write types. */
export function parseParamType(typeText: string | undefined): ParamType {
  const written = typeText?.trim() ?? "";
  return written.length > maxLength ? json : parseUnion(written);
}

function parseUnion(written: string): ParamType {
  const members = splitUnion(written)
    .map((member) => member.replace(/[?!\s]+$/, ""))
    .filter((member) => !nothing.has(member.toLowerCase()));
  const [first = "", ...others] = members;
  if (others.length > 0) return members.map(parseMember).reduce(either);
  const type = parseMember(first);
  // A word that is no type is one of several values; alone it only says what is meant.
  return type.kind === "choice" && word.test(first) ? text : type;
}

function parseMember(member: string): ParamType {
  const value = quoted.exec(member)?.[2];
  if (value !== undefined) return { kind: "choice", options: [value] };
  const item = listItem(member);
  if (item !== undefined) return { kind: "list", item: parseUnion(item) };
  const inner = /^\(([^()]*)\)$/.exec(member)?.[1];
  return inner === undefined ? parseWord(member) : parseUnion(inner.trim());
}

function parseWord(member: string): ParamType {
  const keyword = keywords.get(member.toLowerCase());
  if (keyword !== undefined) return keyword;
  if (number.test(member)) return member.includes(".") ? decimal : integer;
  if (!word.test(member)) return parsePhrase(member);
  return typeName.test(member) ? json : { kind: "choice", options: [member] };
}

/** "string (RFC3339)", "int, in hours": the first word says the type, unless it is a time. */
function parsePhrase(member: string): ParamType {
  if (/^[[{<]/.test(member) || /^\w+[[{<]/.test(member)) return json;
  if (/\b(RFC ?3339|ISO ?8601)\b/i.test(member)) return { kind: "time" };
  const first = /^[\w.-]+/.exec(member)?.[0] ?? "";
  return keywords.get(first.toLowerCase()) ?? json;
}

/** `T[]`, `[]T`, `Array<T>`: T. */
function listItem(member: string): string | undefined {
  const suffixed = /^(.+)\[\s*\]$/s.exec(member)?.[1];
  const prefixed = /^\[\s*\](.+)$/s.exec(member)?.[1];
  const generic = /^(?:array|list)<(.+)>$/is.exec(member)?.[1];
  return (suffixed ?? prefixed ?? generic)?.trim();
}

/** What takes both. */
function either(left: ParamType, right: ParamType): ParamType {
  if (left.kind === "choice" && right.kind === "choice") {
    return { kind: "choice", options: [...new Set([...left.options, ...right.options])] };
  }
  if (left.kind === "number" && right.kind === "number") {
    return { kind: "number", integer: left.integer && right.integer };
  }
  if (left.kind === "list" && right.kind === "list") {
    return { kind: "list", item: either(left.item, right.item) };
  }
  if (left.kind === right.kind) return left;
  return isWord(left) && isWord(right) ? text : json;
}

/** Sent as a JSON string. */
function isWord({ kind }: ParamType): boolean {
  return kind === "text" || kind === "choice" || kind === "time";
}

/** At each `|` that stands in no brackets or quotes. */
function splitUnion(written: string): readonly string[] {
  const parts = [""];
  let depth = 0;
  let quote: string | undefined;
  for (const char of written) {
    if (quote !== undefined) quote = char === quote ? undefined : quote;
    else if (/["'`]/.test(char)) quote = char;
    else if (/[[({<]/.test(char)) depth += 1;
    else if (/[\])}>]/.test(char)) depth -= 1;
    if (char === "|" && depth <= 0 && quote === undefined) parts.push("");
    else parts.push(`${parts.pop() ?? ""}${char}`);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

function named(type: ParamType, names: string): readonly (readonly [string, ParamType])[] {
  return names.split(" ").map((name) => [name, type]);
}
