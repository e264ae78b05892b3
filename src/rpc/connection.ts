import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";
import { Emitter } from "../util/emitter";
import { type Logger } from "../util/logger";
import { type ConnectionState, isSameState, toConnectionState } from "./connectionState";
import { type RpcError } from "./errors";
import { type Failure, toLocalError } from "./failure";
import { type Effect, type Phase, type ReconnectEvent } from "./phase";
import { reduce } from "./reconnect";
import { compareSockets, type Verdict } from "./socketComparison";
import { type SocketTransport } from "./transport";
import { type Dial, type Dialled } from "./webSocketDial";

/** Whether POST works: yes, never here (undefined), or not now because of an error. Never rejects. */
export type Probe = (signal: AbortSignal) => Promise<"works" | RpcError | undefined>;

export interface CompareOptions {
  /** Called before the dead socket is replaced; what else is under way on it stays there. */
  readonly onDead: () => void;
  /** POST responds: it serves where no fresh socket can be had and the open one is mute. */
  readonly isPostThere: boolean;
  readonly signal: AbortSignal;
}

interface ConnectionOptions {
  readonly dial: Dial;
  readonly probe: Probe;
  readonly clock: Clock;
  readonly random: () => number;
  readonly logger: Logger;
}

/** A socket under way that takes longer is slow: POST may be sooner. */
const slowDialMs = 3_000;

const hungUp: Failure = {
  code: "connectionLost",
  detail: "the connection was closed by the client",
};

const mutism: Failure = { code: "connectionLost", detail: "no response over the socket" };

