import { wordsOf } from "./words";

const secretWords = new Set([
  ...["token", "tokens", "password", "passwords", "passwd", "passphrase", "pwd", "pass"],
  ...["secret", "secrets", "credential", "credentials", "authorization", "bearer", "jwt"],
  ...["cookie", "cookies", "session", "dsn", "otp", "totp", "psk", "pem", "mnemonic"],
]);
/**
 * Of all words written as one; `apitoken` and `clientsecret` are words too. With the `request_id` of a
 * terminal anybody of the same account gets its shell; whoever knows a webhook may send by it.
 */
const secretEnd =
  /(?:token|secret|password|passwd|passphrase|passcode|credential|cookie|twofactor|(?:2fa|twofactor|mfa|recovery|backup)code|requestid|webhookur[il]|hookurl|connectionstring|basicauth|autodiscovery)s?\d*$/;
const secretKey =
  /(?:api|private|secret|access|auth|discovery|encryption|signing|shared|license|temp|device|send|sc|ssh)keys?/;
/** A fact about a secret is none: `token_count`, `session_expires_at`. */
const harmlessEnds = new Set([
  ...["count", "total", "limit", "max", "min", "length", "size", "rate", "type", "kind", "method"],
  ...["at", "expires", "expire", "expiry", "time", "timeout", "ttl", "seconds", "hours", "days"],
  ...["enabled", "disabled", "required", "login", "stored", "present", "provider", "name"],
]);
/** Of a yes or no. */
const harmlessStarts = new Set([
  ...["is", "has", "disable", "enable", "allow", "require", "include", "max", "min"],
]);

/** By name alone, rather too often than once too seldom. */
export function soundsSecret(name: string): boolean {
  const words = wordsOf(name);
  const joined = words.join("");
  if (words.length > 1 && harmlessEnds.has(words.at(-1) ?? "")) return false;
  if (words.length > 1 && harmlessStarts.has(words[0] ?? "")) return false;
  return (
    words.some((word) => secretWords.has(word)) || secretEnd.test(joined) || secretKey.test(joined)
  );
}
