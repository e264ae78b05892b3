import { type BatchCaller } from "../rpc/client";
import { isRefusal } from "./problem";

/** Wraps a caller of methods that are open to guests: `onRefused` is called when the server refuses one. */
export function withRefusalListener(caller: BatchCaller, onRefused: () => void): BatchCaller {
  const listen = async <T>(response: Promise<T>): Promise<T> => {
    try {
      return await response;
    } catch (error) {
      if (isRefusal(error)) onRefused();
      throw error;
    }
  };
  return {
    call: (method, params, options) => listen(caller.call(method, params, options)),
    batch: async (calls, options) => {
      const outcomes = await listen(caller.batch(calls, options));
      if (outcomes.some((outcome) => !outcome.ok && isRefusal(outcome.error))) onRefused();
      return outcomes;
    },
  };
}
