import { setMaxListeners } from "node:events";
import { type Clock } from "../util/clock";
import { type BatchOutcome } from "./batch";
import { type FilterFactory } from "./bodyFilter";
import { type LocalErrorCode, RpcLocalError } from "./errors";
import { toRpcError } from "./failure";
import { type Call, type Params } from "./message";
import { PostSilence, probeTimeoutMs } from "./postSilence";
import { isTooLargeForSocket } from "./requestSize";
import { type PostTransport, type Transport, type TransportCallOptions } from "./transport";

export interface CallOptions {
  /** Milliseconds; default 15000. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** live (default): the socket when it is open, else POST. bulk: POST, else the socket. */
  readonly route?: "live" | "bulk" | undefined;
  /** The call changes nothing on the server, so it may be sent again over the other transport. */
  readonly readOnly?: boolean | undefined;
  /** Of a read that is to be sent once, but over POST too if its response over the socket is garbled. */
  readonly repeatIfGarbled?: boolean | undefined;
  /**
   * Reads the response while it arrives, if it comes by POST; the response over a socket is given as it
   * is. Of no effect in a batch.
   */
  readonly filter?: FilterFactory | undefined;
  /**
   * The result is wanted as the bytes of its JSON, as they came: a list of Buffers, one after the other.
   * In place of what a filter would make; of no effect in a batch.
   */
  readonly raw?: boolean | undefined;
  /** Of a raw call: called with how many bytes of the response have come, if it comes by POST. */
  readonly onBytes?: ((bytes: number) => void) | undefined;
  /** Called when the call is handed to a transport: the last one is the one that carried it. */
  readonly onTransport?: ((kind: Transport["kind"]) => void) | undefined;
}

export const defaultTimeoutMs = 15_000;

/** Failures of POST after which the socket may do better; what was too slow or too large for one is so for both. */
const socketMayDoBetter: ReadonlySet<LocalErrorCode> = new Set([
  "unreachable",
  "connectionLost",
  "notRpcEndpoint",
  "forbidden",
  "malformed",
]);

/** Failures after which POST, or the server behind it, may be gone. */
const concernsPost: ReadonlySet<LocalErrorCode> = new Set([
  "unreachable",
  "notRpcEndpoint",
  "forbidden",
]);

/** Failures of the second try, over POST, that say less than the failure of the socket. */
const lostSaysMore: ReadonlySet<LocalErrorCode> = new Set([
  "unreachable",
  "connectionLost",
  "notRpcEndpoint",
  "forbidden",
  "timeout",
]);

interface Routes {
  readonly socket: () => Transport | undefined;
  readonly http: () => PostTransport;
  readonly clock: Clock;
  /** A ping by POST found no server. */
  readonly onUnreachable: (error: RpcLocalError) => void;
}

/**
 * Chooses the transport of a call. A call that may have side effects is sent once, whatever happens;
 * one that is read-only gets a second chance over the other transport. A call too large for a socket
 * uses one only if POST is impossible.
 */
export class Router {
  readonly #routes: Routes;
  readonly #silence: PostSilence;

  constructor(routes: Routes) {
    this.#routes = routes;
    this.#silence = new PostSilence(routes.clock);
  }

  /** What was learnt of POST may no longer be so. */
  forget(): void {
    this.#silence.end();
    this.#routes.http().forget();
  }

