import { type Clock, systemClock } from "../util/clock";
import { type Disposable } from "../util/disposable";
import { type Event } from "../util/emitter";
import { type Logger, silentLogger } from "../util/logger";
import { verifiedDial } from "./verifiedDial";
import { type BatchOutcome } from "./batch";
import { BatchSplitter } from "./batchSplitter";
import { type CompareOptions, Connection } from "./connection";
import { type ConnectionState } from "./connectionState";
import { type Endpoint } from "./endpoint";
import { type RpcError } from "./errors";
import { type Failure } from "./failure";
import { hedged, hedgedDial } from "./hedge";
import { HttpTransport } from "./httpTransport";
import { type Call, type Params } from "./message";
import { type CallOptions, defaultTimeoutMs, Router } from "./router";
import { OriginChoice } from "./originChoice";
import { type OnDate } from "./responseDate";
import { type Transport } from "./transport";
import { type Dial, dialWebSocket } from "./webSocketDial";

export { type BatchOutcome } from "./batch";
export { type BodyFilter, type FilterFactory } from "./bodyFilter";
export { type CompareOptions } from "./connection";
export { type ConnectionState } from "./connectionState";
export { type Call } from "./message";
export { type CallOptions, defaultTimeoutMs } from "./router";

export interface RpcCaller {
  /** Rejects with RpcLocalError or RpcRemoteError and nothing else. */
  call(method: string, params?: Params, options?: CallOptions): Promise<unknown>;
}

export interface BatchCaller extends RpcCaller {
  /** See `RpcClient.batch`. */
  batch(calls: readonly Call[], options?: CallOptions): Promise<readonly BatchOutcome[]>;
}

export interface RpcClientOptions {
  readonly clock?: Clock | undefined;
  /** 0 to 1, for the jitter. */
  readonly random?: (() => number) | undefined;
  readonly logger?: Logger | undefined;
  /** Called with the `Date` of responses. */
  readonly onDate?: OnDate | undefined;
  /** How a socket is opened; for tests. */
  readonly dial?: Dial | undefined;
}

const probeTimeoutMs = 10_000;
const disposed: Failure = { code: "disposed", detail: "the client was disposed" };
const disconnected: Failure = { code: "connectionLost", detail: "disconnected by the client" };

/**
 * A JSON-RPC client of one endpoint over two transports. Calls work in every state by POST; the
 * connection is the socket, which `connect` opens and which is brought back when it is lost.
 */
export class RpcClient implements BatchCaller, Disposable {
  readonly #endpoint: Endpoint;
  readonly #clock: Clock;
  readonly #connection: Connection;
  readonly #router: Router;
  readonly #onDate: OnDate | undefined;
  readonly #batches = new BatchSplitter();
  #http: HttpTransport;
  #disposed = false;

  constructor(endpoint: Endpoint, options: RpcClientOptions = {}) {
    const { clock = systemClock, random = Math.random, logger = silentLogger, onDate } = options;
    this.#endpoint = endpoint;
    this.#clock = clock;
    this.#onDate = onDate;
    this.#http = new HttpTransport(endpoint, clock, onDate);
    const context = { clock, logger, onDate, origins: new OriginChoice(endpoint) };
    const dial = options.dial ?? ((events) => dialWebSocket(endpoint, context, events));
    this.#connection = new Connection({
      dial: hedgedDial(verifiedDial(dial), clock),
      probe: (whole) =>
        hedged(clock, (signal) => this.#http.probe({ timeoutMs: probeTimeoutMs, signal }), whole),
      clock,
      random,
      logger,
    });
    this.#router = new Router({
      socket: () => this.#connection.socket,
      http: () => this.#http,
      clock: this.#clock,
      onUnreachable: (error) => this.#connection.handle({ kind: "httpLost", error }),
    });
    this.#connection.onDidChangeState(({ kind }) => {
      if (kind === "connecting") this.#router.forget();
    });
  }

  get state(): ConnectionState {
    return this.#connection.state;
  }

  get onDidChangeState(): Event<ConnectionState> {
    return this.#connection.onDidChangeState;
  }

  /** The socket was cut while idle and has been replaced; the state has not changed. */
  get onDidReopen(): Event<void> {
    return this.#connection.onDidReopen;
  }

  /** Does nothing unless idle. */
  connect(): void {
    if (!this.#disposed) this.#connection.handle({ kind: "connect" });
  }

  /** Connects again at once, whatever the state. */
  reconnect(): void {
    if (!this.#disposed) this.#connection.handle({ kind: "reconnect" });
  }

  /** The user is back: a retry that waits for its time is made now, and a socket that is open is checked. */
  wake(): void {
    this.#connection.handle({ kind: "wake" });
  }

  /** Whether the user looks: then a server that is gone is noticed, and tried again, sooner. */
  setWatched(isWatched: boolean): void {
    this.#connection.setWatched(isWatched);
  }

  /**
   * Compares the open socket with a fresh one, which takes its place if it is dead; where there is no socket, POST
   * with POST. `isDead` decides by calls over the fresh one.
   */
  async compareWays(
    isDead: (fresh: RpcCaller) => Promise<boolean>,
    options: CompareOptions,
  ): Promise<"alive" | "dead" | "closed"> {
    const over = (transport: Transport): RpcCaller => ({
      call: (method, params, { timeoutMs = defaultTimeoutMs } = {}) =>
        transport.call(method, params, { timeoutMs, signal: options.signal }),
    });
    const way = await this.#connection.compareSocket((fresh) => isDead(over(fresh)), options);
    if (way === "closed" && options.isPostThere) {
      return await this.#connection.compareWithPost(() => isDead(over(this.#http)), options);
    }
    if (way !== "none") return way;
    if (!(await isDead(over(this.#http)).catch(() => false))) return "alive";
    options.onDead();
    return "dead";
  }

  /** To idle; all pending calls fail with connectionLost. */
  disconnect(): void {
    if (this.#disposed) return;
    this.#http.close(disconnected);
    this.#http = new HttpTransport(this.#endpoint, this.#clock, this.#onDate);
    this.#connection.handle({ kind: "disconnect" });
  }

  /**
   * Gives up the present connection because of a response over it, and comes back with backoff,
   * or stops if that is no use.
   */
  drop(error: RpcError): void {
    this.#connection.handle({ kind: "drop", error });
  }

  call(method: string, params?: Params, options: CallOptions = {}): Promise<unknown> {
    return this.#router.call(method, params, options);
  }

  /**
   * Any number of calls in as few POSTs as the server accepts (at most 32 calls each), one after the
   * other; `timeoutMs` is for each POST. The outcomes have the order of the calls. Rejects with the
   * failure of the first POST to which no JSON-RPC came back.
   */
  batch(calls: readonly Call[], options: CallOptions = {}): Promise<readonly BatchOutcome[]> {
    return this.#batches.send(calls, (part) => this.#router.batch(part, options));
  }

  dispose(): void {
    this.#disposed = true;
    this.#http.close(disposed);
    this.#connection.end(disposed);
  }
}
