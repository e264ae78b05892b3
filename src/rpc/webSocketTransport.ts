import { type WebSocket } from "ws";
import { type Clock } from "../util/clock";
import { errorCode } from "../util/errorCode";
import { type Logger } from "../util/logger";
import { canceledByCaller, timedOut } from "./callDeadline";
import { type Failure, notEncodable, type Outcome, outcomeToResult, unsent } from "./failure";
import { Heartbeat, pingIntervalMs } from "./heartbeat";
import { encodeRequest, type Params, parseMessage, type Reply } from "./message";
import { PendingCalls } from "./pendingCalls";
import { withoutByteOrderMark } from "./responseBody";
import { rawResultIn } from "./resultFilter";
import { StrayMessages } from "./strayMessages";
import { type SocketTransport, type TransportCallOptions } from "./transport";

export interface WebSocketTransportOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /**
   * Called once, when the socket is gone for any reason but `close`. `wasIdle`: no call has been made
   * for a while, so that servers and proxies cut it, with a close frame or without.
   */
  readonly onLost: (failure: Failure, wasIdle: boolean) => void;
}

/** Without a call for this long a socket is idle; polling calls more often. */
const idleAfterMs = 30_000;
/** How long a socket without pongs may take for a call. */
const aliveTimeoutMs = 5_000;
/** Some servers cut a socket on which no message came for 90 s: pings are no messages to them. */
const maxSilenceMs = 60_000;
const pingNotification = '{"jsonrpc":"2.0","method":"rpc.ping"}';

/** What is sent by then gets lost. */
const closing: Failure = { code: "connectionLost", detail: "the socket is closing" };

const retired: Failure = { code: "connectionLost", detail: "another socket is used" };

/** Calls over one open socket. It does not reconnect: a lost socket is a lost transport. */
export class WebSocketTransport implements SocketTransport {
  readonly kind = "webSocket";
  readonly #socket: WebSocket;
  readonly #logger: Logger;
  readonly #onLost: WebSocketTransportOptions["onLost"];
  readonly #clock: Clock;
  readonly #pending: PendingCalls;
  readonly #heartbeat: Heartbeat;
  readonly #strays: StrayMessages;
  #nextId = 1;
  #idAtPing = 0;
  /** Some proxies carry messages and no pings. */
  #hasPonged = false;
  #isChecking = false;
  #isRetired = false;
  #messages = 0;
  #calledAt: number;
  #sentAt: number;
  #over: Failure | undefined;

