import { type BatchCaller } from "../rpc/client";
import { Slots } from "../util/slots";
import { historyMethods } from "./historyMethods";

/** The limit of the strictest servers, for all their clients together. */
const maxHistoryCalls = 4;

/**
 * `caller` with at most four concurrent calls that read records. Others are queued; their `timeoutMs` starts
 * when they are sent.
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
