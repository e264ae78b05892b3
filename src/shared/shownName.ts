import { clip } from "./clip";
import { singleLine } from "./singleLine";

const maxLength = 120;

/** A name of anybody's choosing, as it is shown anywhere: on one line, and never so long that it fills a view. */
export function shownName(text: string): string {
  // So that it takes no time either, however long it is.
  return clip(singleLine(text.trim().slice(0, 2 * maxLength)).trim(), maxLength);
}
