import { RpcLocalError } from "../../../rpc/errors";
import { closeBrace, closeBracket, comma, isBlank, openBrace } from "../../../json/bytes";
import { ElementEnd } from "./elementEnd";
import { type RowReader } from "./rowReader";

/** A day, minute by minute, of more than 2,700 nodes: so much is asked for by mistake. */
const maxRows = 4_000_000;
/** Rows have some 400 bytes. */
const maxElementBytes = 1024 * 1024;

/**
 * Reads lists of rows out of bytes that may be cut anywhere. What is not a row is dropped, as in a
 * list that was parsed; what is not JSON throws "malformed". Too much of anything throws "tooLarge".
 */
export class RowsScanner {
  readonly #reader: RowReader;
  readonly #onRow: () => void;
  readonly #elementEnd = new ElementEnd();
  #state: "first" | "element" | "separator" | "closed" = "closed";
  /** Of an element that the last bytes did not finish. */
  #pieces: Buffer[] = [];
  #pending = 0;
  #read = 0;

  /** `onRow` is called with the row in `reader`. */
  constructor(reader: RowReader, onRow: () => void) {
    this.#reader = reader;
    this.#onRow = onRow;
  }

  get isOpen(): boolean {
    return this.#state !== "closed";
  }

  /** How many rows there were in all lists. */
  get read(): number {
    return this.#read;
  }

  /** A list begins: what is scanned next comes right behind its opening bracket. */
  open(): void {
    this.#state = "first";
  }

  /** The index of the bracket that closes the list, else the length of `bytes`. */
  scan(bytes: Buffer, start: number): number {
    let at = this.#pending > 0 ? this.#element(bytes, start) : start;
    // Before the last brace every row in place comes upon a byte that ends it: see `readNumber`.
    const limit = bytes.lastIndexOf(closeBrace) + 1;
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0;
      if (byte === openBrace && at < limit && this.#expectsElement()) {
        const end = this.#reader.readInPlace(bytes, at, limit);
        if (end >= 0) this.#take();
        at = end < 0 ? this.#element(bytes, at) : end;
      } else if (isBlank(byte)) at++;
      else if (byte === comma && this.#state === "separator") {
        this.#state = "element";
        at++;
      } else if (byte === closeBracket && this.#state !== "element") {
        this.#state = "closed";
        return at;
      } else if (this.#expectsElement()) at = this.#element(bytes, at);
      else throw new RpcLocalError("malformed", "no comma between rows");
    }
    return at;
  }

  #expectsElement(): boolean {
    return this.#state === "first" || this.#state === "element";
  }

  /** Begins an element or goes on with it; the index behind what there is of it. */
  #element(bytes: Buffer, at: number): number {
    const end = this.#elementEnd.find(bytes, at);
    const piece = bytes.subarray(at, end < 0 ? bytes.length : end);
    this.#pending += piece.length;
    if (this.#pending > maxElementBytes) {
      throw new RpcLocalError("tooLarge", `a row of more than ${maxElementBytes} bytes`);
    }
    if (end < 0) {
      this.#pieces.push(piece);
      return bytes.length;
    }
    const whole = this.#pieces.length === 0 ? piece : Buffer.concat([...this.#pieces, piece]);
    this.#pieces = [];
    this.#pending = 0;
    if (this.#reader.readElement(whole)) this.#take();
    else this.#state = "separator";
    return end;
  }

  #take(): void {
    this.#state = "separator";
    if (++this.#read > maxRows) {
      throw new RpcLocalError("tooLarge", `more than ${maxRows} rows`);
    }
    this.#onRow();
  }
}
