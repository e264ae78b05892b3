/** How far an answer has come. */
export interface HistoryProgress {
  readonly rows: number;
  /** Undefined while the server has not told. */
  readonly expected: number | undefined;
}

/** Somebody who waits for an answer. */
export interface Waiting {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: HistoryProgress) => void) | undefined;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: HistoryProgress) => void;
}

interface Request<T> {
  readonly answer: Promise<T>;
  readonly controller: AbortController;
  readonly waiting: Set<Waiting>;
}

/** Who asks for what is being asked for already waits with the others; without them it is given up. */
export class SharedRequests<T> {
  readonly #requests = new Map<string, Request<T>>();

  /** Rejects as `ask` does, and with the signal's reason once the signal says so. */
  get(key: string, waiting: Waiting, ask: (options: AskOptions) => Promise<T>): Promise<T> {
    if (waiting.signal?.aborted === true) return Promise.reject(reasonOf(waiting.signal));
    const request = this.#requests.get(key) ?? this.#begin(key, ask);
    request.waiting.add(waiting);
    return this.#wait(key, request, waiting);
  }

  #begin(key: string, ask: (options: AskOptions) => Promise<T>): Request<T> {
    const controller = new AbortController();
    const waiting = new Set<Waiting>();
    const onProgress = (progress: HistoryProgress) => {
      for (const { onProgress: tell } of [...waiting]) tell?.(progress);
    };
    const answer = ask({ signal: controller.signal, onProgress }).finally(() => {
      if (this.#requests.get(key)?.controller === controller) this.#requests.delete(key);
    });
    const request = { answer, controller, waiting };
    this.#requests.set(key, request);
    return request;
  }

  #wait(key: string, request: Request<T>, waiting: Waiting): Promise<T> {
    const { signal } = waiting;
    return new Promise((resolve, reject) => {
      const leave = () => {
        signal?.removeEventListener("abort", giveUp);
        request.waiting.delete(waiting);
      };
      const giveUp = () => {
        leave();
        if (signal !== undefined) reject(reasonOf(signal));
        if (request.waiting.size > 0) return;
        if (this.#requests.get(key) === request) this.#requests.delete(key);
        request.controller.abort();
      };
      signal?.addEventListener("abort", giveUp);
      request.answer.then(resolve, reject).finally(leave);
    });
  }
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
