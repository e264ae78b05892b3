import { parseJson } from "../../../util/json";
import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  isBlank,
  nine,
  openBrace,
  openBracket,
  quote,
  zero,
} from "../../../json/bytes";

/** What an envelope says of the rows in it. */
interface EnvelopeEvents {
  /** Rows seen before are void: JSON.parse, too, keeps the last of two fields of one name. */
  onRestart(): void;
  /** A list of rows begins: those of a node, or undefined if they name their nodes themselves. */
  onRows(uuid: string | undefined): void;
}

/** The objects on the way to the rows: the response, its result, the map of its records. */
const inEnvelope = 1;
const inResult = 2;
const inRecords = 3;

/**
 * Finds the lists of rows in the response to common:getRecords, in bytes that may be cut anywhere:
 * `{"result":{"records":[…]}}` or `{"result":{"records":{uuid:[…]}}}` in whatever order, among
 * whatever else. It checks nothing: the envelope is parsed when the rows are out of it.
 */
export class EnvelopeScanner {
  readonly #events: EnvelopeEvents;
  #count: number | undefined;
  /** 0 before the response, -1 behind it or where there is none. */
  #level = 0;
  #isResponse = false;
  /** How many brackets are open within a value that does not lead to rows. */
  #nested = 0;
  #inText = false;
  #escaped = false;
  /** The last text of this level, in its quotes. */
  #text: Buffer[] = [];
  #key: string | undefined;

  constructor(events: EnvelopeEvents) {
    this.#events = events;
  }

  /** How many rows there are to be, if the server has said so by now. Only its word. */
  get count(): number | undefined {
    return this.#count;
  }

  /** Whether the body is an object, as a response has to be for its rows to be found. */
  get isResponse(): boolean {
    return this.#isResponse;
  }

  /** The index behind the bracket that opens a list of rows, else the length of `bytes`. Goes on at the closing one. */
  scan(bytes: Buffer, start: number): number {
    let textStart = start;
    for (let at = start; at < bytes.length && this.#level >= 0; at++) {
      const byte = bytes[at] ?? 0;
      if (this.#inText) {
        if (this.#endsText(byte)) this.#keepText(bytes, textStart, at + 1);
      } else if (byte === quote) {
        this.#inText = true;
        this.#text = [];
        textStart = at;
      } else if (byte === openBrace || byte === openBracket) {
        if (this.#opensRows(byte)) return at + 1;
      } else this.#sign(byte);
    }
    if (this.#inText) this.#keepText(bytes, textStart, bytes.length);
    return bytes.length;
  }

  #endsText(byte: number): boolean {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inText = false;
    return !this.#inText;
  }

  /** Copied, so that a piece does not keep all the bytes it came with. */
  #keepText(bytes: Buffer, start: number, end: number): void {
    if (this.#nested === 0) this.#text.push(Buffer.from(bytes.subarray(start, end)));
  }

  #opensRows(byte: number): boolean {
    const key = this.#nested === 0 ? this.#key : undefined;
    const isRecords = this.#level === inResult && key === "records";
    if (byte === openBracket && (isRecords || (this.#level === inRecords && key !== undefined))) {
      this.#nested++;
      this.#events.onRows(isRecords ? undefined : key);
      return true;
    }
    const leadsOn = isRecords || (this.#level === inEnvelope && key === "result");
    if (byte === openBrace && (leadsOn || this.#level === 0)) this.#enter();
    else if (this.#level === 0) this.#level = -1;
    else this.#nested++;
    return false;
  }

  #enter(): void {
    this.#level++;
    this.#isResponse = true;
    this.#key = undefined;
  }

  /** Anything outside of texts that opens nothing. */
  #sign(byte: number): void {
    if (this.#level === 0) {
      if (!isBlank(byte)) this.#level = -1;
    } else if (byte === closeBrace || byte === closeBracket) this.#close();
    else if (this.#nested > 0) return;
    else if (byte === colon) this.#startField();
    else if (byte === comma) this.#key = undefined;
    else if (byte >= zero && byte <= nine && this.#isCount()) {
      this.#count = (this.#count ?? 0) * 10 + byte - zero;
    }
  }

  #close(): void {
    this.#key = undefined;
    if (this.#nested > 0) this.#nested--;
    else if (--this.#level === 0) this.#level = -1;
  }

  #startField(): void {
    const key = parseJson(Buffer.concat(this.#text).toString("utf8"));
    this.#text = [];
    this.#key = typeof key === "string" ? key : undefined;
    const toResult = this.#level === inEnvelope && this.#key === "result";
    const toRecords = this.#level === inResult && this.#key === "records";
    if (toResult || toRecords) this.#events.onRestart();
    if (toResult || this.#isCount()) this.#count = undefined;
  }

  #isCount(): boolean {
    return this.#level === inResult && this.#key === "count";
  }
}
