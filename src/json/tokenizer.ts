import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  dot,
  isBlank,
  minus,
  nine,
  openBrace,
  openBracket,
  quote,
  space,
  zero,
} from "./bytes";

/** What is reported of a JSON text. Places are bytes, counted from its beginning. */
export interface JsonVisitor {
  /** The name of a member: in its quotes, as written, from `start` to `end` of these bytes. */
  onKey(bytes: Uint8Array, start: number, end: number): void;
  /** A value begins, with this byte. Returns whether what is in it is to be reported. */
  onValue(at: number, byte: number): boolean;
  /** The value that began last, of those still open, is over; `at` is behind it. */
  onEnd(at: number): void;
}

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
 * Incremental JSON tokenizer over chunked bytes (SAX style): reports keys and values with their offsets to a visitor. As
 * strict as JSON.parse, and rejects what is nested deeper than `maxNesting`.
 */
export class JsonTokenizer {
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
  #pieces: Uint8Array[] = [];
  /** How far an escape, a number or a word has come. */
  #escape = 0;
  #number = 0;
  #word = "";
  #wordAt = 0;

  constructor(visitor: JsonVisitor) {
    this.#visitor = visitor;
  }

  /** False once it is clear that it is not JSON; nothing is reported any more. */
  scan(bytes: Uint8Array): boolean {
    this.#textStart = 0;
    let at = 0;
    while (at < bytes.length && this.#state !== broken) at = this.#step(bytes, at);
    const inKey = this.#isKey && (this.#state === inText || this.#state === inEscape);
    // Copied, so that a piece does not keep all the bytes it came with.
    if (inKey && this.#isReported)
      this.#pieces.push(new Uint8Array(bytes.subarray(this.#textStart)));
    this.#base += bytes.length;
    return this.#state !== broken;
  }

  /** The text is over: whether it was JSON. */
  end(): boolean {
    if (this.#state === inNumber) this.#endNumber(0);
    return this.#state === forNothing;
  }

  /** Whether the visitor wants what is here to be reported. */
  get #isReported(): boolean {
    return this.#depth <= this.#reportedDepth;
  }

  #step(bytes: Uint8Array, at: number): number {
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

  #between(bytes: Uint8Array, at: number): number {
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

  #openText(bytes: Uint8Array, at: number): number {
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

  #openScalar(bytes: Uint8Array, at: number): number {
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
    if (this.#isReported && !this.#visitor.onValue(this.#base + at, byte)) {
      if (byte === openBrace || byte === openBracket) this.#reportedDepth = this.#depth;
    }
    return true;
  }

  #endValue(at: number): number {
    if (this.#isReported) this.#visitor.onEnd(this.#base + at);
    this.#state = this.#depth === 0 ? forNothing : forCommaOrEnd;
    return at;
  }

  #inText(bytes: Uint8Array, at: number): number {
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

  #endText(bytes: Uint8Array, at: number): number {
    if (!this.#isKey) return this.#endValue(at);
    this.#state = forColon;
    if (!this.#isReported) return at;
    if (this.#pieces.length === 0) this.#visitor.onKey(bytes, this.#textStart, at);
    else {
      const key = joined([...this.#pieces, bytes.subarray(0, at)]);
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

  #inNumber(bytes: Uint8Array, at: number): number {
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

  #inWord(bytes: Uint8Array, at: number): number {
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

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function codesOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

const letters: ReadonlySet<number> = codesOf('"\\/bfnrt');
const hexDigits: ReadonlySet<number> = codesOf("0123456789abcdefABCDEF");
const lowerU = 0x75;
const hexLength = 4;

/** Behind the backslash of an escape in a text of JSON. */
const escapeStart = hexLength + 1;

/** How many bytes an escape has left after one more; -1 where that is not of any. */
function escapeStep(left: number, byte: number): number {
  if (left <= hexLength) return hexDigits.has(byte) ? left - 1 : -1;
  if (byte === lowerU) return hexLength;
  return letters.has(byte) ? 0 : -1;
}

/**
 * How a number of JSON goes on, one row for each point that it may have come to, one column for each
 * kind of byte: any other, 0, 1 to 9, -, +, ., e. What stands there is the next row; 0: it cannot go
 * on like this.
 */
const numberRows = [
  [0, 0, 0, 0, 0, 0, 0],
  /* 1: nothing yet */ [0, 3, 4, 2, 0, 0, 0],
  /* 2: a minus */ [0, 3, 4, 0, 0, 0, 0],
  /* 3: a leading 0 */ [0, 0, 0, 0, 0, 5, 7],
  /* 4: whole digits */ [0, 4, 4, 0, 0, 5, 7],
  /* 5: a point */ [0, 6, 6, 0, 0, 0, 0],
  /* 6: decimals */ [0, 6, 6, 0, 0, 0, 7],
  /* 7: an e */ [0, 9, 9, 8, 8, 0, 0],
  /* 8: the sign behind it */ [0, 9, 9, 0, 0, 0, 0],
  /* 9: its digits */ [0, 9, 9, 0, 0, 0, 0],
] as const;
const numberColumnCount = 7;
const numberSteps = Uint8Array.from(numberRows.flat());
const numberColumns = Uint8Array.from({ length: 256 }, (_, byte) => columnOf(byte));

/** Before the first byte of a number. */
const numberStart = 1;

/** Where a number stands after one more byte; 0 where that is not of it. */
function numberStep(step: number, byte: number): number {
  return numberSteps[step * numberColumnCount + (numberColumns[byte] ?? 0)] ?? 0;
}

/** Whether a number may end here. */
function isWholeNumber(step: number): boolean {
  return step === 3 || step === 4 || step === 6 || step === 9;
}

function columnOf(byte: number): number {
  if (byte === zero) return 1;
  if (byte > zero && byte <= nine) return 2;
  switch (byte) {
    case minus:
      return 3;
    case 0x2b:
      return 4;
    case dot:
      return 5;
    case 0x65:
    case 0x45:
      return 6;
    default:
      return 0;
  }
}
