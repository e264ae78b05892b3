import { atLeastRetryAfter } from "../rpc/backoff";
import { type BatchCaller, type CallOptions, defaultTimeoutMs } from "../rpc/client";
import { type RpcError, RpcLocalError } from "../rpc/errors";
import { type Clock } from "../util/clock";
import { pause } from "../util/pause";
import { isBusy } from "./problem";

const minPauseMs = 1000;
const maxPauseMs = 5000;
const maxTries = 5;
/** For a longer `Retry-After` users are informed at once. */
const maxRetryAfterMs = 30_000;

interface RetryContext {
  readonly clock: Clock;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
}

/**
 * `caller` that retries read-only calls after a pause if the server is too busy for them, within the call's
 * own timeout, and unless the server requests a pause of more than 30 s. They then fail as busy, not as timed
 * out. Calls that may change something are never retried.
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

/** From one second up to two, then four, then five: jitter, so that many callers do not retry in step. */
function pauseAfter(tries: number, random: number): number {
  const ceiling = Math.min(maxPauseMs, minPauseMs * 2 ** tries);
  return Math.round(minPauseMs + random * (ceiling - minPauseMs));
}

function isTimeout(error: unknown): boolean {
  return error instanceof RpcLocalError && error.code === "timeout";
}
