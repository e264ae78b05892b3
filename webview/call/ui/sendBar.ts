import * as l10n from "@vscode/l10n";
import { type SnippetFormat } from "../../../src/shared/callApi";
import { createPushButton, createTextControl } from "../../lib/controls";
import { element, setText } from "../../lib/dom";
import { createMenu } from "../../lib/menu";
import { type Badge } from "../state/badges";
import { createComplaint } from "./complaint";
import { createNewsButton } from "./newsButton";

export interface SendBarEvents {
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly onTimeout: (typed: string) => void;
  readonly onSave: () => void;
  readonly onServers: () => void;
  readonly onSnippet: (format: SnippetFormat) => void;
  /** To the newest answer. */
  readonly onNews: () => void;
}

export interface ShownSendBar {
  readonly isWaiting: boolean;
  /** How long, and how much has come. */
  readonly progress: string;
  /** What the newest answer was; undefined: there is none. */
  readonly news: Badge | undefined;
  /** What stands in the way of sending; empty: nothing. */
  readonly problem: string;
  /** The next time it is sent in spite of that. */
  readonly anyway: boolean;
  /** As typed. */
  readonly timeout: string;
  readonly timeoutIsWrong: boolean;
}

export interface SendBar {
  readonly element: HTMLElement;
  readonly update: (shown: ShownSendBar) => void;
}

/** @param others there are other servers to run on. */
export function createSendBar(
  timeoutSeconds: number,
  others: boolean,
  events: SendBarEvents,
): SendBar {
  const problem = createComplaint();
  const call = createCallButtons(events);
  const news = createNewsButton(events.onNews);
  const timeout = createTimeout(timeoutSeconds, events.onTimeout);
  const row = element(
    "div",
    { class: "send-row" },
    ...[...call.buttons, element("div", { class: "send-news" }, call.progress, news.element)],
    ...[timeout.element, createMore(others, events)],
  );
  return {
    element: element(
      "section",
      { class: "send-bar", "aria-label": l10n.t("Send") },
      element("div", { role: "alert" }, problem.element),
      row,
    ),
    update: (shown) => {
      problem.update(
        shown.problem === "" ? undefined : { severity: "error", message: shown.problem },
      );
      timeout.update(shown);
      const focused = document.activeElement;
      news.update(shown.isWaiting ? undefined : shown.news);
      call.update(shown);
      // What goes away hands the focus on.
      if (focused instanceof HTMLElement && row.contains(focused) && focused.hidden) call.focus();
    },
  };
}

function createCallButtons({ onSend, onCancel }: SendBarEvents) {
  const keys = navigator.platform.startsWith("Mac") ? "⌘⏎" : "Ctrl+Enter";
  const send = createPushButton({
    text: l10n.t("Send"),
    primary: true,
    title: keys,
    onClick: onSend,
  });
  const cancel = createPushButton({ text: l10n.t("Cancel"), onClick: onCancel });
  const progress = element("span", { class: "progress-text", "aria-live": "off" });
  return {
    buttons: [send.element, cancel.element],
    progress,
    focus: () => send.element.focus(),
    update: (shown: ShownSendBar) => {
      send.setText(shown.anyway ? l10n.t("Send Anyway") : l10n.t("Send"));
      cancel.element.hidden = !shown.isWaiting;
      progress.hidden = !shown.isWaiting;
      setText(progress, shown.progress);
    },
  };
}

function createTimeout(byDefault: number, onInput: (typed: string) => void) {
  const label = l10n.t("Timeout in seconds");
  const control = createTextControl({ label, placeholder: String(byDefault), onInput });
  return {
    element: element(
      "div",
      { class: "timeout", title: label },
      ...[element("span", { "aria-hidden": "true" }, l10n.t("Timeout")), control.element],
      element("span", { "aria-hidden": "true" }, l10n.t("s")),
    ),
    update: ({ timeout, timeoutIsWrong }: ShownSendBar) =>
      control.update({
        value: timeout,
        description: timeoutIsWrong ? timeoutText() : "",
        invalid: timeoutIsWrong,
      }),
  };
}

export function timeoutText(): string {
  return l10n.t("Enter a timeout of at most 3600 seconds.");
}

function createMore(others: boolean, { onSave, onServers, onSnippet }: SendBarEvents): HTMLElement {
  const servers = [l10n.t("Send to Several Servers…"), onServers] as const;
  return createMenu({
    text: l10n.t("More"),
    icon: "chevron",
    title: l10n.t("More Actions"),
    entries: [
      [l10n.t("Save Request…"), onSave],
      ...(others ? [servers] : []),
      [l10n.t("Copy as cURL"), () => onSnippet("curl")],
      [l10n.t("Copy as JavaScript fetch"), () => onSnippet("fetch")],
      [l10n.t("Copy as Komari RPC2 Client Code"), () => onSnippet("rpc2")],
    ],
  });
}
