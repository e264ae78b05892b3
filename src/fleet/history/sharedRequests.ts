/** Progress of a response. */
export interface HistoryProgress {
  readonly rows: number;
  /** Undefined until the server has reported it. */
  readonly expected: number | undefined;
}

export interface RequestOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: HistoryProgress) => void) | undefined;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: HistoryProgress) => void;
}

interface PendingRequest<T> {
  readonly response: Promise<T>;
  readonly controller: AbortController;
  readonly subscribers: Set<RequestOptions>;
}

/** Shares one pending request among all subscribers with the same key; aborts it when the last one leaves. */
export class SharedRequests<T> {
  readonly #requests = new Map<string, PendingRequest<T>>();

  /** Rejects with the error of `fetch`, or with the signal's reason when the signal aborts. */
  get(
    key: string,
    subscriber: RequestOptions,
    fetch: (options: FetchOptions) => Promise<T>,
  ): Promise<T> {
    if (subscriber.signal?.aborted === true) return Promise.reject(reasonOf(subscriber.signal));
    const request = this.#requests.get(key) ?? this.#start(key, fetch);
    request.subscribers.add(subscriber);
    return this.#subscribe(key, request, subscriber);
  }

  #start(key: string, fetch: (options: FetchOptions) => Promise<T>): PendingRequest<T> {
    const controller = new AbortController();
    const subscribers = new Set<RequestOptions>();
    const onProgress = (progress: HistoryProgress) => {
      for (const subscriber of [...subscribers]) subscriber.onProgress?.(progress);
    };
    const response = fetch({ signal: controller.signal, onProgress }).finally(() => {
      if (this.#requests.get(key)?.controller === controller) this.#requests.delete(key);
    });
    const request = { response, controller, subscribers };
    this.#requests.set(key, request);
    return request;
  }

  #subscribe(key: string, request: PendingRequest<T>, subscriber: RequestOptions): Promise<T> {
    const { signal } = subscriber;
    return new Promise((resolve, reject) => {
      const unsubscribe = () => {
        signal?.removeEventListener("abort", onAbort);
        request.subscribers.delete(subscriber);
      };
      const onAbort = () => {
        unsubscribe();
        if (signal !== undefined) reject(reasonOf(signal));
        if (request.subscribers.size > 0) return;
        if (this.#requests.get(key) === request) this.#requests.delete(key);
        request.controller.abort();
      };
      signal?.addEventListener("abort", onAbort);
      request.response.then(resolve, reject).finally(unsubscribe);
    });
  }
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error("aborted", { cause: reason });
}
