import * as l10n from "@vscode/l10n";

/** Words of servers for why a reading failed; only "unknown" is certain, from the source of one server. */
const known: ReadonlyMap<string, () => string> = new Map([
  ["unknown", () => l10n.t("unknown")],
  ["unavailable", () => l10n.t("unavailable")],
  ["not_available", () => l10n.t("unavailable")],
  ["missing", () => l10n.t("not reported")],
  ["stale", () => l10n.t("outdated")],
  ["unsupported", () => l10n.t("not supported")],
  ["not_supported", () => l10n.t("not supported")],
  ["disabled", () => l10n.t("disabled")],
  ["failed", () => l10n.t("reading failed")],
  ["error", () => l10n.t("reading failed")],
  ["timeout", () => l10n.t("timed out")],
  ["invalid", () => l10n.t("invalid value")],
  ["partial", () => l10n.t("incomplete")],
  ["incomplete", () => l10n.t("incomplete")],
  ["denied", () => l10n.t("no permission")],
  ["permission_denied", () => l10n.t("no permission")],
]);

/** In the user's language where the word is known; otherwise the server's own, untrusted. */
export function qualityText(word: string): string {
  const key = word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return known.get(key)?.() ?? word;
}
