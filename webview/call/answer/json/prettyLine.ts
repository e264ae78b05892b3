import { isCloser, type JsonIndex } from "./jsonIndex";
import { countOf, kindOf, rawKey, rawValue, type ValueKind } from "./jsonLine";
import { shownJson } from "./shownText";

/** A line of pretty-printed JSON. */
export interface PrettyLine {
  /** In levels, at most `maxIndent`. */
  readonly indent: number;
  /** With its quotes; undefined: there is none. */
  readonly key: string | undefined;
  readonly kind: ValueKind | "bracket";
  /** A bracket, or the value on one line. */
  readonly value: string;
  /** The number of omitted characters of the value. */
  readonly more: number;
  readonly comma: boolean;
}

const maxIndent = 200;

/** @param maxLength of keys and values, in characters. */
export function prettyLine(index: JsonIndex, line: number, maxLength = Infinity): PrettyLine {
  const indent = Math.min(maxIndent, index.depths[line] ?? 0);
  if (isCloser(index, line)) {
    const value = index.text.charAt(index.starts[line] ?? 0);
    const comma = hasNext(index, index.parents[line] ?? 0);
    return { indent, key: undefined, kind: "bracket", value, more: 0, comma };
  }
  const kind = kindOf(index, line);
  const key = shownKey(index, line, maxLength);
  if (index.ends[line] !== line) {
    const value = kind === "object" ? "{" : "[";
    return { indent, key, kind: "bracket", value, more: 0, comma: false };
  }
  const { text, more } = shownJson(compact(index, line, kind), maxLength);
  return { indent, key, kind, value: text, more, comma: hasNext(index, line) };
}

/** Lines written between two `yield`s. */
const step = 2000;

/** A whole value pretty-printed; yields regularly. */
export function* prettyText(index: JsonIndex, line: number): Generator<undefined, string> {
  const end = index.ends[line] ?? line;
  const base = Math.min(maxIndent, index.depths[line] ?? 0);
  const lines: string[] = [];
  for (let at = line; at <= end; at++) {
    const { indent, key, value, comma } = prettyLine(index, at);
    const name = key === undefined || at === line ? "" : `${key}: `;
    lines.push(`${"  ".repeat(indent - base)}${name}${value}${comma && at !== end ? "," : ""}`);
    if (at % step === 0) yield;
  }
  return lines.join("\n");
}

function shownKey(index: JsonIndex, line: number, maxLength: number): string | undefined {
  const raw = rawKey(index, line);
  if (raw === undefined) return undefined;
  const { text, more } = shownJson(raw, maxLength);
  return more > 0 ? `${text}…` : text;
}

/** A value on one line, without spaces in an empty container. */
function compact(index: JsonIndex, line: number, kind: ValueKind): string {
  if (kind === "object") return "{}";
  if (kind === "array") return "[]";
  return rawValue(index, line);
}

function hasNext(index: JsonIndex, line: number): boolean {
  if (line === 0) return false;
  const container = index.parents[line] ?? 0;
  return (index.places[line] ?? 0) + 1 < countOf(index, container);
}
