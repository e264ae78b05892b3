import { type IncomingMessage } from "node:http";
import { pipeline, type Readable, Transform, type TransformCallback } from "node:stream";
import * as zlib from "node:zlib";
import { RpcLocalError } from "./errors";

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** From so many bytes on, what grows by more than this factor as it is unpacked was made to do so. */
const [minBombBytes, maxExpansion] = [16 * 1024 * 1024, 500];

/**
 * The body of a response as it was before proxies touched it: unpacked, though we ask for no encoding, and without a byte
 * order mark.
 */
export function responseBody(response: IncomingMessage): Readable {
  const decoders = encodingsOf(response).reverse().map(decoderOf);
  // What fails in one ends all, and the last one reports it.
  return [...decoders, new PlainBody(decoders[0])].reduce<Readable>((from, to) => {
    pipeline(from, to, () => undefined);
    return to;
  }, response);
}

export function isEncoded(response: IncomingMessage): boolean {
  return encodingsOf(response).length > 0;
}

/** The bytes without a byte order mark. */
export function withoutByteOrderMark(bytes: Buffer): Buffer {
  const isMarked = bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark);
  return isMarked ? bytes.subarray(byteOrderMark.length) : bytes;
}

/** In the order in which they were applied. */
function encodingsOf({ headers }: IncomingMessage): string[] {
  const names = (headers["content-encoding"] ?? "").split(",");
  return names
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
}

type Decoder = zlib.Unzip | zlib.InflateRaw | zlib.BrotliDecompress;

function decoderOf(encoding: string): Unpacking {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return new Unpacking(() => zlib.createUnzip());
    case "deflate":
      return new Unpacking(createInflate);
    case "br":
      return new Unpacking(() => zlib.createBrotliDecompress());
    default:
      return new Unpacking(() => undefined);
  }
}

/** "deflate" is meant to be zlib's format; some servers leave its header out, some send gzip. */
function createInflate(firstByte: number): Decoder {
  const hasHeader = (firstByte & 0x0f) === 0x08 || firstByte === 0x1f;
  return hasHeader ? zlib.createUnzip() : zlib.createInflateRaw();
}

/** Unpacks what is there: an empty body is empty in every encoding, and what follows the end is passed over. */
class Unpacking extends Transform {
  readonly #create: (firstByte: number) => Decoder | undefined;
  #decoder: Decoder | undefined;
  #isComplete = false;

  /** @param create undefined: the encoding is unknown. */
  constructor(create: (firstByte: number) => Decoder | undefined) {
    super();
    this.#create = create;
  }

  /** How much has been unpacked. */
  get packedBytes(): number {
    return this.#decoder?.bytesWritten ?? 0;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#decoder ??= this.#start(chunk[0] ?? 0);
    if (this.#decoder === undefined) done(new Error("unknown encoding"));
    else if (this.#isComplete) done();
    else this.#decoder.write(chunk, () => done());
  }

  override _flush(done: TransformCallback): void {
    if (this.#decoder === undefined || this.#isComplete) done();
    else this.#decoder.once("end", done).end();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#decoder?.destroy();
    done(error);
  }

  #start(firstByte: number): Decoder | undefined {
    const decoder = this.#create(firstByte);
    decoder?.on("data", (part: Buffer) => this.push(part));
    decoder?.on("end", () => (this.#isComplete = true));
    return decoder?.on("error", (error) => this.destroy(error));
  }
}

/** Takes a byte order mark away, and ends what was packed only to fill memory or to take time. */
class PlainBody extends Transform {
  readonly #packed: Unpacking | undefined;
  /** The first bytes, until there are enough to decide; then undefined. */
  #start: Buffer | undefined = Buffer.alloc(0);
  #size = 0;

  constructor(packed: Unpacking | undefined) {
    super();
    this.#packed = packed;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#size += chunk.length;
    const { packedBytes = Infinity } = this.#packed ?? {};
    if (this.#size > minBombBytes && this.#size > maxExpansion * packedBytes) {
      done(new RpcLocalError("tooLarge", "the response grows too much as it is unpacked"));
    } else if (this.#start === undefined) {
      done(null, chunk);
    } else {
      this.#start = Buffer.concat([this.#start, chunk]);
      if (this.#start.length < byteOrderMark.length) done();
      else this._flush(done);
    }
  }

  override _flush(done: TransformCallback): void {
    const start = this.#start ?? Buffer.alloc(0);
    this.#start = undefined;
    done(null, withoutByteOrderMark(start));
  }
}
