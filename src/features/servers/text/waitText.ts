import * as l10n from "@vscode/l10n";

/** How long to wait, rounded up so that it is not too early then: "90 s", "5 min", "3 h". */
export function waitText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds <= 120) return l10n.t("{0} s", seconds);
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 120 ? l10n.t("{0} min", minutes) : l10n.t("{0} h", Math.ceil(minutes / 60));
}
