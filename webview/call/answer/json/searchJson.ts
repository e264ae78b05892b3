import { endOfString, isCloser, type JsonIndex } from "./jsonIndex";
import { isMember, rawValue, valueStart } from "./jsonLine";

/** Characters that a server may write as an escape, though it need not. */
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

/** Finds text in raw JSON, whatever the case, and whether or not it is written with escapes. */
function searchPattern(query: string): RegExp {
  const parts = Array.from({ length: query.length }, (_, at) => unitPattern(query.charAt(at)));
  return new RegExp(parts.join(""), "gi");
}

function unitPattern(unit: string): string {
  const code = unit.charCodeAt(0);
  if (/[a-z0-9 ]/i.test(unit)) return unit;
  const hex = `\\\\u${code.toString(16).padStart(4, "0")}`;
  const short = shortEscapes[unit];
  // These two never stand for themselves in a string.
  const plain = unit === '"' || unit === "\\" ? [] : [quoted(unit)];
  const ways = [...plain, ...(short === undefined ? [] : [quoted(short)]), hex];
  return `(?:${ways.join("|")})`;
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** Characters that are searched between two `yield`s. */
const step = 16_384;

/** Puts every line into `found` whose key or value has the query, and yields now and then. */
export function* searchJson(
  index: JsonIndex,
  query: string,
  found: number[],
): Generator<undefined, void> {
  const pattern = searchPattern(query);
  for (let from = 0; from < index.size;) {
    const next = firstLineAt(index, (index.starts[from] ?? 0) + step);
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
    const line = firstLineAt(index, at + 1) - 1;
    const place = nextPlace(index, line, at, match[0].length);
    if (place === undefined) found.push(line);
    const nextLine = index.starts[line + 1] ?? index.text.length;
    next = (place ?? nextLine) - base;
  }
}

/** Undefined: the match counts. Else where to go on: it was found among brackets, commas and colons. */
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

/** The first line that begins at or behind an offset. */
function firstLineAt({ starts, size }: JsonIndex, offset: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
