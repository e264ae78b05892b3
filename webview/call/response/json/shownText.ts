import { singleLine } from "../../../../src/shared/singleLine";
import { visible } from "../../../../src/shared/visible";
import { stringOf } from "./jsonLine";

/** A clipped text and the number of omitted characters. */
export interface ShownText {
  readonly text: string;
  readonly more: number;
}

/** Control characters and separators that JSON does not escape itself. */
const controls = /[\u007f-\u009f\u2028\u2029]/g;

/**
 * A raw value as single-line JSON. Only invisible characters of strings are escaped: servers write `<`
 * as `\u003c`.
 */
export function shownJson(raw: string, maxLength: number): ShownText {
  const { text, more } = clipped(raw, maxLength);
  if (!raw.startsWith('"')) return { text, more };
  return { text: escaped(JSON.stringify(stringOf(more > 0 ? `${text}"` : text))), more };
}

/** The decoded text of a raw string, on one line. */
export function shownString(raw: string, maxLength: number): string {
  const { text, more } = clipped(raw, maxLength);
  return singleLine(more > 0 ? `${stringOf(`${text}"`)}…` : stringOf(text));
}

/** Any text with its invisible characters escaped. */
export function escaped(text: string): string {
  return visible(text, escape).replace(controls, escape);
}

/** One escape per UTF-16 unit. */
function escape(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

function clipped(raw: string, maxLength: number): ShownText {
  if (raw.length <= maxLength) return { text: raw, more: 0 };
  const text = withoutBrokenEnd(raw.slice(0, maxLength));
  return { text, more: raw.length - text.length };
}

/** Removes a cut escape or surrogate pair. */
function withoutBrokenEnd(text: string): string {
  return text
    .replace(/(?<!\\)((?:\\\\)*)\\(?:u[\da-f]{0,3})?$/i, "$1")
    .replace(/[\ud800-\udbff]$/, "");
}
