import * as l10n from "@vscode/l10n";
import { window } from "vscode";

export interface ExportChoice {
  readonly format: "csv" | "json" | "png";
  readonly target: "file" | "clipboard";
}

/** Asks for format and place at once; undefined: cancelled. */
export async function pickExport(): Promise<ExportChoice | undefined> {
  const items: readonly (ExportChoice & { readonly label: string })[] = [
    { format: "csv", target: "file", label: l10n.t("Save as CSV…") },
    { format: "json", target: "file", label: l10n.t("Save as JSON…") },
    { format: "png", target: "file", label: l10n.t("Save as Picture…") },
    { format: "csv", target: "clipboard", label: l10n.t("Copy as CSV") },
    { format: "json", target: "clipboard", label: l10n.t("Copy as JSON") },
    { format: "png", target: "clipboard", label: l10n.t("Copy as Picture") },
  ];
  return window.showQuickPick(items, { title: l10n.t("Export Charts") });
}
