import { singleLine } from "../../../../src/shared/singleLine";
import { visible } from "../../../../src/shared/visible";
import { stringOf } from "./jsonLine";

/** A text as it is shown, and how many characters of it are not. */
export interface ShownText {
  readonly text: string;
  readonly more: number;
}

/** Controls and separators; JSON itself has escapes for the others. */
const controls = /[\u007f-\u009f\u2028\u2029]/g;

/**
 * A raw value as JSON in one line. Of strings all is escaped that cannot be seen, and nothing else:
 * servers write `<` as `\u003c`.
 */
export function shownJson(raw: string, longest: number): ShownText {
  const { text, more } = clipped(raw, longest);
  if (!raw.startsWith('"')) return { text, more };
  return { text: escaped(JSON.stringify(stringOf(more > 0 ? `${text}"` : text))), more };
}

/** What a raw string says, in one line. */
export function shownString(raw: string, longest: number): string {
  const { text, more } = clipped(raw, longest);
  return singleLine(more > 0 ? `${stringOf(`${text}"`)}…` : stringOf(text));
}

/** Any text in one line, with escapes for all that cannot be seen. */
export function escaped(text: string): string {
  return visible(text, escape).replace(controls, escape);
}

/** One escape for each unit of the character. */
function escape(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

function clipped(raw: string, longest: number): ShownText {
  if (raw.length <= longest) return { text: raw, more: 0 };
  const text = withoutBrokenEnd(raw.slice(0, longest));
  return { text, more: raw.length - text.length };
}

/** An escape or a character of two units must not be cut in two. */
function withoutBrokenEnd(text: string): string {
  return text
    .replace(/(?<!\\)((?:\\\\)*)\\(?:u[\da-f]{0,3})?$/i, "$1")
    .replace(/[\ud800-\udbff]$/, "");
}
