import { type ChartProgress, type ChartQuery } from "../../../src/shared/chartApi";

/** Progress is shown only from here on. */
const slowAfterMs = 150;
/** Debounce of queries after the last turn of a wheel. */
export const debounceMs = 150;

interface QueryEvents {
  readonly send: (query: ChartQuery) => void;
  readonly cancel: () => void;
  /** Something has changed that can be seen. */
  readonly onChange: () => void;
}

/** Sends queries to the host; only responses to the newest query count. */
export class Queries {
  /** Starts elsewhere when the page is loaded again: no old response is taken for one of ours. */
  #id = Math.floor(performance.timeOrigin);
  #waiting = false;
  #slow = false;
  #progress: ChartProgress | undefined;
  #sendTimer: number | undefined;
  #slowTimer: number | undefined;

  constructor(private readonly events: QueryEvents) {}

  /** Neither completed nor cancelled. */
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

  /** @param delayMs debounce; 0: at once. A request before it is over replaces this one. */
  request(query: Omit<ChartQuery, "id">, delayMs = 0): void {
    const request = { ...query, id: ++this.#id };
    this.#stop();
    this.#waiting = true;
    const send = () => {
      this.#slowTimer = window.setTimeout(() => {
        this.#slow = true;
        this.events.onChange();
      }, slowAfterMs);
      this.events.send(request);
    };
    if (delayMs === 0) send();
    else this.#sendTimer = window.setTimeout(send, delayMs);
  }

  /** True when this is for the newest query. */
  isNewest(id: number): boolean {
    return id === this.#id;
  }

  complete(): void {
    this.#stop();
  }

  /** Responses that still come for it are ignored. */
  cancel(): void {
    this.#stop();
    this.#id += 1;
    this.events.cancel();
    this.events.onChange();
  }

  setProgress(progress: ChartProgress): void {
    if (this.#waiting) this.#progress = progress;
  }

  /** Keeps waiting without progress: the server is away for now. */
  clearProgress(): void {
    this.#progress = undefined;
  }

  #stop(): void {
    clearTimeout(this.#sendTimer);
    clearTimeout(this.#slowTimer);
    this.#waiting = this.#slow = false;
    this.#progress = undefined;
  }
}
