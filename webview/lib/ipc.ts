import {
  type Api,
  failureMethod,
  isResponse,
  isOutgoing,
  type KeysOfKind,
  type OutgoingMessage,
  type ParamsOf,
  type ResultOf,
} from "../../src/shared/ipc";

/** What VS Code gives to the page of a webview, once. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** The part of the host, as the webview sees it. */
export interface Channel<A extends Api> {
  /** Without a response. */
  send<Key extends KeysOfKind<A, "command">>(
    key: Key,
    ...params: ParamsOf<A[Key]> extends undefined ? [] : [ParamsOf<A[Key]>]
  ): void;
  /** Rejects with an Error that has the host's message when the request failed. */
  request<Key extends KeysOfKind<A, "request">>(
    key: Key,
    params: ParamsOf<A[Key]>,
  ): Promise<ResultOf<A[Key]>>;
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** By the keys of the api. */
type NotificationHandlers = Readonly<Record<string, (params: never) => unknown>>;

/**
 * @param listen calls back with every message that comes from the host. Messages that the api does
 * not know, and responses without a pending request, are ignored.
 */
export function openChannel<A extends Api>(
  api: A,
  handlers: NotificationHandlers,
  post: (message: OutgoingMessage) => void,
  listen: (onMessage: (message: unknown) => void) => void,
): Channel<A> {
  const pending = new Map<number, Pending>();
  const byMethod = handlersByMethod(api, handlers);
  let lastId = 0;
  const handle = async ({ method, params }: OutgoingMessage) => {
    try {
      await byMethod.get(method)?.(params as never);
    } catch (error) {
      post({ method: failureMethod, params: { method, message: messageOf(error) } });
      // For the developer tools too.
      reportError(error);
    }
  };
  listen((message) => {
    if (isOutgoing(message)) void handle(message);
    else if (isResponse(message)) {
      const request = pending.get(message.id);
      pending.delete(message.id);
      if (message.ok) request?.resolve(message.result);
      else request?.reject(new Error(message.message));
    }
  });
  return {
    send: (key, ...[params]) => post({ method: methodOf(api, key), params }),
    request: <Key extends KeysOfKind<A, "request">>(key: Key, params: ParamsOf<A[Key]>) =>
      new Promise<ResultOf<A[Key]>>((resolve, reject) => {
        const id = ++lastId;
        // What comes back is what the api says: both ends are compiled against it.
        pending.set(id, { resolve: (result) => resolve(result as ResultOf<A[Key]>), reject });
        post({ method: methodOf(api, key), params, id });
      }),
  };
}

/** The host's sentence about a request that failed. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function methodOf<A extends Api>(api: A, key: keyof A): string {
  return api[key]?.method ?? "";
}

function handlersByMethod(api: Api, handlers: NotificationHandlers) {
  const byKey = new Map(Object.entries(handlers));
  const byMethod = new Map<string, (params: never) => unknown>();
  for (const [key, { kind, method }] of Object.entries(api)) {
    const handler = byKey.get(key);
    if (kind === "notification" && handler !== undefined) byMethod.set(method, handler);
  }
  return byMethod;
}
