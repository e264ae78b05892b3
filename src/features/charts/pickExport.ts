import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { plainText } from "../../platform/plainText";

export interface ExportChoice {
  readonly format: "csv" | "json" | "png";
  readonly target: "file" | "clipboard";
}

/**
 * Asks for format and place at once.
 * @param panel what is exported, as the tab says. Untrusted text.
 * @returns undefined: cancelled.
 */
export async function pickExport(panel: string): Promise<ExportChoice | undefined> {
  const items: readonly (ExportChoice & { readonly label: string })[] = [
    { format: "csv", target: "file", label: l10n.t("Save as CSV…") },
    { format: "json", target: "file", label: l10n.t("Save as JSON…") },
    { format: "png", target: "file", label: l10n.t("Save as Picture…") },
    { format: "csv", target: "clipboard", label: l10n.t("Copy as CSV") },
    { format: "json", target: "clipboard", label: l10n.t("Copy as JSON") },
    { format: "png", target: "clipboard", label: l10n.t("Copy as Picture") },
  ];
  return window.showQuickPick(items, {
    title: plainText(l10n.t("Export Charts of {0}", panel)),
    placeHolder: l10n.t("Select a format"),
  });
}
