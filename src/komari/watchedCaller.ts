import { type BatchCaller } from "../rpc/client";
import { isRefusal } from "./problem";

/** `caller`, telling when it is refused; for calls that every visitor of a public site may make. */
export function watchedCaller(caller: BatchCaller, onRefused: () => void): BatchCaller {
  const watch = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      if (isRefusal(error)) onRefused();
      throw error;
    }
  };
  return {
    call: (method, params, options) => watch(caller.call(method, params, options)),
    batch: async (calls, options) => {
      const outcomes = await watch(caller.batch(calls, options));
      if (outcomes.some((outcome) => !outcome.ok && isRefusal(outcome.error))) onRefused();
      return outcomes;
    },
  };
}
