import { isRecord, parseJson } from "../../../util/json";
import { malformed } from "../malformed";
import { rowId, text, type WireRecord } from "../primitives";
import { time } from "../time";
import { closeBrace, quote } from "../../../json/bytes";
import { ElementEnd } from "./elementEnd";
import { readNumber } from "./numberBytes";
import {
  clientSlot,
  isMarkAt,
  type NumberSlots,
  type RowPattern,
  patternOf,
  timeSlot,
} from "./rowPattern";
import { plainTextEnd, TextPool } from "./textBytes";
import { TimeReader } from "./timeBytes";

/** A field of a row that is a number; an id may also come as text. */
interface NumberField {
  readonly key: string;
  readonly isId?: true;
}

/**
 * Reads rows, each over the one before: in place where a row is written like the last one that
 * JSON.parse has read, else by JSON.parse, which knows it all. Values that are no numbers are NaN.
 */
export class RowReader {
  /** Of the row just read: its time, then its numbers in the order of the fields. */
  readonly values: Float64Array;
  readonly #fields: readonly NumberField[];
  readonly #slots: NumberSlots;
  /** Where a number goes that is skipped. */
  readonly #spare: number;
  readonly #times = new TimeReader();
  readonly #clients = new TextPool();
  #template: RowPattern | undefined;
  #viewed: Buffer | undefined;
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** The client's name in the bytes read last, unless it has been read as text. */
  #bytes: Buffer | undefined;
  #clientStart = 0;
  #clientEnd = 0;
  #client: string | undefined;

  constructor(fields: readonly NumberField[]) {
    this.#fields = fields;
    this.#slots = new Map(fields.map(({ key }, index) => [key, index + 1]));
    this.#spare = fields.length + 1;
    this.values = new Float64Array(fields.length + 2).fill(NaN);
  }

  /** Whose the row is; undefined where it does not say. */
  get client(): string | undefined {
    if (this.#bytes === undefined) return this.#client;
    return text(this.#clients.text(this.#bytes, this.#clientStart, this.#clientEnd));
  }

  /**
   * Reads the row that begins at `at`, if it is like the last and ends before `limit`, behind a `}`.
   * Returns the index behind it, else -1.
   */
  readInPlace(bytes: Buffer, at: number, limit: number): number {
    const template = this.#template;
    if (template === undefined) return -1;
    const view = this.#viewOf(bytes);
    for (const field of template.fields) {
      if (at + field.length > limit || !isMarkAt(field, view, at)) return -1;
      at = this.#readValue(field.slot, bytes, at + field.length, limit);
      if (at < 0) return -1;
    }
    return bytes[at] === closeBrace ? at + 1 : -1;
  }

  /** Reads a whole element of a list; false if it is no row. Throws "malformed" if it is no JSON. */
  readElement(element: Buffer): boolean {
    if (this.readInPlace(element, 0, element.length) === element.length) return true;
    const row = parseJson(element.toString("utf8"));
    if (row === undefined) throw malformed("a row", undefined);
    if (!isRecord(row)) return false;
    this.take(row);
    this.#template = patternOf(row, this.#slots, this.#template);
    return true;
  }

  /** Reads a row that has been parsed already. */
  take(row: WireRecord): void {
    this.#bytes = undefined;
    this.#client = text(row.client);
    this.values[timeSlot] = time(row.time) ?? NaN;
    this.#fields.forEach(({ key, isId }, index) => {
      const value = isId === true ? rowId(row[key]) : row[key];
      this.values[index + 1] = typeof value === "number" ? value : NaN;
    });
  }

  #viewOf(bytes: Buffer): DataView {
    if (bytes !== this.#viewed) {
      this.#viewed = bytes;
      this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    return this.#view;
  }

  #readValue(slot: number, bytes: Buffer, at: number, limit: number): number {
    if (slot > timeSlot) {
      const end = readNumber(bytes, at, this.values, slot);
      return end < 0 ? this.#readNull(slot, bytes, at) : end;
    }
    if (slot === timeSlot) return this.#times.read(bytes, at, limit, this.values);
    return slot === clientSlot ? this.#readClient(bytes, at, limit) : this.#skip(bytes, at, limit);
  }

  #readNull(slot: number, bytes: Buffer, at: number): number {
    if (bytes[at] !== 0x6e || bytes.toString("latin1", at, at + 4) !== "null") return -1;
    this.values[slot] = NaN;
    return at + 4;
  }

  #readClient(bytes: Buffer, at: number, limit: number): number {
    const end = bytes[at] === quote ? plainTextEnd(bytes, at + 1, limit) : -1;
    if (end < 0) return -1;
    this.#bytes = bytes;
    this.#clientStart = at + 1;
    this.#clientEnd = end;
    return end + 1;
  }

  #skip(bytes: Buffer, at: number, limit: number): number {
    const number = readNumber(bytes, at, this.values, this.#spare);
    if (number >= 0) return number;
    const plain = bytes[at] === quote ? plainTextEnd(bytes, at + 1, limit) : -1;
    if (plain >= 0) return plain + 1;
    const end = new ElementEnd().find(bytes.subarray(0, limit), at);
    return end >= 0 && parseJson(bytes.toString("utf8", at, end)) !== undefined ? end : -1;
  }
}
