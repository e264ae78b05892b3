import { Buffer } from "node:buffer";
import { backslash, colon, isBlank, quote } from "../../util/ascii";

/** From where to where, in bytes. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const slash = 0x2f;
const apostrophe = 0x27;
/** A string with more places to look at is one secret: nobody should wait for it. */
const maxPlaces = 5000;
const none: readonly ByteRange[] = [];
/** Longer than names and passwords are, so that no text is read again and again. */
const maxName = 64;
const maxUserInfo = 512;

/**
 * Finds secrets inside the strings of a JSON text: `?token=…` of a URL or a command, `user:…@` of a
 * URL or DSN, and `{"token":"…"}` where JSON is written as a string.
 */
export class EmbeddedSecrets {
  readonly #assignments: Occurrences;
  readonly #members: Occurrences;
  readonly #logins: Occurrences;
  /** The nearest place of any of these: most strings end before it. */
  #nearest: number;

  constructor(
    private readonly json: Buffer,
    private readonly isSecret: (name: string) => boolean,
  ) {
    this.#assignments = new Occurrences(json, "=");
    this.#members = new Occurrences(json, '\\":');
    this.#logins = new Occurrences(json, "@");
    this.#nearest = this.#findNearest();
  }

  /** In order, none within another. Strings are asked about in order; the bounds are those of its quotes. */
  in(start: number, end: number): readonly ByteRange[] {
    if (end <= this.#nearest) return none;
    const assignments = this.#assignments.in(start, end);
    const members = this.#members.in(start, end);
    const logins = this.#logins.in(start, end);
    this.#nearest = this.#findNearest();
    const places = assignments.length + members.length + logins.length;
    if (places > maxPlaces) return [{ start: start + 1, end: end - 1 }];
    return inOrder([
      ...assignments.map((place) => this.#assigned(place, start, end)),
      ...members.map((place) => this.#member(place, start, end)),
      ...logins.map((place) => this.#password(place, start)),
    ]);
  }

  #findNearest(): number {
    return Math.min(this.#assignments.next, this.#members.next, this.#logins.next);
  }

  #assigned(place: number, start: number, end: number): ByteRange | undefined {
    if (!this.#isSecretName(place, start)) return undefined;
    const from = place + 1 + this.#quoteAt(place + 1);
    return { start: from, end: this.#until(from, end - 1, isDelimiter) };
  }

  /** Behind a name are its quote and the colon. */
  #member(place: number, start: number, end: number): ByteRange | undefined {
    const { json } = this;
    if (!this.#isSecretName(place, start)) return undefined;
    let from = place + 3;
    while (isBlank(json[from] ?? 0)) from++;
    if (json[from] !== backslash || json[from + 1] !== quote) return undefined;
    from += 2;
    let to = from;
    while (to < end - 1 && !(json[to] === backslash && json[to + 1] === quote)) {
      // A quote within the inner string is \\\" here.
      to += json[to] !== backslash ? 1 : json[to + 2] === backslash ? 4 : 2;
    }
    return { start: from, end: Math.min(to, end - 1) };
  }

  /** `//user:password@`, and `user:password@tcp(` of the DSN of a Go program. */
  #password(place: number, start: number): ByteRange | undefined {
    const { json } = this;
    let [from, first] = [place, -1];
    while (from > start + 1 && place - from < maxUserInfo && isUserInfo(json[from - 1] ?? 0)) {
      from--;
      if (json[from] === colon) first = from;
    }
    const isUrl = json[from - 1] === slash && json[from - 2] === slash;
    const isDsn = /^@(?:tcp|unix)\(/.test(json.toString("latin1", place, place + 6));
    return first >= 0 && (isUrl || isDsn) ? { start: first + 1, end: place } : undefined;
  }

  #isSecretName(place: number, start: number): boolean {
    let from = place;
    while (from > start + 1 && place - from < maxName && isNameByte(this.json[from - 1] ?? 0)) {
      from--;
    }
    return from < place && this.isSecret(this.json.toString("latin1", from, place));
  }

  #quoteAt(place: number): number {
    if (this.json[place] === apostrophe) return 1;
    return this.json[place] === backslash && this.json[place + 1] === quote ? 2 : 0;
  }

  #until(from: number, end: number, ends: (byte: number) => boolean): number {
    let to = from;
    while (to < end && !ends(this.json[to] ?? 0)) to++;
    return to;
  }
}

/** So much is searched at once: a text of many megabytes holds nobody up. */
const windowBytes = 256 * 1024;

/** Where a text occurs, asked about in order: each part is searched once. */
class Occurrences {
  #next = 0;
  /** At `next` is one, and not only the end of what has been searched. */
  #isFound = false;

  constructor(
    private readonly json: Buffer,
    private readonly text: string,
  ) {
    this.#search(0);
  }

  /** There is none before it. */
  get next(): number {
    return this.#next;
  }

  /** No more of them than make a string one secret. */
  in(start: number, end: number): readonly number[] {
    const found: number[] = [];
    if (this.#next < start) this.#search(start);
    while (this.#next < end) {
      const place = this.#next;
      if (this.#isFound) found.push(place);
      this.#search(found.length > maxPlaces ? end : this.#isFound ? place + 1 : place);
    }
    return found;
  }

  #search(from: number): void {
    const { json, text } = this;
    const end = from + windowBytes;
    const place = json.subarray(from, end + text.length - 1).indexOf(text, 0, "latin1");
    this.#isFound = place >= 0;
    if (place >= 0) this.#next = from + place;
    else this.#next = end < json.length ? end : Infinity;
  }
}

/** Without those that are empty, or within another. */
function inOrder(ranges: readonly (ByteRange | undefined)[]): readonly ByteRange[] {
  let last = -1;
  return ranges
    .flatMap((range) => (range === undefined || range.end <= range.start ? [] : [range]))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ start, end }) => {
      if (start < last) return false;
      last = end;
      return true;
    });
}

/** Of a value in a query, a command or a DSN. */
function isDelimiter(byte: number): boolean {
  return isBlank(byte) || delimiters.has(byte);
}

const delimiters = new Set(Buffer.from("&\"'\\;,)<>|`"));

function isNameByte(byte: number): boolean {
  return /[\w-]/.test(String.fromCharCode(byte));
}

function isUserInfo(byte: number): boolean {
  return !isBlank(byte) && !behindUserInfo.has(byte);
}

const behindUserInfo = new Set(Buffer.from('/?#"\\'));
