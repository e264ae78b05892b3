import * as l10n from "@vscode/l10n";

/** How long to wait, rounded up so that a retry is not too early: "90 s", "5 min", "3 h", "4 d". */
export function waitText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 120) return l10n.t("{0} s", seconds);
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 120) return l10n.t("{0} min", minutes);
  const hours = Math.ceil(minutes / 60);
  return hours <= 72 ? l10n.t("{0} h", hours) : l10n.t("{0} d", Math.ceil(hours / 24));
}
