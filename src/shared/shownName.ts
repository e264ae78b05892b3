import { clip } from "./clip";
import { singleLine } from "./singleLine";
import { codePoint } from "./visible";

const maxLength = 120;

/** Blanks that look like a space, or nearly so. */
const otherSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;

/** A name of anybody's choosing, as it is shown anywhere: on one line, and never so long that it fills a view. */
export function shownName(text: string): string {
  // So that it takes no time either, however long it is.
  const line = singleLine(text.trim().slice(0, 2 * maxLength)).trim();
  return clip(line.replace(otherSpaces, codePoint), maxLength);
}
