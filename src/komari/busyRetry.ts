import { atLeastRetryAfter } from "../rpc/backoff";
import { type BatchCaller, type CallOptions, defaultTimeoutMs } from "../rpc/client";
import { type RpcError, RpcLocalError } from "../rpc/errors";
import { type Clock } from "../util/clock";
import { pause } from "../util/pause";
import { isBusy } from "./problem";

const minPauseMs = 1000;
const maxPauseMs = 5000;
const maxTries = 5;
/** Where a server wants to be left alone for longer, people would rather know than wait. */
const maxRetryAfterMs = 30_000;

export interface RetryContext {
  readonly clock: Clock;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
}

/**
 * `caller`, which sends a call that only reads again when the server is too busy for it, after a
 * pause, as long as there is time left of the call's own, and unless the server asks for more than
 * 30 s. It then fails as busy, not for lack of time. What may change something is never sent again.
 */
export function retryWhenBusy(caller: BatchCaller, context: RetryContext): BatchCaller {
  return {
    call: (method, params, options) =>
      repeat((limits) => caller.call(method, params, limits), options, context),
    batch: (calls, options) => repeat((limits) => caller.batch(calls, limits), options, context),
  };
}

async function repeat<T>(
  send: (options: CallOptions | undefined) => Promise<T>,
  options: CallOptions | undefined,
  { clock, random }: RetryContext,
): Promise<T> {
  if (options?.readOnly !== true) return await send(options);
  const end = clock.now() + (options.timeoutMs ?? defaultTimeoutMs);
  let limits = options;
  let busy: RpcError | undefined;
  for (let tries = 1; ; tries += 1) {
    try {
      return await send(limits);
    } catch (error) {
      if (!isBusy(error)) throw busy !== undefined && isTimeout(error) ? busy : error;
      busy = error;
    }
    const pauseMs = atLeastRetryAfter(pauseAfter(tries, random()), busy);
    if (tries === maxTries || pauseMs > maxRetryAfterMs || clock.now() + pauseMs >= end) throw busy;
    await pause(clock, pauseMs, options.signal);
    limits = { ...options, timeoutMs: end - clock.now() };
  }
}

/** From one second up to two, then four, then five, so that many callers do not come back in step. */
function pauseAfter(tries: number, random: number): number {
  const ceiling = Math.min(maxPauseMs, minPauseMs * 2 ** tries);
  return Math.round(minPauseMs + random * (ceiling - minPauseMs));
}

function isTimeout(error: unknown): boolean {
  return error instanceof RpcLocalError && error.code === "timeout";
}
