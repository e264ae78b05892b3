import { type RpcError, RpcLocalError } from "./errors";
import { type Outcome, toRemoteError } from "./failure";
import { type Reply, type RequestId } from "./message";

/** How one call of a batch ended. */
export type BatchOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: RpcError };

/** The answer to a single request; servers leave the id out of some errors. */
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

/**
 * The answers to a batch, in the order of its calls: matched by id, else by place. One bad element
 * makes the server refuse the whole with a single error without an id: then that is every outcome.
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

function hasNoId(reply: Reply): boolean {
  return reply.id === undefined || reply.id === null;
}
