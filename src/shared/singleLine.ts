import { codePoint, visible } from "./visible";

/**
 * Text of a server on one line of ours: tabs and breaks become spaces, and what cannot be seen is shown, for it
 * could make one name look like another.
 */
export function singleLine(text: string): string {
  const line = text.replace(/[\t-\r\u0085\p{Zl}\p{Zp}]+/gu, " ");
  return visible(line).replace(/\p{Cc}/gu, codePoint);
}
