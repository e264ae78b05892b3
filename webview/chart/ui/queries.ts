import { type ChartProgress, type ChartQuery } from "../../../src/shared/chartApi";

/** Below this nobody should see that something is loading. */
const quietMs = 150;
/** After the last turn of a wheel. */
export const settleMs = 150;

interface QueryEvents {
  readonly send: (query: ChartQuery) => void;
  readonly cancel: () => void;
  /** Something has changed that can be seen. */
  readonly onChange: () => void;
}

/** Asks the host for what the panel shows; of the answers only those to the newest query count. */
export class Queries {
  /** Starts elsewhere when the page is loaded again: no old answer is taken for one of ours. */
  #id = Math.floor(performance.timeOrigin);
  #waiting = false;
  #slow = false;
  #progress: ChartProgress | undefined;
  #sending: number | undefined;
  #patience: number | undefined;

  constructor(private readonly events: QueryEvents) {}

  /** Neither answered nor given up. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** Has been waiting for so long that it should be seen. */
  get slow(): boolean {
    return this.#slow;
  }

  get progress(): ChartProgress | undefined {
    return this.#progress;
  }

  /** @param delayMs 0: at once. What is asked before that takes its place. */
  ask(query: Omit<ChartQuery, "id">, delayMs = 0): void {
    const asked = { ...query, id: ++this.#id };
    this.#stop();
    this.#waiting = true;
    const send = () => {
      this.#patience = window.setTimeout(() => {
        this.#slow = true;
        this.events.onChange();
      }, quietMs);
      this.events.send(asked);
    };
    if (delayMs === 0) send();
    else this.#sending = window.setTimeout(send, delayMs);
  }

  /** True when this is for the newest query. */
  isNewest(id: number): boolean {
    return id === this.#id;
  }

  answer(): void {
    this.#stop();
  }

  /** What comes for it all the same is of no use any more. */
  giveUp(): void {
    this.#stop();
    this.#id += 1;
    this.events.cancel();
    this.events.onChange();
  }

  advance(progress: ChartProgress): void {
    if (this.#waiting) this.#progress = progress;
  }

  /** Goes on waiting; what had come until now may be all for a while. */
  stall(): void {
    this.#progress = undefined;
  }

  #stop(): void {
    clearTimeout(this.#sending);
    clearTimeout(this.#patience);
    this.#waiting = this.#slow = false;
    this.#progress = undefined;
  }
}
