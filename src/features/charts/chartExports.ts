import * as l10n from "@vscode/l10n";
import { type Uri } from "vscode";
import { type FileContent } from "../../platform/disk";
import { type saveFile } from "../../platform/saveFile";
import { type ChartExport } from "../../shared/chartApi";
import { fileName } from "../../shared/fileName";
import { runCooperatively } from "../../util/cooperative";
import { WriteError } from "../../util/writeError";
import { errorText, writeReason } from "../text/errorText";
import { clipboardText, TooLongForClipboardError } from "./export/clipboardText";
import { csv } from "./export/csv";
import { exportLines } from "./export/exportLines";
import { json } from "./export/json";
import { type Snapshot } from "./model/snapshot";

/** What exporting uses of VS Code. */
export interface ExportTools {
  readonly save: typeof saveFile;
  copy(text: string): PromiseLike<void>;
  saved(file: Uri): void;
  copied(): void;
}

export interface ExportedPanel {
  readonly subject: string;
  readonly server: string;
  readonly shown: Snapshot | undefined;
}

const formats = {
  csv: { filter: () => l10n.t("CSV"), extension: "csv" },
  json: { filter: () => l10n.t("JSON"), extension: "json" },
  png: { filter: () => l10n.t("PNG image"), extension: "png" },
} as const;

/** Exports exactly what is visible to a file or the clipboard; false if cancelled. */
export async function exportData(
  { format, target, from, to, lines: ids }: ChartExport,
  { subject, server, shown }: ExportedPanel,
  tools: ExportTools,
): Promise<boolean> {
  const lines = exportLines(shown?.series ?? [], ids, { from, to });
  const chunks = format === "csv" ? csv(lines) : json({ subject, server, from, to }, lines);
  if (target === "clipboard") {
    await tools.copy(await runCooperatively(clipboardText(chunks)));
    tools.copied();
    return true;
  }
  return save(format, subject, from, chunks, tools);
}

/** Why an export failed, as a sentence for the page. */
export function exportErrorText(error: unknown): string {
  if (error instanceof TooLongForClipboardError)
    return l10n.t("This is too much for the clipboard. Export to a file instead.");
  return error instanceof WriteError ? writeReason(error) : errorText(error);
}

export function exportImage(
  bytes: Uint8Array,
  { subject, shown }: ExportedPanel,
  tools: ExportTools,
): Promise<boolean> {
  return save("png", subject, shown?.from ?? 0, bytes, tools);
}

async function save(
  format: keyof typeof formats,
  subject: string,
  from: number,
  content: FileContent,
  tools: ExportTools,
): Promise<boolean> {
  const { filter, extension } = formats[format];
  const name = fileName(subject, from, `.${extension}`);
  const filters = { [filter()]: [extension] };
  const file = await tools.save(l10n.t("Export Charts"), name, filters, content);
  if (file !== undefined) tools.saved(file);
  return file !== undefined;
}
