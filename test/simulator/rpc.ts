import { type Caller } from "./auth";
import {
  type BadCall,
  type RpcCall,
  decodeCall,
  isCall,
  writeError,
  writeResult,
} from "./envelope";
import { delay } from "./faults";
import { parseFirst, parseJson } from "./json";
import { authorize } from "./methods/permission";
import { type MethodContext } from "./methods/handler";
import { handlerOf } from "./methods/registry";
import { type Knobs } from "./knobs";
import { type Reply, empty, jsonPieces } from "./reply";
import { RpcError } from "./rpcError";
import { type SimRequest } from "./simRequest";
import { type World } from "./world";

export interface RpcContext {
  readonly world: World;
  readonly caller: Caller;
  readonly request: SimRequest;
}

/** A POST: one call or a batch; whatever the calls say, the status is 200. */
export async function answerPost(body: string, context: RpcContext): Promise<Reply> {
  const { knobs } = context.world;
  const { calls, refusal } = readPost(body, knobs);
  if (refusal !== undefined) {
    return jsonPieces(refusal.status, [writeError(undefined, refusal.error)]);
  }
  const responses: Iterable<string>[] = [];
  for (const call of calls) {
    const pieces = await response(call, context, "post", calls.length);
    if (knobs.answersNotifications || !isNotification(call)) responses.push(pieces);
  }
  const [only] = responses;
  if (only === undefined) return empty(204);
  return jsonPieces(200, responses.length === 1 ? only : join(responses));
}

function isNotification({ id }: RpcCall): boolean {
  return id === undefined || id === null;
}

/** A message on a socket: the response, none, or the end of the socket, where the server cannot take it. */
export async function answerMessage(
  text: string,
  context: RpcContext,
): Promise<Iterable<string> | "silence" | "end"> {
  const { decodesStreams } = context.world.profile.socket;
  const parsed = decodesStreams ? parseFirst(text) : parseJson(text);
  if (!parsed.ok && parsed.truncated && decodesStreams) return "end";
  const call = parsed.ok
    ? decodeCall(parsed.value)
    : ({ kind: "undecodable", reason: parsed.reason } as const);
  if (isCall(call)) {
    const pieces = await response(call, context, "ws", 1);
    return context.world.knobs.answersNotifications || !isNotification(call) ? pieces : "silence";
  }
  return call.kind === "invalid"
    ? [writeError(call.id, new RpcError(-32600, call.message))]
    : [writeError(undefined, new RpcError(-32600, `bad request: ${call.reason}`))];
}

interface Post {
  readonly calls: readonly RpcCall[];
  readonly refusal?: { readonly status: number; readonly error: RpcError };
}

function readPost(body: string, knobs: Knobs): Post {
  const fail = (code: number, message: string, data?: string): Post => ({
    calls: [],
    refusal: { status: 400, error: new RpcError(code, message, data) },
  });
  if (Buffer.byteLength(body) > knobs.bodyMax) return fail(-32700, "read body error");
  if (body.trim() === "") return fail(-32700, "empty body");
  const parsed = parseJson(body);
  if (!parsed.ok) return fail(-32700, "invalid json", parsed.reason);
  if (typeof parsed.value !== "object" || parsed.value === null) {
    return fail(-32700, "invalid json: not object/array");
  }
  const items: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  if (items.length === 0) return fail(-32600, "empty batch");
  if (items.length > knobs.batchMax) {
    return { calls: [], refusal: { status: knobs.batchRefusal, error: tooMany(knobs) } };
  }
  const decoded = items.map(decodeCall);
  const bad = decoded.filter((item): item is BadCall => !isCall(item));
  for (const item of bad) {
    if (item.kind === "undecodable") return fail(-32700, "invalid json", item.reason);
  }
  for (const item of bad) if (item.kind === "invalid") return fail(-32600, item.message);
  return { calls: decoded.filter(isCall) };
}

/** The two words for it of servers that have the limit. */
function tooMany({ batchMax, batchRefusal }: Knobs): RpcError {
  const message =
    batchRefusal === 400
      ? `batch exceeds ${batchMax} calls`
      : `RPC batch exceeds ${batchMax} requests`;
  return new RpcError(-32600, message);
}

async function response(
  call: RpcCall,
  { world, caller, request }: RpcContext,
  transport: "post" | "ws",
  batch: number,
): Promise<Iterable<string>> {
  const { path, headers } = request;
  world.journal.called({ ...call, transport, path, headers, role: caller.role, batch });
  const context: MethodContext = { world, caller, request, params: call.params, transport };
  const run = async () => {
    await delay(call.method, world);
    authorize(call.method, context);
    const handler = handlerOf(call.method, world);
    return writeResult(call.id, await handler(context));
  };
  try {
    return await world.queryPlaces.run(call.method, run, world);
  } catch (error) {
    if (error instanceof RpcError) return [writeError(call.id, error)];
    throw error;
  }
}

function* join(responses: readonly Iterable<string>[]): Iterable<string> {
  yield "[";
  for (const [index, pieces] of responses.entries()) {
    if (index > 0) yield ",";
    yield* pieces;
  }
  yield "]";
}
