import { visible } from "./visible";

/**
 * Text of a server on one line of ours: control characters become spaces, and what cannot be seen is shown,
 * for it could make one name look like another.
 */
export function singleLine(text: string): string {
  return visible(text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " "));
}
