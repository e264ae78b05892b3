import { type Clock } from "../util/clock";
import { type Disposable } from "../util/disposable";

/** Below the 60 s of silence after which nginx cuts. */
export const pingIntervalMs = 20_000;
/** While the user looks: a peer that is gone is noticed within three times as long. */
const watchedIntervalMs = 5_000;

interface Peer {
  ping(): void;
  /** Whether a call made before the last ping still waits: servers answer nothing, not even a ping, while they work on one. */
  isBusy(): boolean;
  /** The peer has been silent for a whole interval after a ping, and may be gone. */
  onSilent(): void;
}

/** Pings a peer at intervals and notices when it may no longer answer. Servers never ping of themselves. */
export class Heartbeat implements Disposable {
  readonly #clock: Clock;
  readonly #peer: Peer;
  #intervalMs = pingIntervalMs;
  #timer: Disposable;
  #pinged = false;
  #hasReceived = false;

  constructor(clock: Clock, peer: Peer) {
    this.#clock = clock;
    this.#peer = peer;
    this.#timer = this.#schedule();
  }

  /** Anything that arrives is a sign of life. */
  messageReceived(): void {
    this.#hasReceived = true;
  }

  setWatched(isWatched: boolean): void {
    const intervalMs = isWatched ? watchedIntervalMs : pingIntervalMs;
    if (intervalMs === this.#intervalMs) return;
    this.#intervalMs = intervalMs;
    this.#timer.dispose();
    this.#timer = this.#schedule();
  }

  dispose(): void {
    this.#timer.dispose();
  }

  #schedule(): Disposable {
    return this.#clock.setTimeout(() => this.#beat(), this.#intervalMs);
  }

  #beat(): void {
    this.#timer = this.#schedule();
    const isSilent = this.#pinged && !this.#hasReceived;
    if (isSilent && !this.#peer.isBusy()) this.#peer.onSilent();
    if (!isSilent) this.#peer.ping();
    this.#pinged = true;
    this.#hasReceived = false;
  }
}
