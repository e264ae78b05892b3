import { endOfString, endsWord, type JsonIndex } from "./jsonIndex";

/** Reads the lines of an index. */

export type ValueKind = "object" | "array" | "string" | "number" | "boolean" | "null";

/** Whether the line is a value with a key. */
export function isMember({ text, starts, ends, parents }: JsonIndex, line: number): boolean {
  if (line === 0) return false;
  const closer = ends[parents[line] ?? 0] ?? 0;
  return text[starts[closer] ?? 0] === "}";
}

/** The raw key with its quotes; undefined: there is none. */
export function rawKey(index: JsonIndex, line: number): string | undefined {
  if (!isMember(index, line)) return undefined;
  const start = index.starts[line] ?? 0;
  return index.text.slice(start, endOfString(index.text, start));
}

/** The decoded key; undefined: there is none. */
export function keyOf(index: JsonIndex, line: number): string | undefined {
  const raw = rawKey(index, line);
  return raw === undefined ? undefined : stringOf(raw);
}

/** The offset of the value, after the key. */
export function valueStart(index: JsonIndex, line: number): number {
  const { text, starts } = index;
  const start = starts[line] ?? 0;
  if (!isMember(index, line)) return start;
  let at = endOfString(text, start);
  while (at < text.length && isSpaceOrColon(text.charCodeAt(at))) at++;
  return at;
}

function isSpaceOrColon(code: number): boolean {
  return code <= 0x20 || code === 0x3a;
}

/** The unchanged text of the value. */
export function rawValue(index: JsonIndex, line: number): string {
  const start = valueStart(index, line);
  return index.text.slice(start, valueEnd(index, line, start));
}

function valueEnd({ text, starts, ends }: JsonIndex, line: number, start: number): number {
  const end = ends[line] ?? line;
  if (end !== line) return (starts[end] ?? start) + 1;
  const first = text.charAt(start);
  if (first === '"') return endOfString(text, start);
  // A single-line container is empty.
  if (first === "{") return text.indexOf("}", start) + 1;
  if (first === "[") return text.indexOf("]", start) + 1;
  let at = start;
  while (at < text.length && !endsWord(text.charCodeAt(at))) at++;
  return at;
}

const kinds: Readonly<Record<string, ValueKind>> = {
  "{": "object",
  "[": "array",
  '"': "string",
  t: "boolean",
  f: "boolean",
  n: "null",
};

export function kindOf(index: JsonIndex, line: number): ValueKind {
  return kinds[index.text.charAt(valueStart(index, line))] ?? "number";
}

/** The number of members or items of a container; 0 for other values. */
export function countOf({ ends, places }: JsonIndex, line: number): number {
  const end = ends[line] ?? line;
  return end === line ? 0 : (places[end] ?? 0);
}

/** The lines of a container's values, in order; none for other values. */
export function* childrenOf({ ends }: JsonIndex, line: number): Generator<number> {
  const end = ends[line] ?? line;
  for (let child = line + 1; child < end; child = (ends[child] ?? child) + 1) yield child;
}

/** The line and its ancestors up to the root. */
export function withParents({ parents }: JsonIndex, line: number): readonly number[] {
  const lines = [line];
  for (let at = line; at > 0;) {
    at = parents[at] ?? 0;
    lines.push(at);
  }
  return lines;
}

/** The decoded text of a raw string; of an invalid one the raw text. */
export function stringOf(raw: string): string {
  if (!raw.includes("\\")) return raw.slice(1, -1);
  try {
    return String(JSON.parse(raw));
  } catch {
    return raw.slice(1, -1);
  }
}
