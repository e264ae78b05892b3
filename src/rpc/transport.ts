import { type BatchOutcome } from "./batch";
import { type FilterFactory } from "./bodyFilter";
import { type RpcError } from "./errors";
import { type Failure } from "./failure";
import { type Call, type Params } from "./message";

export interface TransportCallOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  readonly filter?: FilterFactory | undefined;
  /** The result is wanted as it was written. */
  readonly raw?: boolean | undefined;
  /** The caller sends the call in another way if its response over the socket may have been garbled. */
  readonly repeatable?: boolean | undefined;
  /** Of a raw call: how many bytes of the response have come. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/**
 * One way to carry calls to a server. The law, held for every transport by
 * test/contract/transport.test.ts:
 *
 * - A call is sent at most once, and not at all when its signal is aborted or its time is over already.
 * - It settles exactly once: with the result (null if the server leaves it out), or rejected with
 *   RpcRemoteError or RpcLocalError and nothing else. The error's stack names the awaiting caller.
 * - It settles within `timeoutMs`, and at once when its signal aborts; a response after that is ignored.
 * - Responses may come in any order; a call sees only the response with its own id.
 * - Responses to notifications, and late ones, disturb nothing. Any other message over a socket that no call waits for
 *   may be a garbled response: unless the true one comes within a second, the only call waiting fails.
 * - A filter may be given to a call. HTTP sends the response's body through a fresh one, whose result
 *   is the call's; a socket, which has the whole message at once, ignores it and gives the plain result.
 *   The size limit is for what the filter lets pass. Once the call has settled the filter rests.
 * - With `raw` the result is its JSON, byte for byte as the server wrote it, in pieces: a list of Buffers.
 *   It counts for the size limit as usual; a filter is left aside. A socket never calls `onBytes`.
 * - `close` makes every waiting and later call fail at once with that failure. A second close does nothing.
 */
export interface Transport {
  readonly kind: "webSocket" | "http";
  call(method: string, params: Params | undefined, options: TransportCallOptions): Promise<unknown>;
  close(failure: Failure): void;
}

/** What a socket does besides. */
export interface SocketTransport extends Transport {
  /** Finds out whether the peer is still there, unless it works on a call: if not, the socket is lost. */
  check(): void;
  /** It is closed once no call is under way any more; none is to be made from here on. */
  retire(): void;
  /** How many messages have come. */
  readonly messages: number;
  /** While the user looks, a peer that is gone is noticed sooner. */
  setWatched(isWatched: boolean): void;
}

/** What POST can do besides: it carries batches, which no socket does, and it may be blocked. */
export interface PostTransport extends Transport {
  /** Whether JSON-RPC comes through by POST; undefined until a response has shown it. */
  readonly works: boolean | undefined;
  /** Forgets what was learned about `works`, and a pause that the server requested. */
  forget(): void;
  /** Asks whether POST works: yes, never here (undefined), or not now because of an error. Never rejects. */
  probe(options: TransportCallOptions): Promise<"works" | RpcError | undefined>;
  /**
   * Outcomes in the order of `calls`, which are one request. Rejects with RpcLocalError when no
   * JSON-RPC came back at all, with RpcRemoteError when the batch was refused as a whole and no call ran.
   */
  batch(calls: readonly Call[], options: TransportCallOptions): Promise<readonly BatchOutcome[]>;
}
