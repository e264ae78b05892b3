import { type RpcCaller } from "../rpc/client";
import { isRefusal } from "./problem";

/** `caller`, telling when it is refused; for calls that every visitor of a public site may make. */
export function watchedCaller(caller: RpcCaller, onRefused: () => void): RpcCaller {
  return {
    call: async (method, params, options) => {
      try {
        return await caller.call(method, params, options);
      } catch (error) {
        if (isRefusal(error)) onRefused();
        throw error;
      }
    },
  };
}
