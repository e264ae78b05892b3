/**
 * Messages between the extension host and a webview. A panel's api is one `as const` object of the
 * definitions below; both sides are then held to it by `Handlers`, so that a missing handler does
 * not compile. What may fail is a request: it is always responded to, with a value or with a failure
 * that the page shows. A failure in the page goes to the host's log.
 */

/** From the webview, responded to by the host. */
export interface RequestType<Params, Result> {
  readonly kind: "request";
  readonly method: string;
  /** Never there: carries the types. */
  readonly types?: { readonly params: Params; readonly result: Result };
}

/** From the webview, without a response: its handler ends at once. */
export interface CommandType<Params> {
  readonly kind: "command";
  readonly method: string;
  readonly types?: { readonly params: Params };
}

/** From the host, without a response. */
export interface NotificationType<Params> {
  readonly kind: "notification";
  readonly method: string;
  readonly types?: { readonly params: Params };
}

export function request<Params, Result>(method: string): RequestType<Params, Result> {
  return { kind: "request", method };
}

/** A request of which only a failure matters. */
export function action<Params>(method: string): RequestType<Params, unknown> {
  return request(method);
}

export function command<Params = undefined>(method: string): CommandType<Params> {
  return { kind: "command", method };
}

export function notification<Params = undefined>(method: string): NotificationType<Params> {
  return { kind: "notification", method };
}

export type Api = Readonly<
  Record<string, RequestType<unknown, unknown> | CommandType<unknown> | NotificationType<unknown>>
>;

export type ParamsOf<Type> =
  Type extends RequestType<infer Params, unknown>
    ? Params
    : Type extends CommandType<infer Params>
      ? Params
      : Type extends NotificationType<infer Params>
        ? Params
        : never;

export type ResultOf<Type> = Type extends RequestType<unknown, infer Result> ? Result : never;

/** The keys of an api's messages of one kind. */
export type KeysOfKind<A extends Api, Kind extends A[string]["kind"]> = {
  [Key in keyof A]: A[Key]["kind"] extends Kind ? Key : never;
}[keyof A];

/** What the host must be able to do for a webview with this api. */
export type HostHandlers<A extends Api> = {
  readonly [Key in KeysOfKind<A, "request">]: (
    params: ParamsOf<A[Key]>,
  ) => Promise<ResultOf<A[Key]>>;
} & {
  readonly [Key in KeysOfKind<A, "command">]: (params: ParamsOf<A[Key]>) => void;
};

/** On the wire between the two. `id` is there for requests and their responses only. */
export interface OutgoingMessage {
  readonly method: string;
  readonly params: unknown;
  readonly id?: number;
}

/** From every webview: the handler of a message from the host has failed. */
export const failureMethod = "failed";

export interface Failure {
  /** Of the message from the host. */
  readonly method: string;
  readonly message: string;
}

export type ResponseMessage =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Messages come from another process: their frame is checked, not believed. */
export function isOutgoing(value: unknown): value is OutgoingMessage {
  return (
    isObject(value) &&
    typeof value.method === "string" &&
    (value.id === undefined || typeof value.id === "number")
  );
}

export function isFailure(value: unknown): value is Failure {
  return isObject(value) && typeof value.method === "string" && typeof value.message === "string";
}

export function isResponse(value: unknown): value is ResponseMessage {
  return isObject(value) && typeof value.id === "number" && typeof value.ok === "boolean";
}
