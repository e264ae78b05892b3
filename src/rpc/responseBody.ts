import { type IncomingMessage } from "node:http";
import { pipeline, type Readable, Transform, type TransformCallback } from "node:stream";
import * as zlib from "node:zlib";

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The body of a response as it was before proxies touched it: unpacked, though we ask for no encoding, and without a byte
 * order mark.
 */
export function responseBody(response: IncomingMessage): Readable {
  const steps = [...encodingsOf(response).reverse().map(decoderOf), new WithoutByteOrderMark()];
  // What fails in one ends all, and the last one tells it.
  return steps.reduce<Readable>((from, to) => {
    pipeline(from, to, () => undefined);
    return to;
  }, response);
}

export function isEncoded(response: IncomingMessage): boolean {
  return encodingsOf(response).length > 0;
}

/** In the order in which they were applied. */
function encodingsOf({ headers }: IncomingMessage): string[] {
  const names = (headers["content-encoding"] ?? "").split(",");
  return names
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "" && name !== "identity");
}

function decoderOf(encoding: string): Transform {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
    case "deflate":
      return zlib.createUnzip();
    case "br":
      return zlib.createBrotliDecompress();
    default:
      return new Transform({
        transform: (_chunk, _encoding, done) => done(new Error(`unknown encoding ${encoding}`)),
      });
  }
}

class WithoutByteOrderMark extends Transform {
  /** The first bytes, until there are enough to tell; then undefined. */
  #start: Buffer | undefined = Buffer.alloc(0);

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.#start === undefined) {
      done(null, chunk);
      return;
    }
    this.#start = Buffer.concat([this.#start, chunk]);
    if (this.#start.length < byteOrderMark.length) done();
    else this._flush(done);
  }

  override _flush(done: TransformCallback): void {
    const start = this.#start ?? Buffer.alloc(0);
    this.#start = undefined;
    done(null, start.subarray(start.indexOf(byteOrderMark) === 0 ? byteOrderMark.length : 0));
  }
}
