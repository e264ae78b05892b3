import { openBrace } from "../json/bytes";
import { parseJson } from "../util/json";
import { JsonTokenizer } from "../json/tokenizer";
import { type BodyFilter } from "./bodyFilter";
import { RpcLocalError } from "./errors";

/** What remains of a result in its response. */
const placeholder = Buffer.from("null");

/**
 * Takes the result out of a response, byte for byte as it came: pieces of JSON, to be put together by
 * who has the time. In the response `null` remains; errors and all that is no single response come through
 * untouched.
 */
export class ResultFilter implements BodyFilter {
  readonly #onBytes: ((bytes: number) => void) | undefined;
  readonly #tokenizer = new JsonTokenizer({
    onKey: (bytes, start, end) => {
      this.#isResult = parseJson(Buffer.from(bytes.subarray(start, end)).toString()) === "result";
    },
    onValue: (at, byte) => this.#open(at, byte),
    onEnd: (at) => this.#close(at),
  });
  /** Bytes before the piece at hand. */
  #base = 0;
  #piece: Buffer = Buffer.alloc(0);
  /** How much of the piece has gone where it belongs. */
  #dealt = 0;
  #rest: Buffer[] = [];
  #taken: Buffer[] | undefined;
  #held = 0;
  #inEnvelope = false;
  #isResult = false;
  #isTaking = false;
  /** It is no response: nothing is looked at any more. */
  #isForeign = false;

  /** `onBytes` is called with how many bytes of the response have come. */
  constructor(onBytes?: (bytes: number) => void) {
    this.#onBytes = onBytes;
  }

  get held(): number {
    return this.#held;
  }

  write(chunk: Buffer): Buffer | undefined {
    this.#onBytes?.(this.#base + chunk.length);
    if (this.#isForeign) return chunk;
    this.#piece = chunk;
    this.#dealt = 0;
    this.#rest = [];
    if (!this.#tokenizer.scan(chunk)) {
      if (this.#isTaking) throw new RpcLocalError("malformed", "the result is no JSON");
      this.#isForeign = true;
    }
    this.#deal(chunk.length);
    this.#base += chunk.length;
    return this.#rest.length > 1 ? Buffer.concat(this.#rest) : this.#rest[0];
  }

  /** A result that is not there, or has come in a way that only a parser follows, is written again. */
  finish(result: unknown): readonly Buffer[] {
    return this.#taken ?? [Buffer.from(JSON.stringify(result))];
  }

  #open(at: number, byte: number): boolean {
    if (!this.#inEnvelope) {
      this.#inEnvelope = byte === openBrace;
      this.#isForeign = !this.#inEnvelope;
      return this.#inEnvelope;
    }
    if (this.#isResult) {
      this.#deal(at - this.#base);
      this.#isTaking = true;
      // JSON.parse, too, keeps the last of two members of one name.
      this.#taken = [];
      this.#held = 0;
    }
    return false;
  }

  #close(at: number): void {
    if (!this.#isTaking) return;
    this.#deal(at - this.#base);
    this.#isTaking = false;
    this.#rest.push(placeholder);
  }

  /** What of the piece lies before `end` goes to the result or remains. */
  #deal(end: number): void {
    const part = this.#piece.subarray(this.#dealt, end);
    this.#dealt = end;
    if (part.length === 0) return;
    if (!this.#isTaking) this.#rest.push(part);
    else {
      this.#taken?.push(part);
      this.#held += part.length;
    }
  }
}

/** The bytes of the result in a response that is there as a whole, and has been parsed. */
export function rawResultIn(response: Buffer, result: unknown): readonly Buffer[] {
  const filter = new ResultFilter();
  filter.write(response);
  return filter.finish(result);
}
