import * as l10n from "@vscode/l10n";

/** Names one after the other, with the separator of the language between them. */
export function joinList(items: readonly string[]): string {
  return items.join(l10n.t(", "));
}
