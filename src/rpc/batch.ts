import { type RpcError, RpcLocalError } from "./errors";
import { type Outcome, toRemoteError } from "./failure";
import { type RemoteErrorBody, type Reply, type RequestId } from "./message";

/** How one call of a batch ended. */
export type BatchOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: RpcError };

/** The response to a single request; servers leave the id out of some errors. */
export function outcomeOf(id: RequestId, replies: readonly Reply[]): Outcome {
  const own = replies.find((reply) => reply.id === id);
  if (own !== undefined) return own;
  const [only] = replies;
  if (only !== undefined && replies.length === 1 && hasNoId(only)) return only;
  return {
    ok: false,
    failure: { code: "malformed", detail: "the response belongs to another call" },
  };
}

/** JSON-RPC's "invalid request" and "parse error": the server has run no call of the request. */
const unreadCodes: ReadonlySet<number> = new Set([-32600, -32700]);

/** Whether a server could not read the request though its JSON is valid: a very large one is then too large. */
export function isUnread(reply: Outcome): boolean {
  return !reply.ok && "error" in reply && unreadCodes.has(reply.error.code);
}

/** Messages about batches that are too long, under any code. */
const sizeWords = /\bbatch|\btoo (?:many calls|large|long|big)\b/i;

/**
 * The error with which a server refuses a batch of several calls as a whole, for example for its length: one
 * error instead of all replies, or the same for every call.
 */
export function batchRefusal(
  firstId: RequestId,
  count: number,
  replies: readonly Reply[],
): RemoteErrorBody | undefined {
  const [first] = replies;
  if (count < 2 || first?.ok !== false) return undefined;
  const { id, error } = first;
  const isSame = (reply: Reply): boolean => !reply.ok && reply.error.code === error.code;
  if (replies.length === count ? !replies.every(isSame) : replies.length !== 1) return undefined;
  const isOfOneCall =
    replies.length === 1 && typeof id === "number" && id >= firstId && id < firstId + count;
  const isAboutSize = sizeWords.test(error.message) && !isOfOneCall;
  return unreadCodes.has(error.code) || isAboutSize ? error : undefined;
}

/**
 * The responses to a batch, in the order of its calls: matched by id, else by place. A single error
 * without an id is about the whole: then that is every outcome.
 */
export function batchOutcomes(
  firstId: RequestId,
  count: number,
  replies: readonly Reply[],
): readonly BatchOutcome[] {
  const byId = new Map(replies.map((reply) => [reply.id, reply]));
  const [first] = replies;
  const refusal = replies.length === 1 && first?.ok === false && hasNoId(first) ? first : undefined;
  return Array.from({ length: count }, (_, index) => {
    const inPlace = replies.length === count ? replies[index] : undefined;
    const unnamed = inPlace !== undefined && hasNoId(inPlace) ? inPlace : undefined;
    return toBatchOutcome(byId.get(firstId + index) ?? unnamed ?? refusal);
  });
}

function toBatchOutcome(reply: Reply | undefined): BatchOutcome {
  if (reply === undefined) {
    return {
      ok: false,
      error: new RpcLocalError("malformed", "no answer to this call of the batch"),
    };
  }
  if (reply.ok) return { ok: true, result: reply.result };
  return { ok: false, error: toRemoteError(reply.error) };
}

export function hasNoId(reply: Reply): boolean {
  return reply.id === undefined || reply.id === null;
}
