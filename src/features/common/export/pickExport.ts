import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { plainText } from "../../../platform/plainText";

export interface ExportChoice<Format extends string> {
  readonly format: Format;
  readonly target: "file" | "clipboard";
}

const saveLabels = {
  csv: () => l10n.t("Save as CSV…"),
  json: () => l10n.t("Save as JSON…"),
  png: () => l10n.t("Save as Picture…"),
} as const;

const copyLabels = {
  csv: () => l10n.t("Copy as CSV"),
  json: () => l10n.t("Copy as JSON"),
  png: () => l10n.t("Copy as Picture"),
} as const;

/** Asks for format and place at once; undefined: cancelled. @param title untrusted text. */
export async function pickExport<Format extends keyof typeof saveLabels>(
  title: string,
  formats: readonly Format[],
): Promise<ExportChoice<Format> | undefined> {
  const save = formats.map((format) => ({
    format,
    target: "file" as const,
    label: saveLabels[format](),
  }));
  const copy = formats.map((format) => ({
    format,
    target: "clipboard" as const,
    label: copyLabels[format](),
  }));
  return window.showQuickPick([...save, ...copy], {
    title: plainText(title),
    placeHolder: l10n.t("Select a format"),
  });
}
