import { lowerBound } from "../../../../src/shared/sortedSearch";
import { endOfString, isCloser, type JsonIndex } from "./jsonIndex";
import { isMember, rawValue, valueStart } from "./jsonLine";

/** Characters that a server may escape without need. */
const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "/": "\\/",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** Matches text in raw JSON, ignoring case, with or without escapes. */
function searchPattern(query: string): RegExp {
  const parts = Array.from({ length: query.length }, (_, at) => unitPattern(query.charAt(at)));
  return new RegExp(parts.join(""), "gi");
}

function unitPattern(unit: string): string {
  const code = unit.charCodeAt(0);
  if (/[a-z0-9 ]/i.test(unit)) return unit;
  const hex = `\\\\u${code.toString(16).padStart(4, "0")}`;
  const short = shortEscapes[unit];
  // These two are alvariants escaped in a string.
  const plain = unit === '"' || unit === "\\" ? [] : [quoted(unit)];
  const variants = [...plain, ...(short === undefined ? [] : [quoted(short)]), hex];
  return `(?:${variants.join("|")})`;
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** Characters searched between two `yield`s. */
const step = 16_384;

/** Adds every line whose key or value contains the query to `found`; yields regularly. */
export function* searchJson(
  index: JsonIndex,
  query: string,
  found: number[],
): Generator<undefined, void> {
  const pattern = searchPattern(query);
  for (let from = 0; from < index.size;) {
    const next = lowerBound(index.starts, (index.starts[from] ?? 0) + step, 0, index.size);
    const until = Math.max(from + 1, next);
    searchLines(index, from, until, pattern, found);
    from = until;
    yield;
  }
}

function searchLines(
  index: JsonIndex,
  from: number,
  until: number,
  pattern: RegExp,
  found: number[],
) {
  const base = index.starts[from] ?? 0;
  const part = index.text.slice(base, index.starts[until] ?? index.text.length);
  for (let next = 0; next < part.length;) {
    pattern.lastIndex = next;
    const match = pattern.exec(part);
    if (match === null) return;
    const at = base + match.index;
    const line = lowerBound(index.starts, at + 1, 0, index.size) - 1;
    const place = nextPlace(index, line, at, match[0].length);
    if (place === undefined) found.push(line);
    const nextLine = index.starts[line + 1] ?? index.text.length;
    next = (place ?? nextLine) - base;
  }
}

/** Undefined: the match is in a key or value. Otherwise the offset where the search continues. */
function nextPlace(index: JsonIndex, line: number, at: number, length: number): number | undefined {
  const start = index.starts[line] ?? 0;
  const after = index.starts[line + 1] ?? index.text.length;
  if (isCloser(index, line)) return after;
  if (isMember(index, line)) {
    const keyEnd = endOfString(index.text, start) - 1;
    if (at > start && at + length <= keyEnd) return undefined;
  }
  const value = valueStart(index, line);
  if (at < value) return value;
  if (index.ends[line] !== line) return after;
  const raw = rawValue(index, line);
  if (raw.startsWith("{") || raw.startsWith("[")) return after;
  const inside = raw.startsWith('"') ? 1 : 0;
  const isIn = at >= value + inside && at + length <= value + raw.length - inside;
  return isIn ? undefined : at + 1;
}
