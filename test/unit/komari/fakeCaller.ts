import { type CallOptions, type RpcCaller } from "../../../src/rpc/client";
import { RpcRemoteError } from "../../../src/rpc/errors";
import { type Params } from "../../../src/rpc/message";

export interface SeenCall {
  readonly method: string;
  readonly params: Params | undefined;
  readonly options: CallOptions | undefined;
}

/** A method's answer, or an error to reject with. */
export type Answers = Record<string, unknown>;

/** Answers by method; what has no answer does not exist, as to an administrator. */
export function fakeCaller(answers: Answers = {}) {
  const calls: SeenCall[] = [];
  const caller: RpcCaller = {
    call: async (method, params, options) => {
      calls.push({ method, params, options });
      await Promise.resolve();
      if (!Object.hasOwn(answers, method)) {
        throw new RpcRemoteError(-32601, "method not found", method);
      }
      const answer = answers[method];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { caller, calls, answers };
}

/** What 1.0.7 answers to a visitor, `admin:__probe` apart. */
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
