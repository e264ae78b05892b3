import { type BatchCaller, type BatchOutcome, type CallOptions } from "../../../src/rpc/client";
import { RpcRemoteError } from "../../../src/rpc/errors";
import { toRpcError } from "../../../src/rpc/failure";
import { type Params } from "../../../src/rpc/message";

export interface SeenCall {
  readonly method: string;
  readonly params: Params | undefined;
  readonly options: CallOptions | undefined;
}

/** A method's answer, or an error to reject with. */
export type Answers = Record<string, unknown>;

/** Answers by method; what has no response does not exist, as to an administrator. */
export function fakeCaller(responses: Answers = {}) {
  const calls: SeenCall[] = [];
  const call: BatchCaller["call"] = async (method, params, options) => {
    calls.push({ method, params, options });
    await Promise.resolve();
    if (!Object.hasOwn(responses, method)) {
      throw new RpcRemoteError(-32601, "method not found", method);
    }
    const response = responses[method];
    if (response instanceof Error) throw response;
    return response;
  };
  const caller: BatchCaller = {
    call,
    batch: (batch, options) =>
      Promise.all(batch.map(({ method, params }) => outcomeOf(call(method, params, options)))),
  };
  return { caller, calls, responses };
}

async function outcomeOf(response: Promise<unknown>): Promise<BatchOutcome> {
  try {
    return { ok: true, result: await response };
  } catch (error) {
    return { ok: false, error: toRpcError(error) };
  }
}

/** What 1.0.7 responses to a visitor, `admin:__probe` apart. */
export function answersOfGuest(): Answers {
  return {
    "common:getVersion": { version: "1.0.7", hash: "abc" },
    "common:getPublicInfo": { sitename: "Site" },
    "rpc.methods": ["common:getNodes", "common:getMe"],
    "admin:__probe": new RpcRemoteError(401, "Unauthorized", undefined),
  };
}

export function answersOfAdmin(): Answers {
  return {
    ...answersOfGuest(),
    "admin:__probe": new RpcRemoteError(-32601, "method not found", "admin:__probe"),
  };
}
