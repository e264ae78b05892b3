import {
  type ResponseMessage,
  type Api,
  type HostHandlers,
  failureMethod,
  isFailure,
  isOutgoing,
  type KeysOfKind,
  type OutgoingMessage,
  type ParamsOf,
} from "../../shared/ipc";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Logger } from "../../util/logger";

/** What is used of a webview. */
export interface WebviewPort {
  postMessage(message: unknown): PromiseLike<boolean>;
  readonly onDidReceiveMessage: (listener: (message: unknown) => void) => Disposable;
}

export interface ChannelOptions<A extends Api> {
  readonly api: A;
  readonly handlers: HostHandlers<A>;
  /** A sentence for people in place of an error. */
  readonly failureText: (error: unknown, method: string) => string;
  readonly logger: Logger;
}

type Handler = (params: never) => unknown;

/** The host's end of the messages with one webview. Nothing here throws, also when that is gone. */
export class WebviewChannel<A extends Api> implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #handlers: ReadonlyMap<string, { readonly kind: string; readonly handle: Handler }>;

  constructor(
    private readonly port: WebviewPort,
    private readonly options: ChannelOptions<A>,
  ) {
    this.#handlers = handlersByMethod(options.api, options.handlers);
    this.#disposables.add(port.onDidReceiveMessage((message) => this.#receive(message)));
  }

  notify<Key extends KeysOfKind<A, "notification">>(key: Key, params: ParamsOf<A[Key]>): void {
    const method = this.options.api[key]?.method;
    if (method !== undefined) this.#post({ method, params });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #receive(message: unknown): void {
    if (!isOutgoing(message)) {
      this.options.logger.warn("A webview sent an invalid message");
      return;
    }
    if (message.method === failureMethod) {
      this.#logFailure(message.params);
      return;
    }
    const known = this.#handlers.get(message.method);
    const { id } = message;
    if (known === undefined || (known.kind === "request") !== (id !== undefined)) {
      this.options.logger.warn(`A webview sent an unknown message: ${message.method}`);
      if (id !== undefined) this.#fail(id, message, new Error("unknown request"));
      return;
    }
    const done = run(() => known.handle(message.params as never));
    if (id === undefined) done.catch((error: unknown) => this.#log(message, error));
    else void this.#respond(id, message, done);
  }

  async #respond(id: number, message: OutgoingMessage, done: Promise<unknown>): Promise<void> {
    try {
      this.#post({ id, ok: true, result: await done });
    } catch (error) {
      this.#log(message, error);
      this.#fail(id, message, error);
    }
  }

  #fail(id: number, { method }: OutgoingMessage, error: unknown): void {
    this.#post({ id, ok: false, message: this.options.failureText(error, method) });
  }

  #logFailure(failure: unknown): void {
    const { method = "", message = "" } = isFailure(failure) ? failure : {};
    this.options.logger.error(`A webview failed: ${method}`, message);
  }

  #log({ method }: OutgoingMessage, error: unknown): void {
    this.options.logger.error(`A webview's message failed: ${method}`, error);
  }

  #post(message: OutgoingMessage | ResponseMessage): void {
    if (this.#disposables.disposed) return;
    run(() => this.port.postMessage(message)).catch((error: unknown) =>
      this.options.logger.debug("A message did not reach its webview", error),
    );
  }
}

/** Also what throws at once becomes a rejection. */
function run(work: () => unknown): Promise<unknown> {
  return new Promise((resolve) => resolve(work()));
}

function handlersByMethod<A extends Api>(api: A, handlers: HostHandlers<A>) {
  const byKey = new Map<string, Handler>(Object.entries(handlers));
  return new Map(
    Object.entries(api).flatMap(([key, { kind, method }]) => {
      const handle = byKey.get(key);
      return handle === undefined || kind === "notification"
        ? []
        : [[method, { kind, handle }] as const];
    }),
  );
}
