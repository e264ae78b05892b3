import * as l10n from "@vscode/l10n";
import { type ChartAction, type ChartApi, type ChartNotice } from "../../../src/shared/chartApi";
import { type Channel, messageOf } from "../../lib/ipc";
import { saysWhyEmpty } from "../state/waiting";
import { type Format } from "../../../src/shared/format";
import { reconcileChildren, button, element, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";

/** Notices above the charts: that of the host, and one of the page itself. */
export class PanelNotices {
  #host: ChartNotice | undefined;
  #own: BarNotice | undefined;
  #bar: NoticeBar | undefined;

  constructor(
    private readonly host: Pick<Channel<ChartApi>, "request">,
    private readonly onRetry: () => void,
  ) {}

  get ofHost(): ChartNotice | undefined {
    return this.#host;
  }

  setBar(bar: NoticeBar): void {
    this.#bar = bar;
    this.#write();
  }

  setHost(notice: ChartNotice | undefined): void {
    this.#host = notice;
    this.#write();
  }

  showError(text: string): void {
    this.#setOwn({ severity: "error", text, actions: [], onClose: () => this.clearOwn() });
  }

  showCancelled(): void {
    const again = { text: l10n.t("Load Again"), onClick: this.onRetry };
    const text = l10n.t("Loading canceled.");
    this.#setOwn({ severity: "info", text, actions: [again], onClose: () => this.clearOwn() });
  }

  clearOwn(): void {
    if (this.#own !== undefined) this.#setOwn(undefined);
  }

  #setOwn(notice: BarNotice | undefined): void {
    this.#own = notice;
    this.#write();
  }

  #write(): void {
    const shown = saysWhyEmpty(this.#host) ? undefined : this.#host;
    const ofHost = shown && { ...shown, actions: this.#buttons(shown.actions) };
    this.#bar?.update([ofHost, this.#own].filter((notice) => notice !== undefined));
  }

  #buttons(actions: readonly ChartAction[]): BarNotice["actions"] {
    return actions.map((action) => ({
      text: actionText(action),
      onClick: () => {
        this.host
          .request("act", action)
          .catch((error: unknown) => this.showError(messageOf(error)));
      },
    }));
  }
}

function actionText(action: ChartAction): string {
  switch (action) {
    case "retry":
      return l10n.t("Try Again");
    case "reconnect":
      return l10n.t("Reconnect");
    case "signIn":
      return l10n.t("Sign In");
    case "showLog":
      return l10n.t("Show Log");
  }
}

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
