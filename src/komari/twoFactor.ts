/**
 * Whether a refusal asks for a second factor. Only the words tell: "2FA code is required" and
 * "Invalid 2FA code" share their codes (HTTP 401, -32041) with every other refusal.
 */
export function asksForSecondFactor(message: string): boolean {
  return /2FA|\btwo[- ]?factor\b/i.test(message);
}