  call(method: string, params: Params | undefined, options: CallOptions): Promise<unknown> {
    const socket = this.#routes.socket();
    const isLarge = isTooLargeForSocket(params);
    if (options.route === "bulk" || socket === undefined || isLarge) {
      return this.#postFirst(
        options,
        (http, limits) => http.call(method, params, limits),
        (other, limits) => other.call(method, params, limits),
        isLarge,
      );
    }
    const isRepeated = options.readOnly ?? options.repeatIfGarbled;
    if (isRepeated === true) return this.#socketFirst(socket, method, params, options);
    const { timeoutMs = defaultTimeoutMs, signal, raw } = options;
    options.onTransport?.(socket.kind);
    return socket.call(method, params, { timeoutMs, signal, raw });
  }

  batch(calls: readonly Call[], options: CallOptions): Promise<readonly BatchOutcome[]> {
    return this.#postFirst(
      options,
      (http, limits) => http.batch(calls, limits),
      (socket, limits) => {
        // Every call listens to the one signal: Node would take that for a leak.
        if (limits.signal !== undefined) setMaxListeners(0, limits.signal);
        return Promise.all(calls.map((call) => callForBatch(socket, call, limits)));
      },
    );
  }

  async #socketFirst(
    socket: Transport,
    method: string,
    params: Params | undefined,
    options: CallOptions,
  ): Promise<unknown> {
    const { timeoutMs = defaultTimeoutMs, signal, raw } = options;
    const start = this.#routes.clock.now();
    // The transport of now: if it is closed together with the socket, it must stay so.
    const http = this.#routes.http();
    try {
      options.onTransport?.(socket.kind);
      const repeatable = http.works !== false;
      return await socket.call(method, params, { timeoutMs, signal, raw, repeatable });
    } catch (lost) {
      const again = http.works !== false && postMayDoBetter(lost, options);
      if (!again) throw lost;
      try {
        options.onTransport?.(http.kind);
        return await http.call(method, params, this.#limits(start, options));
      } catch (error) {
        throw isLocal(error) && lostSaysMore.has(error.code) ? lost : error;
      }
    }
  }

  async #postFirst<T>(
    options: CallOptions,
    post: (http: PostTransport, limits: TransportCallOptions) => Promise<T>,
    overSocket: (socket: Transport, limits: TransportCallOptions) => Promise<T>,
    isLarge = false,
  ): Promise<T> {
    const start = this.#routes.clock.now();
    const http = this.#routes.http();
    const once = options.readOnly !== true;
    if (once) await this.#learnWhetherPostWorks(http, start, options);
    const socket = this.#routes.socket();
    if (socket !== undefined && this.#avoidsPost(http, { once, isLarge })) {
      options.onTransport?.(socket.kind);
      return await overSocket(socket, this.#limits(start, options));
    }
    try {
      options.onTransport?.(http.kind);
      const limits = this.#limits(start, options);
      if (socket === undefined || once || isLarge) return await post(http, limits);
      return await this.#silence.watch(http, limits, (watched) => post(http, watched));
    } catch (error) {
      this.#verifyPost(http, error);
      if (once || !mayGoOverSocket(error)) throw error;
      const needsPost = isLarge && http.works !== false;
      const other = needsPost ? undefined : this.#routes.socket();
      // A connection that was kept may have been closed in the moment of its use.
      if (other === undefined && error.code === "connectionLost") {
        return await post(http, this.#limits(start, options));
      }
      if (other === undefined) throw error;
      options.onTransport?.(other.kind);
      return await overSocket(other, this.#limits(start, options));
    }
  }

  /** One call that fails says little of the server: a ping shows whether POST, or the server, is gone. */
  #verifyPost(http: PostTransport, error: unknown): void {
    if (!isLocal(error) || !concernsPost.has(error.code)) return;
    void http.probe({ timeoutMs: probeTimeoutMs }).then((outcome) => {
      const isGone = outcome instanceof RpcLocalError && outcome.code === "unreachable";
      if (isGone) this.#routes.onUnreachable(outcome);
    });
  }

  #avoidsPost(
    http: PostTransport,
    { once, isLarge }: { readonly once: boolean; readonly isLarge: boolean },
  ): boolean {
    if (http.works === false) return true;
    if (isLarge) return false;
    return (once && http.works === undefined) || this.#silence.isSilent(http);
  }

  /** A call that must not be sent twice must not be the one that finds out. */
  async #learnWhetherPostWorks(
    http: PostTransport,
    start: number,
    options: CallOptions,
  ): Promise<void> {
    if (http.works !== undefined || this.#routes.socket() === undefined) return;
    if (this.#silence.isSilent(http)) return;
    await this.#silence.probe(http, this.#limits(start, options));
  }

  /** What is left of the caller's time. */
  #limits(
    start: number,
    { timeoutMs = defaultTimeoutMs, signal, filter, raw, onBytes }: CallOptions,
  ): TransportCallOptions {
    const elapsed = this.#routes.clock.now() - start;
    return { timeoutMs: Math.max(0, timeoutMs - elapsed), signal, filter, raw, onBytes };
  }
}

function isLocal(error: unknown): error is RpcLocalError {
  return error instanceof RpcLocalError;
}

function postMayDoBetter(lost: unknown, { readOnly }: CallOptions): boolean {
  if (!isLocal(lost)) return false;
  return lost.code === "malformed" || (readOnly === true && lost.code === "connectionLost");
}

function mayGoOverSocket(error: unknown): error is RpcLocalError {
  return isLocal(error) && socketMayDoBetter.has(error.code);
}

async function callForBatch(
  socket: Transport,
  { method, params }: Call,
  { timeoutMs, signal }: TransportCallOptions,
): Promise<BatchOutcome> {
  try {
    return { ok: true, result: await socket.call(method, params, { timeoutMs, signal }) };
  } catch (error) {
    return { ok: false, error: toRpcError(error) };
  }
}
