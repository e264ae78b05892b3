import * as l10n from "@vscode/l10n";
import { type ChartAction, type ChartApi, type ChartNotice } from "../../../src/shared/chartApi";
import { type Channel, messageOf } from "../../lib/ipc";
import { saysWhyEmpty } from "../state/waiting";
import { type BarNotice, type NoticeBar } from "./noticeBar";

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
