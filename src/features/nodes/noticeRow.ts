import * as l10n from "@vscode/l10n";
import { commandIds } from "../../manifest/contributions";
import { type Row } from "../../platform/treeRow";
import { type Notice } from "./elements";

/** The row of a notice, and the command that a click on it runs. */
export function noticeRow(notice: Notice): { readonly row: Row; readonly command?: string } {
  switch (notice) {
    case "openHint":
      return { row: row(l10n.t("Click a node to open its charts."), "lightbulb", "hint") };
    case "noMatch":
      return { row: row(l10n.t("Clear Filter"), "clear-all", ""), command: commandIds.clearFilter };
  }
}

function row(label: string, icon: string, contextValue: string): Row {
  return {
    label,
    description: "",
    icon: { id: icon, color: "icon.foreground" },
    accessibleLabel: label,
    contextValue,
  };
}
