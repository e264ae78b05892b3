import * as l10n from "@vscode/l10n";
import { createMenu } from "../../lib/menu";

export interface ExportRequest {
  readonly format: "csv" | "json" | "png";
  readonly target: "file" | "clipboard";
}

export function createExportMenu(onChosen: (request: ExportRequest) => void): HTMLElement {
  const entries: readonly (readonly [string, ExportRequest])[] = [
    [l10n.t("Save as CSV…"), { format: "csv", target: "file" }],
    [l10n.t("Save as JSON…"), { format: "json", target: "file" }],
    [l10n.t("Save as Picture…"), { format: "png", target: "file" }],
    [l10n.t("Copy as CSV"), { format: "csv", target: "clipboard" }],
    [l10n.t("Copy as JSON"), { format: "json", target: "clipboard" }],
    [l10n.t("Copy as Picture"), { format: "png", target: "clipboard" }],
  ];
  return createMenu({
    text: l10n.t("Export"),
    icon: "export",
    title: l10n.t("Save or copy these charts"),
    entries: entries.map(([text, request]) => [text, () => onChosen(request)]),
  });
}
