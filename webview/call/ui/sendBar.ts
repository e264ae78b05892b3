import * as l10n from "@vscode/l10n";
import { type SnippetFormat } from "../../../src/shared/callApi";
import { createPushButton, createTextControl } from "../../lib/controls";
import { button, element, setText } from "../../lib/dom";
import { createPopover } from "../../lib/popover";
import { createComplaint } from "./complaint";

export interface SendBarEvents {
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly onTimeout: (typed: string) => void;
  readonly onSave: () => void;
  readonly onServers: () => void;
  readonly onSnippet: (format: SnippetFormat) => void;
}

export interface ShownSendBar {
  readonly isWaiting: boolean;
  /** How long, and how much has come. */
  readonly progress: string;
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
  const keys = navigator.platform.startsWith("Mac") ? "⌘⏎" : "Ctrl+Enter";
  const send = createPushButton({
    ...{ text: l10n.t("Send"), primary: true, title: keys, onClick: events.onSend },
  });
  const cancel = createPushButton({ text: l10n.t("Cancel"), onClick: events.onCancel });
  const progress = element("span", { class: "progress-text", "aria-live": "off" });
  const problem = createComplaint();
  const alert = element("div", { role: "alert" }, problem.element);
  const timeout = createTextControl({
    label: l10n.t("Timeout in seconds"),
    placeholder: String(timeoutSeconds),
    onInput: events.onTimeout,
  });
  const timeoutBox = element(
    "div",
    { class: "timeout", title: l10n.t("Timeout in seconds") },
    ...[element("span", { "aria-hidden": "true" }, l10n.t("Timeout")), timeout.element],
    element("span", { "aria-hidden": "true" }, l10n.t("s")),
  );
  const row = element(
    "div",
    { class: "send-row" },
    ...[send.element, cancel.element, progress, element("span", { class: "spacer" })],
    ...[timeoutBox, createMenu(others, events)],
  );
  return {
    element: element(
      "section",
      { class: "send-bar", "aria-label": l10n.t("Send") },
      ...[alert, row],
    ),
    update: (shown) => {
      send.setText(shown.anyway ? l10n.t("Send Anyway") : l10n.t("Send"));
      if (!shown.isWaiting && cancel.element.contains(document.activeElement)) send.element.focus();
      cancel.element.hidden = !shown.isWaiting;
      setText(progress, shown.progress);
      problem.update(
        shown.problem === "" ? undefined : { severity: "error", message: shown.problem },
      );
      timeout.update({
        value: shown.timeout,
        description: shown.timeoutIsWrong ? timeoutText() : "",
        invalid: shown.timeoutIsWrong,
      });
    },
  };
}

export function timeoutText(): string {
  return l10n.t("The timeout must be a number of seconds up to 3600.");
}

function createMenu(others: boolean, events: SendBarEvents): HTMLElement {
  const snippet = (text: string, format: SnippetFormat) =>
    [text, () => events.onSnippet(format)] as const;
  const entries: readonly (readonly [string, () => void])[] = [
    [l10n.t("Save Request…"), events.onSave],
    ...(others ? [[l10n.t("Run on Several Servers…"), events.onServers] as const] : []),
    snippet(l10n.t("Copy as cURL"), "curl"),
    snippet(l10n.t("Copy as JavaScript fetch"), "fetch"),
    snippet(l10n.t("Copy for Komari's RPC2 Client"), "rpc2"),
  ];
  const close = (act: () => void) => () => {
    popover.close();
    act();
  };
  const rows = entries.map(([text, act]) =>
    element("li", {}, button({ text, onClick: close(act) })),
  );
  const popover = createPopover({
    text: l10n.t("More"),
    icon: "chevron",
    title: l10n.t("Save, copy or run elsewhere"),
    content: element("ul", { class: "menu" }, ...rows),
  });
  return popover.element;
}
