import { type RpcError, RpcLocalError } from "./errors";
import { isRarelyTransient } from "./fatalErrors";

const minDelayMs = 500;
const maxDelayMs = 30_000;
/** After failures that rarely pass by themselves. */
const maxRareDelayMs = 5 * 60_000;
/** While the user looks: a server that is well again is to be back within 5 s. */
const maxWatchedDelayMs = 4_000;
/** The same after an attempt that timed out, and so took long by itself. */
const maxTimeoutDelayMs = 1_000;
/** So many retries are quick while the user looks, also after failures that rarely pass: those of a restart do. */
const maxQuickAttempts = 40;

/**
 * Full-jitter exponential backoff: anywhere between the minimum and a ceiling that doubles with
 * every attempt (the first is 1), so that many clients do not come back in step.
 */
export function backoffDelay(attempt: number, random: number, maxMs = maxDelayMs): number {
  const ceiling = Math.min(maxMs, minDelayMs * 2 ** Math.max(1, attempt));
  return Math.round(minDelayMs + random * (ceiling - minDelayMs));
}

/** Longer pauses of a server are cut to this. */
export const maxRetryAfterMs = 60 * 60_000;

/** The pause after `error`, which is at least the one that the server requests. */
export function retryDelay(
  attempt: number,
  random: number,
  error: RpcError,
  isWatched: boolean,
): number {
  const isRare = isRarelyTransient(error);
  const isQuick = isWatched && (!isRare || attempt <= maxQuickAttempts);
  const delayMs = isQuick
    ? watchedDelay(attempt, random, error)
    : backoffDelay(attempt, random, isRare ? maxRareDelayMs : maxDelayMs);
  return atLeastRetryAfter(delayMs, error);
}

/** Half of it jitter, so that retries are never close to each other. */
function watchedDelay(attempt: number, random: number, error: RpcError): number {
  const isTimeout = error instanceof RpcLocalError && error.code === "timeout";
  const maxMs = isTimeout ? maxTimeoutDelayMs : maxWatchedDelayMs;
  const ceiling = Math.min(maxMs, minDelayMs * 2 ** Math.max(1, attempt));
  return Math.round((ceiling / 2) * (1 + random));
}

/** `delayMs`, or the pause that the server requests if that is longer. */
export function atLeastRetryAfter(delayMs: number, error: RpcError): number {
  return Math.max(delayMs, Math.min(retryAfterOf(error) ?? 0, maxRetryAfterMs));
}

/** The pause that the server requests, in milliseconds. */
export function retryAfterOf(error: RpcError): number | undefined {
  return error instanceof RpcLocalError ? error.retryAfterMs : undefined;
}
