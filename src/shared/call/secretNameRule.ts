import { wordsOf } from "./words";

const secretWords = new Set([
  ...["token", "tokens", "password", "passwords", "passwd", "passphrase", "pwd", "pass"],
  ...["secret", "secrets", "credential", "credentials", "authorization", "bearer", "jwt"],
  ...["cookie", "cookies", "session", "dsn", "otp", "totp", "psk", "pem", "mnemonic"],
]);
/**
 * Matches the words joined; `apitoken` and `clientsecret` are words too. The `request_id` of a terminal
 * gives every user of the same account access to its shell; a webhook URL allows sending by it.
 */
const secretEnd =
  /(?:token|secret|password|passwd|passphrase|passcode|credential|cookie|twofactor|(?:2fa|twofactor|mfa|recovery|backup)code|requestid|webhookur[il]|hookurl|connectionstring|basicauth|autodiscovery)s?\d*$/;
const secretKey =
  /(?:api|private|secret|access|auth|discovery|encryption|signing|shared|license|temp|device|send|sc|ssh)keys?/;
/** Facts about a secret are not secret: `token_count`, `session_expires_at`. */
const harmlessEnds = new Set([
  ...["count", "total", "limit", "max", "min", "length", "size", "rate", "type", "kind", "method"],
  ...["at", "expires", "expire", "expiry", "time", "timeout", "ttl", "seconds", "hours", "days"],
  ...["enabled", "disabled", "required", "login", "stored", "present", "provider", "name"],
]);
/** Prefixes of booleans and limits. */
const harmlessStarts = new Set([
  ...["is", "has", "disable", "enable", "allow", "require", "include", "max", "min"],
]);

/** Judges by the name alone; prefers false positives. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const joined = words.join("");
  if (words.length > 1 && harmlessEnds.has(words.at(-1) ?? "")) return false;
  if (words.length > 1 && harmlessStarts.has(words[0] ?? "")) return false;
  return (
    words.some((word) => secretWords.has(word)) || secretEnd.test(joined) || secretKey.test(joined)
  );
}
