import { type BatchCaller } from "../rpc/client";
import { Slots } from "../util/slots";
import { historyMethods } from "./historyMethods";

/** As many as the strictest servers run at a time, for all their visitors together. */
const maxHistoryCalls = 4;

/**
 * `caller`, with at most four calls at a time that read records. The others wait for their turn,
 * which their `timeoutMs` does not count.
 */
export function limitHistoryCalls(caller: BatchCaller): BatchCaller {
  const slots = new Slots(maxHistoryCalls);
  return {
    call: (method, params, options) => {
      const send = () => caller.call(method, params, options);
      return historyMethods.has(method) ? slots.run(send, options?.signal) : send();
    },
    batch: (calls, options) => caller.batch(calls, options),
  };
}
