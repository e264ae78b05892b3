/**
 * Text of a server on one line of ours: control characters become spaces, and marks that turn the
 * direction of writing go, for they could make one name look like another.
 */
export function singleLine(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}
