import * as l10n from "@vscode/l10n";
import { element, setText } from "../../lib/dom";
import { type Stretch } from "../data/line";
import { type TimeText } from "../state/timeText";

/** Which time is shown, and the time of the cursor, once for all charts. */
export interface TimeRow {
  readonly element: HTMLElement;
  /** @param sampled rows were left out. */
  readonly update: (range: Stretch | undefined, times: TimeText, sampled: boolean) => void;
  readonly setCursor: (time: number | undefined, times: TimeText) => void;
}

export function createTimeRow(loading: HTMLElement): TimeRow {
  const shown = element("span", { class: "range" });
  const cursor = element("span", { class: "cursor-time" });
  const sampled = element("span", { class: "tag" }, l10n.t("thinned out"));
  sampled.title = l10n.t(
    "There are more records than fit into one answer. Zoom in to see them all.",
  );
  return {
    element: element("div", { class: "time-row" }, shown, sampled, cursor, loading),
    update: (range, times, isSampled) => {
      setText(shown, range === undefined ? "" : times.between(range.from, range.to));
      sampled.hidden = !isSampled;
    },
    setCursor: (time, times) => {
      setText(cursor, time === undefined ? "" : l10n.t("Cursor: {0}", times.at(time)));
    },
  };
}
