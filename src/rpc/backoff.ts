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
