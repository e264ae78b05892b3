import * as l10n from "@vscode/l10n";
import { type Format } from "../../../../src/shared/format";
import { button, element, setText } from "../../../lib/dom";
import { type DataGrid } from "./dataGrid";

export interface GridTools {
  readonly elements: readonly HTMLElement[];
  readonly focusFilter: () => void;
  /** @param all the number of rows without the filter. */
  readonly count: (all: number) => void;
}

/** Toolbar of a grid: filter, row count, and a button that copies the visible rows. */
export function createGridTools(
  grid: DataGrid,
  format: Format,
  copyText: (text: string) => void,
): GridTools {
  const label = l10n.t("Filter rows");
  const filter = element("input", {
    type: "search",
    class: "find-input",
    "aria-label": label,
    placeholder: label,
    spellcheck: "false",
    autocomplete: "off",
  });
  filter.addEventListener("input", () => grid.filter(filter.value));
  const count = element("span", { class: "row-count", role: "status" });
  const onCopy = () => grid.writeCsv(copyText);
  const copy = button({ text: l10n.t("Copy as CSV"), class: "tool", onClick: onCopy });
  return {
    elements: [filter, count, copy],
    focusFilter: () => {
      filter.focus();
      filter.select();
    },
    count: (all) => setText(count, rowsText(grid.shownRows, all, format)),
  };
}

function rowsText(shown: number, all: number, format: Format): string {
  const total = format.number(all);
  if (shown !== all) {
    return all === 1
      ? l10n.t("{0} of 1 row", format.number(shown))
      : l10n.t("{0} of {1} rows", format.number(shown), total);
  }
  return all === 1 ? l10n.t("1 row") : l10n.t("{0} rows", total);
}
