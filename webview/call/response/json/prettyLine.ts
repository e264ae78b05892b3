import { printJson } from "../../../../src/json/printer";
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

/** A whole value pretty-printed; yields regularly. */
export function prettyText(index: JsonIndex, line: number): Generator<undefined, string> {
  const write = (raw: string) => shownJson(raw, Infinity).text;
  return printJson(rawValue(index, line), { maxIndent, writeKey: write, writeValue: write });
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
