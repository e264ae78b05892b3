import * as l10n from "@vscode/l10n";
import { type Format } from "../../../src/shared/format";
import { type TimeRange, type Times } from "../../../src/shared/times";
import { element } from "../../lib/dom";
import { type Line } from "../data/line";
import { rowStepText } from "../state/rowStep";
import { lineName } from "../state/sections";
import { type ChartTable, type TableCell, tableOf } from "../state/tableRows";
import { unknownText, type ValueStyle, valueText } from "../state/valueText";

export interface DataTableView {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly range: TimeRange;
  readonly style: ValueStyle;
  readonly format: Format;
  readonly times: Times;
}

/** What a chart shows, as a table: time, and a column per line. */
export function createDataTable(view: DataTableView): HTMLElement {
  const table = tableOf(view.lines, view.range);
  const notes = [noteOf(table, view.format), pingNote(view)];
  const label = l10n.t("Data of {0}", view.title);
  return element(
    "div",
    { class: "data-table" },
    ...notes.map((note) =>
      note === undefined ? undefined : element("p", { class: "hint" }, note),
    ),
    element(
      "div",
      { class: "scroll tall", tabindex: "0", role: "region", "aria-label": label },
      element(
        "table",
        { "aria-label": label },
        element("thead", {}, headOf(view)),
        element("tbody", {}, ...rowsOf(table, view)),
      ),
    ),
  );
}

function headOf({ lines }: DataTableView): HTMLElement {
  const heads = [l10n.t("Time"), ...lines.map(lineName)];
  return element("tr", {}, ...heads.map((text) => element("th", { scope: "col" }, text)));
}

function rowsOf({ bucket, rows }: ChartTable, view: DataTableView): readonly HTMLElement[] {
  return rows.map(({ time, cells }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, view.times.at(time, view.range)),
      ...cells.map((cell, index) => {
        const line = view.lines[index];
        const text = line && cellText(cell, line, bucket !== undefined, view);
        return element("td", {}, text ?? "");
      }),
    ),
  );
}

function cellText(
  { count, lost, average, min, max }: TableCell,
  line: Line,
  merged: boolean,
  { style, format }: DataTableView,
): string {
  const text = (value: number) => valueText(value, line, style, format);
  if (count === 0) return lost > 0 ? lostText(lost) : unknownText;
  const value =
    merged && count > 1
      ? l10n.t("{0} ({1} to {2})", text(average), text(min), text(max))
      : text(average);
  return lost > 0 ? l10n.t("{0}, {1}", value, lostText(lost)) : value;
}

function lostText(count: number): string {
  return count === 1 ? l10n.t("lost") : l10n.t("{0} pings lost", count);
}

function noteOf({ bucket, rows }: ChartTable, format: Format): string | undefined {
  if (rows.length === 0) return l10n.t("No data in this time range.");
  if (bucket === undefined) return undefined;
  const length = format.duration(bucket / 1000);
  return l10n.t(
    "Each row covers {0}: the average, with the minimum and maximum in parentheses.",
    length,
  );
}

/** The loss in the table covers those pings only. */
function pingNote({ lines, format }: DataTableView): string | undefined {
  const step = rowStepText(
    lines.filter(({ metric }) => metric === "ping"),
    format,
  );
  return step && l10n.t("The server records only the last ping of every {0}.", step);
}
