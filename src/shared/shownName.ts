import { clip } from "./clip";
import { singleLine } from "./singleLine";
import { codePoint } from "./visible";

const maxLength = 120;

/** Blanks that look like a space, or nearly so. */
const otherSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;

/** Up to `maxLength` characters of which each is plainly seen: most names, in the hot path of statuses. */
const plainName = /^[!-~\u4e00-\u9fff](?:[ -~\u4e00-\u9fff]{0,118}[!-~\u4e00-\u9fff])?$/;

/** A name of anybody's choosing, as it is shown anywhere: on one line, and never so long that it fills a view. */
export function shownName(text: string): string {
  if (plainName.test(text)) return text;
  // So that it takes no time either, however long it is.
  const line = singleLine(text.trim().slice(0, 2 * maxLength)).trim();
  return clip(line.replace(otherSpaces, codePoint), maxLength);
}
