import * as l10n from "@vscode/l10n";
import { type ChartProgress } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { button, element, setAttributes, setText } from "../../lib/dom";

export interface ProgressBar {
  /** A thin line. */
  readonly bar: HTMLElement;
  /** How many rows have come, and a way out. */
  readonly text: HTMLElement;
  /** Undefined: nothing is loading. */
  readonly update: (loading: { readonly progress: ChartProgress | undefined } | undefined) => void;
}

export function createProgressBar(format: Format, onCancel: () => void): ProgressBar {
  const fill = element("div", { class: "fill" });
  const bar = element(
    "div",
    {
      class: "progress",
      role: "progressbar",
      "aria-label": l10n.t("Loading records"),
      hidden: true,
    },
    fill,
  );
  const rows = element("span", { class: "rows" });
  const cancel = button({ text: l10n.t("Cancel"), class: "tool", onClick: onCancel });
  const text = element("span", { class: "loading-text", hidden: true }, rows, cancel);
  return {
    bar,
    text,
    update: (loading) => {
      bar.hidden = text.hidden = loading === undefined;
      if (loading === undefined) return;
      const share = shareOf(loading.progress);
      bar.classList.toggle("endless", share === undefined);
      fill.style.width = share === undefined ? "" : `${share * 100}%`;
      setAttributes(bar, {
        "aria-valuemin": "0",
        "aria-valuemax": "100",
        "aria-valuenow": share === undefined ? undefined : String(Math.floor(share * 100)),
      });
      setText(rows, rowsText(loading.progress, format));
    },
  };
}

function shareOf(progress: ChartProgress | undefined): number | undefined {
  if (progress?.expected === undefined || progress.expected <= 0) return undefined;
  return Math.min(1, progress.rows / progress.expected);
}

function rowsText(progress: ChartProgress | undefined, format: Format): string {
  if (progress === undefined || progress.rows === 0) return l10n.t("Loading…");
  const rows = format.number(progress.rows);
  if (progress.expected === undefined)
    return progress.rows === 1 ? l10n.t("1 row read") : l10n.t("{0} rows read", rows);
  return progress.expected === 1
    ? l10n.t("{0} of 1 row read", rows)
    : l10n.t("{0} of {1} rows read", rows, format.number(progress.expected));
}
