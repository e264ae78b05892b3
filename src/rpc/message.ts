import { isRecord, parseJson } from "../util/json";
import { RawJson } from "../json/rawJson";

/** Named or positional parameters, or whatever the user has written for them. */
export type Params = Readonly<Record<string, unknown>> | readonly unknown[] | RawJson;

/** What this client uses as an id. Servers echo numbers through float64, so it stays small. */
export type RequestId = number;

export interface Call {
  readonly method: string;
  readonly params?: Params | undefined;
}

export interface RemoteErrorBody {
  readonly code: number;
  readonly message: string;
  readonly data: unknown;
}

/** One answer. Without an `id` it belongs to a notification, or to a request the server could not read. */
export type Reply =
  | { readonly id: unknown; readonly ok: true; readonly result: unknown }
  | { readonly id: unknown; readonly ok: false; readonly error: RemoteErrorBody };

/** JSON-RPC's "internal error": stands in where a server's error object has no usable code. */
const internalError = -32603;

/** Throws for params that are no JSON, as those with cycles or bigints. */
export function encodeRequest(id: RequestId, { method, params }: Call): string {
  if (!(params instanceof RawJson)) return JSON.stringify({ jsonrpc: "2.0", id, method, params });
  // Text that is more or less than one value would make something else of the call.
  JSON.parse(params.text);
  const head = JSON.stringify({ jsonrpc: "2.0", id, method });
  return `${head.slice(0, -1)},"params":${params.text}}`;
}

/** One text for all `calls`; ids count up from `firstId`. */
export function encodeBatch(firstId: RequestId, calls: readonly Call[]): string {
  return `[${calls.map((call, index) => encodeRequest(firstId + index, call)).join(",")}]`;
}

/** The reply in a text that should hold exactly one; undefined when it holds something else. */
export function parseMessage(text: string): Reply | undefined {
  return toReply(parseJson(text));
}

/** The replies in a text, single or batch; undefined when anything in it is none, or nothing is in it. */
export function parseMessages(text: string): readonly Reply[] | undefined {
  const value = parseJson(text);
  if (!Array.isArray(value)) {
    const reply = toReply(value);
    return reply && [reply];
  }
  const replies: Reply[] = [];
  for (const item of value) {
    const reply = toReply(item);
    if (reply === undefined) return undefined;
    replies.push(reply);
  }
  return replies.length === 0 ? undefined : replies;
}

function toReply(value: unknown): Reply | undefined {
  if (!isRecord(value) || !looksLikeReply(value)) return undefined;
  const id = value.id;
  const error = value.error;
  if (error !== undefined && error !== null) return { id, ok: false, error: toErrorBody(error) };
  // A success whose result is null comes without `result`.
  return { id, ok: true, result: value.result ?? null };
}

/** REST responses (`{"status":"error",…}`) must not pass for a success with null. */
function looksLikeReply(value: Readonly<Record<string, unknown>>): boolean {
  const version = value.jsonrpc;
  if (version !== undefined) return version === "2.0";
  return isRecord(value.error) || ("id" in value && "result" in value);
}

/** Plugins may throw anything, so every field may be missing. */
function toErrorBody(error: unknown): RemoteErrorBody {
  if (!isRecord(error)) return { code: internalError, message: String(error), data: undefined };
  const { code, message, data } = error;
  return {
    code: typeof code === "number" ? code : internalError,
    message: typeof message === "string" ? message : "",
    data,
  };
}
