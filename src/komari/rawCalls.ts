import { Buffer } from "node:buffer";
import { type RpcCaller } from "../rpc/client";
import { RawJson } from "../json/rawJson";
import { type Clock } from "../util/clock";
import { runCooperatively } from "../util/cooperative";
import { malformed } from "./decode/malformed";

interface RawCallOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** The method changes nothing, so that it may be sent again over the other transport; else it is sent once, whatever happens. */
  readonly readOnly: boolean;
  /** Called with how many bytes of the response have come; of a response over a socket nothing. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

export interface RawResponse {
  /** JSON, byte for byte as the server wrote it; "null" where it left the result out. */
  readonly result: Buffer;
  /** Which way the response came. */
  readonly transport: "http" | "webSocket";
  /** Milliseconds from the call to the response. */
  readonly tookMs: number;
}

/**
 * Any method with any parameters, as JSON in and out: by POST, over the socket where POST is impossible.
 * What these calls come to says nothing of the session: a guest may well be refused what is not for guests.
 */
export class RawCalls {
  constructor(
    private readonly caller: RpcCaller,
    private readonly clock: Clock,
  ) {}

  /**
   * `params` is JSON, sent as it is; undefined: none. Rejects with RpcRemoteError or RpcLocalError
   * ("malformed" if the parameters or the result are no JSON, "tooLarge" for a result above the size
   * limit) and nothing else.
   */
  async call(
    method: string,
    params: string | undefined,
    { timeoutMs, signal, readOnly, onBytes }: RawCallOptions,
  ): Promise<RawResponse> {
    const start = this.clock.now();
    let transport: RawResponse["transport"] = "http";
    const raw = params === undefined ? undefined : new RawJson(params);
    const result = await this.caller.call(method, raw, {
      timeoutMs,
      signal,
      readOnly,
      onBytes,
      route: "bulk",
      raw: true,
      onTransport: (kind) => {
        transport = kind;
      },
    });
    const tookMs = this.clock.now() - start;
    if (!isPieces(result)) throw malformed("the raw result", result);
    return { result: await runCooperatively(joined(result)), transport, tookMs };
  }
}

function isPieces(value: unknown): value is readonly Buffer[] {
  return Array.isArray(value) && value.every((piece) => Buffer.isBuffer(piece));
}

function* joined(pieces: readonly Buffer[]): Generator<undefined, Buffer, undefined> {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const whole = Buffer.allocUnsafe(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    at += piece.copy(whole, at);
    yield;
  }
  return whole;
}
