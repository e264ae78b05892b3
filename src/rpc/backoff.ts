import { type RpcError, RpcLocalError } from "./errors";

export const minDelayMs = 500;
export const maxDelayMs = 30_000;

/**
 * Full-jitter exponential backoff: anywhere between the minimum and a ceiling that doubles with
 * every attempt (the first is 1), so that many clients do not come back in step.
 */
export function backoffDelay(attempt: number, random: number): number {
  const ceiling = Math.min(maxDelayMs, minDelayMs * 2 ** Math.max(1, attempt));
  return Math.round(minDelayMs + random * (ceiling - minDelayMs));
}

/** Longer pauses of a server are cut to this. */
export const maxRetryAfterMs = 60 * 60_000;

/** `delayMs`, or the pause that the server requests if that is longer. */
export function atLeastRetryAfter(delayMs: number, error: RpcError): number {
  return Math.max(delayMs, Math.min(retryAfterOf(error) ?? 0, maxRetryAfterMs));
}

/** The pause that the server requests, in milliseconds. */
export function retryAfterOf(error: RpcError): number | undefined {
  return error instanceof RpcLocalError ? error.retryAfterMs : undefined;
}
