import { Buffer } from "node:buffer";
import { backslash, colon, isBlank, quote } from "../../json/bytes";
import { maxPlaces, Occurrences } from "./occurrences";

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const slash = 0x2f;
const space = 0x20;
const apostrophe = 0x27;
const none: readonly ByteRange[] = [];
/** Names and passwords are shorter; limits bound the backward search. */
const maxName = 64;
const maxUserInfo = 512;

/** Tokens of agents are longer; names of images and files are not all of it letters and digits. */
const agentToken = /^[A-Za-z0-9]{16,}/;

const maxIndent = 32;
/** Quotes begin a string, and \n a line; a dash is that of a list. */
const lineStart = /(?:"|\\n)(?:[ -]|\\t)*([\w-]+)$/;
const plainWord = /^(?:[a-z]*|.*[\x80-\xff].*)[.,:!]?$/;

type Find = (place: number, start: number, end: number) => ByteRange | undefined;

/**
 * Finds secrets inside the strings of a JSON text: `?token=…` of a URL or a command, `--token …` of a
 * command and `-t …` of an agent's, `user:…@` of a URL or DSN, `Authorization: Bearer …`, `password: …` of a file, the path of
 * Telegram's bots, private keys, and `{"token":"…"}` where JSON is written as a string.
 */
export class EmbeddedSecrets {
  readonly #kinds: readonly (readonly [Occurrences, Find])[];
  /** The nearest place of any of these: most strings end before it. */
  #nearest: number;

  constructor(
    private readonly json: Buffer,
    private readonly isSecret: (name: string) => boolean,
  ) {
    const finds: readonly (readonly [string, Find])[] = [
      ["=", (...at) => this.#assigned(...at)],
      ['\\":', (...at) => this.#member(...at)],
      [": ", (...at) => this.#entry(...at)],
      ["@", (place, start) => this.#password(place, start)],
      [" --", (place, _start, end) => this.#flag(place + 3, end)],
      [" -t ", (...at) => this.#agentToken(...at)],
      ["uthorization:", (...at) => this.#header(...at)],
      ["earer ", (place, _start, end) => this.#value(place + 6, end)],
      ["/bot", (...at) => this.#bot(...at)],
      ["PRIVATE KEY-----", (...at) => this.#privateKey(...at)],
    ];
    this.#kinds = finds.map(([text, find]) => [new Occurrences(json, text), find] as const);
    this.#nearest = this.#findNearest();
  }

  /** Sorted and disjoint. Call with strings in order; the bounds are those of the quotes. */
  in(start: number, end: number): readonly ByteRange[] {
    if (end <= this.#nearest) return none;
    const found = this.#kinds.map(([kind, find]) => [kind.in(start, end), find] as const);
    this.#nearest = this.#findNearest();
    const places = found.reduce((sum, [all]) => sum + all.length, 0);
    if (places > maxPlaces) return [{ start: start + 1, end: end - 1 }];
    return inOrder(found.flatMap(([all, find]) => all.map((place) => find(place, start, end))));
  }

  #findNearest(): number {
    return Math.min(...this.#kinds.map(([kind]) => kind.next));
  }

  #assigned(place: number, start: number, end: number): ByteRange | undefined {
    if (!this.#isSecretName(place, start)) return undefined;
    return this.#value(place + 1, end);
  }

  /** A word, or all that is between quotes. */
  #value(at: number, end: number): ByteRange {
    const { json } = this;
    const quotes = json[at] === apostrophe ? "'" : isEscapedQuote(json, at) ? '\\"' : "";
    const from = at + quotes.length;
    const word = { start: from, end: this.#until(from, end - 1, isDelimiter) };
    if (quotes === "") return word;
    const to = json.subarray(from, end - 1).indexOf(quotes, 0, "latin1");
    return to < 0 ? word : { start: from, end: from + to };
  }

  /** `password: …` of a file, at the beginning of a line. A plain word is one of a sentence. */
  #entry(place: number, start: number, end: number): ByteRange | undefined {
    const { json } = this;
    let from = place;
    while (from > start + 1 && place - from < maxName && isNameByte(json[from - 1] ?? 0)) from--;
    const line = json.toString("latin1", Math.max(start, from - maxIndent), place);
    const name = lineStart.exec(line)?.[1];
    if (name === undefined || !this.isSecret(name)) return undefined;
    const value = this.#value(place + 2, end);
    const text = json.toString("latin1", value.start, value.end);
    return plainWord.test(text) ? undefined : value;
  }

  /** @param at of its name. */
  #flag(at: number, end: number): ByteRange | undefined {
    const { json } = this;
    const nameEnd = this.#until(at, Math.min(end - 1, at + maxName), isNoNameByte);
    const isSecret = this.isSecret(json.toString("latin1", at, nameEnd));
    return isSecret && json[nameEnd] === space ? this.#value(nameEnd + 1, end) : undefined;
  }

  #agentToken(place: number, _start: number, end: number): ByteRange | undefined {
    const value = this.#value(place + 4, end);
    const text = this.json.toString("latin1", value.start, value.end);
    return agentToken.exec(text)?.[0] === text && /\d/.test(text) ? value : undefined;
  }

  /** But for the scheme: `Basic`. */
  #header(place: number, _start: number, end: number): ByteRange {
    const { json } = this;
    let from = place + "uthorization:".length;
    while (json[from] === space) from++;
    const to = this.#until(from, end - 1, isQuoteOrEscape);
    const scheme = /^[A-Za-z]+ +/.exec(json.toString("latin1", from, Math.min(to, from + maxName)));
    return { start: from + (scheme?.[0].length ?? 0), end: to };
  }

  /** `/bot123:…/`. */
  #bot(place: number, _start: number, end: number): ByteRange | undefined {
    const { json } = this;
    const from = this.#until(place + 4, end - 1, (byte) => !isDigit(byte));
    if (from === place + 4 || json[from] !== colon) return undefined;
    return { start: from + 1, end: this.#until(from + 1, end - 1, (byte) => !isNameByte(byte)) };
  }

  #privateKey(place: number, start: number, end: number): ByteRange | undefined {
    const { json } = this;
    const before = json.toString("latin1", Math.max(start, place - maxName), place);
    if (!/-----BEGIN [A-Z ]*$/.test(before)) return undefined;
    const from = place + "PRIVATE KEY-----".length;
    const to = json.subarray(from, end - 1).indexOf("-----END", 0, "latin1");
    return { start: from, end: to < 0 ? end - 1 : from + to };
  }

  /** A name is followed by its quote and a colon. */
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

  #until(from: number, end: number, ends: (byte: number) => boolean): number {
    let to = from;
    while (to < end && !ends(this.json[to] ?? 0)) to++;
    return to;
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

/** Ends a value in a query, a command or a DSN. */
function isDelimiter(byte: number): boolean {
  return isBlank(byte) || delimiters.has(byte);
}

const delimiters = new Set(Buffer.from("&\"'\\;,)<>|`"));

function isEscapedQuote(json: Buffer, at: number): boolean {
  return json[at] === backslash && json[at + 1] === quote;
}

function isQuoteOrEscape(byte: number): boolean {
  return byte === quote || byte === apostrophe || byte === backslash;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isNoNameByte(byte: number): boolean {
  return !isNameByte(byte);
}

function isNameByte(byte: number): boolean {
  return /[\w-]/.test(String.fromCharCode(byte));
}

function isUserInfo(byte: number): boolean {
  return !isBlank(byte) && !behindUserInfo.has(byte);
}

const behindUserInfo = new Set(Buffer.from('/?#"\\'));
