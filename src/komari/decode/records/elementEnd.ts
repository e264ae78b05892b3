import {
  backslash,
  closeBrace,
  closeBracket,
  comma,
  isBlank,
  openBrace,
  openBracket,
  quote,
} from "../../../json/bytes";

/**
 * Finds where an element of a list ends, in bytes that may come in pieces. Looks at texts and
 * brackets only: whether what it finds is JSON remains to be seen.
 */
export class ElementEnd {
  #depth = 0;
  #inText = false;
  #escaped = false;

  /** The index behind the element that began at `at` or before; -1 when it goes on in the next bytes. */
  find(bytes: Buffer, at: number): number {
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      const end = this.#inText ? this.#afterText(byte, at) : this.#after(byte, at);
      if (end < 0) continue;
      this.#depth = 0;
      return end;
    }
    return -1;
  }

  #afterText(byte: number, at: number): number {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) {
      this.#inText = false;
      if (this.#depth === 0) return at + 1;
    }
    return -1;
  }

  #after(byte: number, at: number): number {
    if (byte === quote) this.#inText = true;
    else if (byte === openBrace || byte === openBracket) this.#depth++;
    else if (byte === closeBrace || byte === closeBracket) {
      if (this.#depth === 0) return at;
      if (--this.#depth === 0) return at + 1;
    } else if (this.#depth === 0 && (byte === comma || isBlank(byte))) return at;
    return -1;
  }
}
