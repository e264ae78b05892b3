import * as l10n from "@vscode/l10n";
import { type TimeRange, type Times } from "../../../src/shared/times";
import { element, setText } from "../../lib/dom";

interface ShownTime {
  readonly range: TimeRange;
  /** Rows were left out. */
  readonly sampled: boolean;
  /** The step of one row, "5 min"; undefined: a single report, or up to a minute. */
  readonly step: string | undefined;
  /** What is marked in the charts, and how; "": nothing. */
  readonly marks: string;
}

/** Which time is shown, what marks in it mean, and the time of the cursor, once for all charts. */
export interface TimeRow {
  readonly element: HTMLElement;
  /** Undefined: nothing has come yet. */
  readonly update: (shown: ShownTime | undefined, times: Times) => void;
  readonly setCursor: (time: number | undefined, range: TimeRange, times: Times) => void;
}

export function createTimeRow(loading: HTMLElement): TimeRow {
  const shown = element("span", { class: "range" });
  const cursor = element("span", { class: "cursor-time" });
  const sampled = element("span", { class: "tag" }, l10n.t("downsampled"));
  sampled.title = l10n.t("Too many records for one response. Zoom in to see all of them.");
  const step = element("span", { class: "tag" });
  const marks = element("span", { class: "marks" });
  const root = element(
    "div",
    { class: "time-row" },
    ...[shown, cursor, step, sampled, marks, loading],
  );
  return {
    element: root,
    update: (time, times) => {
      setText(shown, time === undefined ? "" : times.between(time.range));
      setText(marks, time?.marks ?? "");
      marks.title = time?.marks ?? "";
      sampled.hidden = time?.sampled !== true;
      step.hidden = time?.step === undefined;
      if (time?.step !== undefined) writeStep(step, time.step);
    },
    setCursor: (time, range, times) => {
      root.classList.toggle("at-cursor", time !== undefined);
      setText(cursor, time === undefined ? "" : l10n.t("Cursor: {0}", times.at(time, range)));
    },
  };
}

function writeStep(tag: HTMLElement, step: string): void {
  setText(tag, l10n.t("one value per {0}", step));
  tag.title = l10n.t(
    "The server has one value per {0} for this time range. Zoom in to see shorter peaks.",
    step,
  );
}