  constructor(socket: WebSocket, { clock, logger, onLost }: WebSocketTransportOptions) {
    this.#socket = socket;
    this.#logger = logger;
    this.#onLost = onLost;
    this.#clock = clock;
    this.#calledAt = clock.now();
    this.#sentAt = this.#calledAt;
    this.#pending = new PendingCalls(clock);
    this.#strays = new StrayMessages(clock, ({ nextId, outcome }) => {
      this.#pending.settleStray(nextId, outcome);
      this.#closeIfDone();
    });
    this.#heartbeat = new Heartbeat(clock, {
      ping: () => this.#ping(),
      isBusy: () => this.#mayBeBusy(),
      onSilent: () => void this.#verifyAlive(),
    });
    socket.on("message", (data) => this.#receive(Buffer.isBuffer(data) ? data : Buffer.alloc(0)));
    socket.on("pong", () => {
      this.#hasPonged = true;
      this.#heartbeat.messageReceived();
    });
    socket.on("error", (error) => this.#lose(this.#lossBy(error), this.#failureOfCall(error)));
    socket.on("close", (code) => {
      this.#lose({ code: "connectionLost", detail: `the socket closed with ${code}` });
    });
  }

  get messages(): number {
    return this.#messages;
  }

  /** Why this transport carries nothing any more. */
  get over(): Failure | undefined {
    return this.#over;
  }

  async call(
    method: string,
    params: Params | undefined,
    options: TransportCallOptions,
  ): Promise<unknown> {
    this.#calledAt = this.#clock.now();
    return outcomeToResult(await this.#send(method, params, options), method);
  }

  check(): void {
    if (this.#over === undefined && this.#pending.size === 0) void this.#verifyAlive();
  }

  retire(): void {
    this.#isRetired = true;
    this.#closeIfDone();
  }

  setWatched(isWatched: boolean): void {
    this.#heartbeat.setWatched(isWatched);
  }

  close(failure: Failure): void {
    if (!this.#end(failure)) return;
    this.#socket.close();
  }

  #send(
    method: string,
    params: Params | undefined,
    options: TransportCallOptions,
  ): Promise<Outcome> | Outcome {
    const obstacle = this.#obstacle(options);
    if (obstacle !== undefined) return { ok: false, failure: unsent(obstacle) };
    const id = this.#nextId++;
    let text: string;
    try {
      text = encodeRequest(id, { method, params });
    } catch (error) {
      return { ok: false, failure: notEncodable(error) };
    }
    const outcome = this.#pending.add(id, options);
    this.#socket.send(text);
    this.#sentAt = this.#clock.now();
    return outcome;
  }

  /** Why nothing can be sent. */
  #obstacle({ signal, timeoutMs }: TransportCallOptions): Failure | undefined {
    if (this.#over !== undefined) return this.#over;
    if (signal?.aborted === true) return canceledByCaller;
    if (timeoutMs <= 0) return timedOut(timeoutMs);
    return this.#socket.readyState === this.#socket.OPEN ? undefined : closing;
  }

  #receive(data: Buffer): void {
    this.#messages += 1;
    this.#heartbeat.messageReceived();
    const message = withoutByteOrderMark(data);
    const reply = parseMessage(message.toString());
    if (reply !== undefined && this.#pending.settle(this.#asWanted(reply, message))) {
      this.#closeIfDone();
      return;
    }
    const what = reply === undefined ? "not JSON-RPC" : reply.ok ? "result" : reply.error.code;
    this.#logger.trace("socket: an unexpected message", what);
    if (this.#pending.size > 0) this.#strays.add(reply, this.#nextId);
  }

  #asWanted(reply: Reply, message: Buffer): Reply {
    if (!reply.ok || !this.#pending.wantsRaw(reply)) return reply;
    return { ...reply, result: rawResultIn(message, reply.result) };
  }

  #ping(): void {
    this.#idAtPing = this.#nextId;
    this.#socket.ping();
    const silence = this.#clock.now() - this.#sentAt;
    if (silence + pingIntervalMs < maxSilenceMs) return;
    this.#socket.send(pingNotification);
    this.#sentAt = this.#clock.now();
  }

  /** Whether a call from before the ping waits, or any call where it is not known that pings are answered. */
  #mayBeBusy(): boolean {
    const { oldest, size } = this.#pending;
    return this.#hasPonged ? (oldest ?? Infinity) < this.#idAtPing : size > 0;
  }

  #closeIfDone(): void {
    if (this.#isRetired && this.#pending.size === 0) this.close(retired);
  }

  async #verifyAlive(): Promise<void> {
    this.#closeIfDone();
    if (this.#isChecking || this.#over !== undefined) return;
    this.#isChecking = true;
    const options = { timeoutMs: aliveTimeoutMs };
    const outcome = await this.#send("rpc.ping", undefined, options);
    this.#isChecking = false;
    if (outcome.ok || !("failure" in outcome) || outcome.failure.code !== "timeout") return;
    this.#lose({ code: "connectionLost", detail: "the server stopped responding" });
  }

  /** With one call waiting it is clear whose response was too large. */
  #lossBy(error: Error): Failure {
    const tooLarge = errorCode(error) === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH";
    return tooLarge && this.#pending.size === 1
      ? { code: "tooLarge", detail: "the response exceeds the size limit", cause: error }
      : { code: "connectionLost", detail: "the socket failed", cause: error };
  }

  /** With one call waiting it is clear that bytes which are no message were sent in place of its response. */
  #failureOfCall(cause: Error): Failure | undefined {
    const isBroken = /^WS_ERR_(?:EXPECTED|INVALID|UNEXPECTED)_/.test(errorCode(cause) ?? "");
    if (!isBroken || this.#pending.size !== 1) return undefined;
    return { code: "malformed", detail: "the socket carried bytes that are no message", cause };
  }

  #lose(failure: Failure, failureOfCalls = failure): void {
    const idle = this.#pending.size === 0 && this.#clock.now() - this.#calledAt >= idleAfterMs;
    if (!this.#end(failure, failureOfCalls)) return;
    this.#socket.terminate();
    this.#onLost(failure, idle);
  }

  #end(failure: Failure, failureOfCalls = failure): boolean {
    if (this.#over !== undefined) return false;
    this.#over = failure;
    this.#heartbeat.dispose();
    this.#strays.dispose();
    this.#pending.failAll({ ...failureOfCalls, fate: "unknown" });
    return true;
  }
}