/** Carries out what the reducer decides: holds the socket, the probe and the timer, one of each at most. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #emitter = new Emitter<ConnectionState>();
  readonly #reopened = new Emitter<void>();
  readonly #queue: ReconnectEvent[] = [];
  #working = false;
  #phase: Phase = { kind: "idle" };
  #state: ConnectionState = { kind: "idle" };
  #dialled: Dialled | undefined;
  /** Sockets that were replaced, and on which calls may still be under way. */
  readonly #retired = new Set<Dialled>();
  #socket: SocketTransport | undefined;
  #isWatched = false;
  #probe: AbortController | undefined;
  #timer: Disposable | undefined;
  #slowTimer: Disposable | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get onDidChangeState() {
    return this.#emitter.event;
  }

  /** A socket that was cut while idle has been replaced; the state has not changed. */
  get onDidReopen() {
    return this.#reopened.event;
  }

  /** The open socket, if there is one. */
  get socket(): SocketTransport | undefined {
    return this.#socket;
  }

  /** Listeners may call this again: what they say then comes after what is going on. */
  handle(event: ReconnectEvent): void {
    this.#queue.push(event);
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
        this.#step(next);
      }
    } finally {
      this.#working = false;
    }
  }

  /** Whether the user looks: then a server that is gone is noticed, and tried again, sooner. */
  setWatched(isWatched: boolean): void {
    if (isWatched === this.#isWatched) return;
    this.#isWatched = isWatched;
    this.#socket?.setWatched(isWatched);
    if (isWatched) this.handle({ kind: "watched" });
  }

  /**
   * Compares the open socket with a fresh one, which takes its place if it is dead.
   * `none`: there is no socket.
   */
  async compareSocket(
    isDead: Verdict,
    { onDead, signal }: Omit<CompareOptions, "isPostThere">,
  ): Promise<"alive" | "dead" | "closed" | "none"> {
    const mute = this.#socket;
    if (mute === undefined) return "none";
    const adopted: SocketTransport[] = [];
    const onLost = (failure: Failure, wasIdle: boolean): void => {
      if (this.#socket !== undefined && adopted.includes(this.#socket))
        this.#lose(failure, wasIdle);
    };
    const comparison = await compareSockets(this.#options.dial, mute, isDead, onLost, signal);
    if (comparison.kind !== "dead") return comparison.kind;
    if (this.#socket !== mute) {
      comparison.dialled.close(hungUp);
      return "alive";
    }
    adopted.push(comparison.fresh);
    onDead();
    // Other calls may only have been in the way of what was waited for.
    if (this.#dialled !== undefined) this.#retired.add(this.#dialled);
    mute.retire();
    this.#dialled = comparison.dialled;
    this.#socket = comparison.fresh;
    this.#socket.setWatched(this.#isWatched);
    this.#reopened.fire();
    return "dead";
  }

  /** The same with POST, which serves in the place of a mute socket; no fresh one can be had. */
  async compareWithPost(
    isDead: () => Promise<boolean>,
    { onDead, signal }: Omit<CompareOptions, "isPostThere">,
  ): Promise<"dead" | "closed"> {
    const mute = this.#socket;
    const before = mute?.messages;
    const verdict = await isDead().catch(() => false);
    const isSame = mute !== undefined && this.#socket === mute && mute.messages === before;
    if (!verdict || !isSame || signal.aborted) return "closed";
    onDead();
    this.handle({ kind: "socketMute", error: toLocalError(mutism) });
    return "dead";
  }

  /** Lets go of everything; calls on the socket fail with `failure`. */
  end(failure: Failure): void {
    this.#emitter.dispose();
    this.#reopened.dispose();
    this.#hangUp(failure);
    this.handle({ kind: "disconnect" });
  }

  #step(event: ReconnectEvent): void {
    const { clock, random, logger } = this.#options;
    const before = this.#phase;
    const moment = { now: clock.now(), random: random(), isWatched: this.#isWatched };
    const { phase, effects } = reduce(before, event, moment);
    this.#phase = phase;
    for (const effect of effects) this.#carryOut(effect);
    if (before.kind === "reopening" && phase.kind === "open") this.#reopened.fire();
    const state = toConnectionState(phase);
    if (isSameState(this.#state, state)) return;
    this.#state = state;
    logger.debug(
      `connection: ${event.kind} -> ${state.kind}`,
      ...("error" in state ? [state.error] : []),
    );
    this.#emitter.fire(state);
  }

  #carryOut(effect: Effect): void {
    switch (effect.kind) {
      case "dial":
        this.#dial();
        break;
      case "hangUp":
        this.#hangUp(hungUp);
        break;
      case "probe":
        this.#startProbe();
        break;
      case "cancelProbe":
        this.#probe?.abort();
        this.#probe = undefined;
        break;
      case "startTimer":
        this.#startTimer(effect.delayMs);
        break;
      case "stopTimer":
        this.#timer?.dispose();
        break;
      case "check":
        this.#socket?.check();
        break;
    }
  }

  #startTimer(delayMs: number): void {
    this.#timer = this.#options.clock.setTimeout(() => this.handle({ kind: "timer" }), delayMs);
  }

  #dial(): void {
    let opened: SocketTransport | undefined;
    const onSlow = (): void => this.handle({ kind: "dialSlow" });
    const slowTimer = this.#options.clock.setTimeout(onSlow, slowDialMs);
    this.#slowTimer = slowTimer;
    this.#dialled = this.#options.dial({
      onOpen: (socket) => {
        slowTimer.dispose();
        opened = socket;
        this.#socket = socket;
        socket.setWatched(this.#isWatched);
        this.handle({ kind: "dialled" });
      },
      onFail: (failure) => {
        slowTimer.dispose();
        this.handle({ kind: "dialFailed", error: toLocalError(failure) });
      },
      onLost: (failure, wasIdle) => {
        if (this.#socket === opened) this.#lose(failure, wasIdle);
      },
    });
  }

  #lose(failure: Failure, wasIdle: boolean): void {
    this.#socket = undefined;
    const kind = wasIdle ? "idleSocketLost" : "socketLost";
    this.handle({ kind, error: toLocalError(failure) });
  }

  #hangUp(failure: Failure): void {
    this.#slowTimer?.dispose();
    this.#socket = undefined;
    this.#dialled?.close(failure);
    this.#dialled = undefined;
    for (const dialled of this.#retired) dialled.close(failure);
    this.#retired.clear();
  }

  #startProbe(): void {
    const controller = new AbortController();
    this.#probe = controller;
    void this.#options.probe(controller.signal).then((outcome) => {
      if (controller.signal.aborted) return;
      this.#probe = undefined;
      this.handle(
        outcome === "works" ? { kind: "probed" } : { kind: "probeFailed", error: outcome },
      );
    });
  }
}
