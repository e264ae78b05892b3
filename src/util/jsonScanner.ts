import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  isBlank,
  openBrace,
  openBracket,
  quote,
  space,
} from "./ascii";
import { escapeStart, escapeStep } from "./escapeSteps";
import { type JsonVisitor } from "./jsonVisitor";
import { isWholeNumber, numberStart, numberStep } from "./numberSteps";

/** Go neither reads nor writes more; nor would anybody. */
const maxNesting = 10_000;

/** Between values: what may come next. */
const forValue = 0;
const forItemOrEnd = 1;
const forKeyOrEnd = 2;
const forKey = 3;
const forColon = 4;
const forCommaOrEnd = 5;
const forNothing = 6;
/** Within them. */
const inText = 7;
const inEscape = 8;
const inNumber = 9;
const inWord = 10;
const broken = 11;

const words: ReadonlyMap<number, string> = new Map(
  ["true", "false", "null"].map((word) => [word.charCodeAt(0), word]),
);

/**
 * Reads a JSON text in bytes that may be cut anywhere, and reports what is where. As strict as
 * JSON.parse, but for what is nested deeper than `maxNesting`, which it does not take for JSON.
 */
export class JsonScanner {
  readonly #visitor: JsonVisitor;
  #state = forValue;
  /** Bytes before those at hand. */
  #base = 0;
  #depth = 0;
  /** Of what is open: whether it is an object. */
  readonly #isObject = new Uint8Array(maxNesting + 1);
  /** Values in deeper ones than this are not reported. */
  #reportedDepth = maxNesting;
  #isKey = false;
  /** Where the text at hand begins, and what of it came with earlier bytes. */
  #textStart = 0;
  #pieces: Buffer[] = [];
  /** How far an escape, a number or a word has come. */
  #escape = 0;
  #number = 0;
  #word = "";
  #wordAt = 0;

  constructor(visitor: JsonVisitor) {
    this.#visitor = visitor;
  }

  /** False once it is clear that it is not JSON; nothing is reported any more. */
  scan(bytes: Buffer): boolean {
    this.#textStart = 0;
    let at = 0;
    while (at < bytes.length && this.#state !== broken) at = this.#step(bytes, at);
    const inKey = this.#isKey && (this.#state === inText || this.#state === inEscape);
    // Copied, so that a piece does not keep all the bytes it came with.
    if (inKey && this.#isHeard) this.#pieces.push(Buffer.from(bytes.subarray(this.#textStart)));
    this.#base += bytes.length;
    return this.#state !== broken;
  }

  /** The text is over: whether it was JSON. */
  end(): boolean {
    if (this.#state === inNumber) this.#endNumber(0);
    return this.#state === forNothing;
  }

  /** Whether the visitor wants what is here to be reported. */
  get #isHeard(): boolean {
    return this.#depth <= this.#reportedDepth;
  }

  #step(bytes: Buffer, at: number): number {
    switch (this.#state) {
      case inText:
        return this.#inText(bytes, at);
      case inEscape:
        return this.#inEscape(bytes[at] ?? 0, at);
      case inNumber:
        return this.#inNumber(bytes, at);
      case inWord:
        return this.#inWord(bytes, at);
      default:
        return this.#between(bytes, at);
    }
  }

  #between(bytes: Buffer, at: number): number {
    while (at < bytes.length && this.#state < inText) {
      const byte = bytes[at] ?? 0;
      if (byte === quote) at = this.#openText(bytes, at);
      else if (byte === comma) at = this.#separate(at);
      else if (byte === colon && this.#state === forColon) {
        this.#state = forValue;
        at++;
      } else if (byte === openBrace || byte === openBracket) at = this.#open(byte, at);
      else if (byte === closeBrace || byte === closeBracket) at = this.#close(byte, at);
      else if (isBlank(byte)) at++;
      else at = this.#openScalar(bytes, at);
    }
    return at;
  }

  #openText(bytes: Buffer, at: number): number {
    this.#isKey = this.#state === forKey || this.#state === forKeyOrEnd;
    if (!this.#isKey && !this.#begin(quote, at)) return this.#break();
    this.#textStart = at;
    this.#state = inText;
    return this.#inText(bytes, at + 1);
  }

