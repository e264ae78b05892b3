import * as l10n from "@vscode/l10n";
import { type ChartNotice } from "../../../src/shared/chartApi";
import { type Format } from "../../../src/shared/format";
import { reconcileChildren, button, element, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";

/** A notice of the host or of the page. */
export interface BarNotice extends Pick<ChartNotice, "severity" | "text" | "since"> {
  readonly actions: readonly { readonly text: string; readonly onClick: () => void }[];
  readonly onClose?: () => void;
}

export interface NoticeBar {
  readonly element: HTMLElement;
  readonly update: (notices: readonly BarNotice[]) => void;
  readonly dispose: () => void;
}

const ageEveryMs = 10_000;

/** @param now by the server's clock, as `since` is. */
export function createNoticeBar(format: Format, now: () => number): NoticeBar {
  // Both are there from the start: a region that appears together with its text is not read out.
  const urgent = element("div", { role: "alert" });
  const polite = element("div", { role: "status" });
  const root = element("div", { class: "notices" }, urgent, polite);
  let ages: readonly (() => void)[] = [];
  let timer: number | undefined;
  const tick = () => ages.forEach((age) => age());
  return {
    element: root,
    update: (notices) => {
      const rows = notices.map((notice) => ({ notice, row: createRow(notice, format, now) }));
      const rowsOf = (isUrgent: boolean) =>
        rows
          .filter(({ notice }) => (notice.severity === "error") === isUrgent)
          .map(({ row }) => row.element);
      reconcileChildren(urgent, rowsOf(true));
      reconcileChildren(polite, rowsOf(false));
      ages = rows.flatMap(({ row }) => row.age ?? []);
      clearInterval(timer);
      timer = ages.length > 0 ? window.setInterval(tick, ageEveryMs) : undefined;
    },
    dispose: () => clearInterval(timer),
  };
}

function createRow(notice: BarNotice, format: Format, now: () => number) {
  const { severity, text, actions, onClose, since } = notice;
  const ageText = element("span", { class: "age", "aria-live": "off" });
  const age = () => {
    if (since === undefined) return;
    const seconds = Math.floor(Math.max(0, now() - since) / 1000);
    // Coarse, so that it does not tick before one's eyes.
    const coarse = seconds < 60 ? seconds - (seconds % 10) : seconds;
    const duration = format.duration(coarse);
    setText(ageText, coarse < 10 ? "" : l10n.t("Showing data from {0} ago.", duration));
  };
  age();
  const root = element(
    "div",
    { class: `notice ${severity}` },
    icon(severity),
    element("span", { class: "notice-text" }, text, " ", ageText),
    ...actions.map((action) =>
      button({ text: action.text, class: "secondary", onClick: action.onClick }),
    ),
    onClose &&
      button({
        icon: icon("close"),
        label: l10n.t("Close"),
        class: "tool icon-only",
        onClick: onClose,
      }),
  );
  return { element: root, age: since === undefined ? undefined : age };
}
