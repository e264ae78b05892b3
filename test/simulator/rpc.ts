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
import { type Reply, jsonPieces } from "./reply";
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
  const { calls, problem } = readPost(body);
  if (problem !== undefined) return jsonPieces(400, [writeError(undefined, problem)]);
  const answers: Iterable<string>[] = [];
  for (const call of calls) answers.push(await answer(call, context, "post", calls.length));
  const [only] = answers;
  return jsonPieces(200, answers.length === 1 && only !== undefined ? only : join(answers));
}

/** A message on a socket. Undefined: the server cannot take it and the socket dies. */
export async function answerMessage(
  text: string,
  context: RpcContext,
): Promise<Iterable<string> | undefined> {
  const { decodesStreams } = context.world.profile.socket;
  const parsed = decodesStreams ? parseFirst(text) : parseJson(text);
  if (!parsed.ok && parsed.truncated && decodesStreams) return undefined;
  const call = parsed.ok
    ? decodeCall(parsed.value)
    : ({ kind: "undecodable", reason: parsed.reason } as const);
  if (isCall(call)) return answer(call, context, "ws", 1);
  return call.kind === "invalid"
    ? [writeError(call.id, new RpcError(-32600, call.message))]
    : [writeError(undefined, new RpcError(-32600, `bad request: ${call.reason}`))];
}

function readPost(body: string): { calls: readonly RpcCall[]; problem?: RpcError } {
  const fail = (code: number, message: string, data?: string) => ({
    calls: [],
    problem: new RpcError(code, message, data),
  });
  if (body.trim() === "") return fail(-32700, "empty body");
  const parsed = parseJson(body);
  if (!parsed.ok) return fail(-32700, "invalid json", parsed.reason);
  if (typeof parsed.value !== "object" || parsed.value === null) {
    return fail(-32700, "invalid json: not object/array");
  }
  const items: readonly unknown[] = Array.isArray(parsed.value) ? parsed.value : [parsed.value];
  if (items.length === 0) return fail(-32600, "empty batch");
  const decoded = items.map(decodeCall);
  const bad = decoded.filter((item): item is BadCall => !isCall(item));
  for (const item of bad) {
    if (item.kind === "undecodable") return fail(-32700, "invalid json", item.reason);
  }
  for (const item of bad) if (item.kind === "invalid") return fail(-32600, item.message);
  return { calls: decoded.filter(isCall) };
}

async function answer(
  call: RpcCall,
  { world, caller, request }: RpcContext,
  transport: "post" | "ws",
  batch: number,
): Promise<Iterable<string>> {
  const { path, headers } = request;
  world.journal.called({ ...call, transport, path, headers, role: caller.role, batch });
  await delay(call.method, world);
  try {
    const context: MethodContext = { world, caller, request, params: call.params, transport };
    authorize(call.method, context);
    const handler = handlerOf(call.method, world);
    return writeResult(call.id, await handler(context));
  } catch (error) {
    if (error instanceof RpcError) return [writeError(call.id, error)];
    throw error;
  }
}

function* join(answers: readonly Iterable<string>[]): Iterable<string> {
  yield "[";
  for (const [index, pieces] of answers.entries()) {
    if (index > 0) yield ",";
    yield* pieces;
  }
  yield "]";
}
