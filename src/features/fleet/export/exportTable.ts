import * as l10n from "@vscode/l10n";
import { type Uri } from "vscode";
import { type saveFile } from "../../../platform/saveFile";
import { type FleetExport } from "../../../shared/fleet/fleetApi";
import { fileName } from "../../../shared/fileName";
import { chunksOf } from "../../common/export/chunks";
import { tableCsv, tableJson } from "./tableText";

/** What exporting uses of VS Code. */
export interface TableExportTools {
  readonly save: typeof saveFile;
  copy(text: string): PromiseLike<void>;
  saved(file: Uri): void;
  copied(): void;
  readonly now: () => number;
}

const formats = {
  csv: { filter: () => l10n.t("CSV"), extension: "csv", write: tableCsv },
  json: { filter: () => l10n.t("JSON"), extension: "json", write: tableJson },
} as const;

/** Exports the rows of the table; false: cancelled. @param title of the page. */
export async function exportFleetTable(
  { format, target, columns, rows }: FleetExport,
  title: string,
  tools: TableExportTools,
): Promise<boolean> {
  const { filter, extension, write } = formats[format];
  const chunks = chunksOf(() => write({ columns, rows }));
  if (target === "clipboard") {
    await tools.copy([...chunks].join(""));
    tools.copied();
    return true;
  }
  const name = fileName(title, tools.now(), `.${extension}`);
  const filters = { [filter()]: [extension] };
  const file = await tools.save(l10n.t("Export Nodes"), name, filters, chunks);
  if (file !== undefined) tools.saved(file);
  return file !== undefined;
}
