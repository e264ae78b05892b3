import { backslash, quote, space } from "../../../json/bytes";

/**
 * Where the text ends that begins at `at`, behind its opening quote: the index of the closing quote.
 * -1 for a text that is not over before `limit`, or has escapes or characters that JSON forbids.
 */
export function plainTextEnd(bytes: Buffer, at: number, limit: number): number {
  for (; at < limit; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === quote) return at;
    if (byte === backslash || byte < space) return -1;
  }
  return -1;
}

/** Gives equal bytes the same string, which is decoded once: rows name few nodes, but each again. */
export class TextPool {
  readonly #texts = new Map<number, { readonly bytes: Buffer; readonly text: string }[]>();

  text(bytes: Buffer, start: number, end: number): string {
    const hash = hashOf(bytes, start, end);
    let bucket = this.#texts.get(hash);
    if (bucket === undefined) {
      bucket = [];
      this.#texts.set(hash, bucket);
    }
    for (const known of bucket) if (isAt(known.bytes, bytes, start, end)) return known.text;
    const copy = Buffer.from(bytes.subarray(start, end));
    const text = copy.toString("utf8");
    bucket.push({ bytes: copy, text });
    return text;
  }
}

/** FNV-1a, to 31 bits. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 1;
}

/** Whether these bytes stand there. */
export function isAt(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let index = 0; index < known.length; index++) {
    if (known[index] !== bytes[start + index]) return false;
  }
  return true;
}