  #separate(at: number): number {
    if (this.#state !== forCommaOrEnd) return this.#break();
    this.#state = this.#isObject[this.#depth] === 1 ? forKey : forValue;
    return at + 1;
  }

  #openScalar(bytes: Buffer, at: number): number {
    const byte = bytes[at] ?? 0;
    const step = numberStep(numberStart, byte);
    const word = step === 0 ? words.get(byte) : "";
    if (word === undefined || !this.#begin(byte, at)) return this.#break();
    if (step === 0) {
      this.#state = inWord;
      this.#word = word;
      this.#wordAt = 1;
      return this.#inWord(bytes, at + 1);
    }
    this.#state = inNumber;
    this.#number = step;
    return this.#inNumber(bytes, at + 1);
  }

  #open(byte: number, at: number): number {
    if (this.#depth === maxNesting || !this.#begin(byte, at)) return this.#break();
    const isObject = byte === openBrace;
    this.#isObject[++this.#depth] = isObject ? 1 : 0;
    this.#state = isObject ? forKeyOrEnd : forItemOrEnd;
    return at + 1;
  }

  #close(byte: number, at: number): number {
    const isObject = byte === closeBrace;
    const mayBeEmpty = this.#state === (isObject ? forKeyOrEnd : forItemOrEnd);
    const isOpen = this.#depth > 0 && (this.#isObject[this.#depth] === 1) === isObject;
    if (!isOpen || !(mayBeEmpty || this.#state === forCommaOrEnd)) return this.#break();
    this.#depth--;
    if (this.#depth === this.#reportedDepth) this.#reportedDepth = maxNesting;
    return this.#endValue(at + 1);
  }

  /** Whether a value may stand here. */
  #begin(byte: number, at: number): boolean {
    if (this.#state !== forValue && this.#state !== forItemOrEnd) return false;
    if (this.#isHeard && !this.#visitor.onValue(this.#base + at, byte)) {
      if (byte === openBrace || byte === openBracket) this.#reportedDepth = this.#depth;
    }
    return true;
  }

  #endValue(at: number): number {
    if (this.#isHeard) this.#visitor.onEnd(this.#base + at);
    this.#state = this.#depth === 0 ? forNothing : forCommaOrEnd;
    return at;
  }

  #inText(bytes: Buffer, at: number): number {
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === quote) return this.#endText(bytes, at + 1);
      if (byte === backslash) {
        this.#state = inEscape;
        this.#escape = escapeStart;
        return at + 1;
      }
      if (byte < space) return this.#break();
    }
    return at;
  }

  #endText(bytes: Buffer, at: number): number {
    if (!this.#isKey) return this.#endValue(at);
    this.#state = forColon;
    if (!this.#isHeard) return at;
    if (this.#pieces.length === 0) this.#visitor.onKey(bytes, this.#textStart, at);
    else {
      const key = Buffer.concat([...this.#pieces, bytes.subarray(0, at)]);
      this.#pieces = [];
      this.#visitor.onKey(key, 0, key.length);
    }
    return at;
  }

  #inEscape(byte: number, at: number): number {
    this.#escape = escapeStep(this.#escape, byte);
    if (this.#escape < 0) return this.#break();
    if (this.#escape === 0) this.#state = inText;
    return at + 1;
  }

  #inNumber(bytes: Buffer, at: number): number {
    let step = this.#number;
    for (; at < bytes.length; at++) {
      const next = numberStep(step, bytes[at] ?? 0);
      if (next === 0) {
        this.#number = step;
        return this.#endNumber(at);
      }
      step = next;
    }
    this.#number = step;
    return at;
  }

  #endNumber(at: number): number {
    return isWholeNumber(this.#number) ? this.#endValue(at) : this.#break();
  }

  #inWord(bytes: Buffer, at: number): number {
    for (; at < bytes.length; at++) {
      if (bytes[at] !== this.#word.charCodeAt(this.#wordAt)) return this.#break();
      if (++this.#wordAt === this.#word.length) return this.#endValue(at + 1);
    }
    return at;
  }

  /** No further byte is looked at. */
  #break(): number {
    this.#state = broken;
    return Infinity;
  }
}
