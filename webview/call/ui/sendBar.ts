import * as l10n from "@vscode/l10n";
import { type SnippetFormat } from "../../../src/shared/call/callApi";
import { createPushButton, createTextControl } from "../../lib/controls";
import { element, setText, button, setAttributes } from "../../lib/dom";
import { createMenu } from "../../lib/menu";
import { type Badge } from "../state/callTexts";
import { type FieldProblem } from "../../../src/shared/call/requestDraft";
import { createProblemMessage } from "./problemMessage";
import { icon } from "../../lib/icons";

export interface SendBarEvents {
  readonly onSend: () => void;
  /** Despite the problem. */
  readonly onSendAnyway: () => void;
  readonly onCancel: () => void;
  readonly onTimeout: (text: string) => void;
  readonly onSave: () => void;
  readonly onServers: () => void;
  readonly onSnippet: (format: SnippetFormat) => void;
  /** Scrolls to the newest response. */
  readonly onShowResult: () => void;
}

export interface ShownSendBar {
  readonly isPending: boolean;
  /** Elapsed time and received bytes. */
  readonly progress: string;
  /** Summary of the newest response; undefined: there is none. */
  readonly result: Badge | undefined;
  /** Why the request cannot be sent; empty: it can. */
  readonly problem: string;
  /** A question follows. */
  readonly asks: boolean;
  /** It may be sent despite the problem. */
  readonly canSendAnyway: boolean;
  /** As typed. */
  readonly timeout: string;
  readonly timeoutIsWrong: boolean;
}

export interface SendBar {
  /** For the line at the top. */
  readonly controls: readonly HTMLElement[];
  /** Why the request cannot be sent. */
  readonly problem: HTMLElement;
  readonly update: (shown: ShownSendBar) => void;
}

/**
 * @param hasOtherServers there are other servers to run on.
 * @param style the switch between parameters by name and by position, if there is one.
 */
export function createSendBar(
  timeoutSeconds: number,
  hasOtherServers: boolean,
  style: HTMLElement | undefined,
  events: SendBarEvents,
): SendBar {
  const anyway = createPushButton({ text: l10n.t("Send Anyway"), onClick: events.onSendAnyway });
  const problem = createProblemMessage(anyway.element);
  const call = createCallButtons(events);
  const resultChip = createResultChip(events.onShowResult);
  const timeout = createTimeout(timeoutSeconds, events.onTimeout);
  const extra = element("div", { class: "menu-extra" }, timeout.element, style);
  const result = element("div", { class: "send-result" }, call.progress, resultChip.element);
  const controls = [result, createMore(hasOtherServers, extra, events), ...call.buttons];
  return {
    controls,
    problem: element("div", { class: "send-problem", role: "alert" }, problem.element),
    update: (shown) => {
      problem.update(problemOf(shown));
      anyway.element.hidden = !shown.canSendAnyway;
      timeout.update(shown);
      const focused = document.activeElement;
      resultChip.update(shown.isPending ? undefined : shown.result);
      call.update(shown);
      // A focused button that is hidden passes the focus to Send.
      const isOurs = controls.some((control) => control.contains(focused));
      if (isOurs && focused instanceof HTMLElement && focused.hidden) call.focus();
    },
  };
}

function problemOf({ problem, canSendAnyway }: ShownSendBar): FieldProblem | undefined {
  if (problem === "") return undefined;
  return { severity: canSendAnyway ? "warning" : "error", message: problem };
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
    buttons: [cancel.element, send.element],
    progress,
    focus: () => send.element.focus(),
    update: (shown: ShownSendBar) => {
      send.setText(shown.asks ? l10n.t("Send…") : l10n.t("Send"));
      cancel.element.hidden = !shown.isPending;
      progress.hidden = !shown.isPending;
      setText(progress, shown.progress);
    },
  };
}

function createTimeout(defaultSeconds: number, onInput: (text: string) => void) {
  const label = l10n.t("Timeout in seconds");
  const control = createTextControl({ label, placeholder: String(defaultSeconds), onInput });
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

function createMore(
  hasOtherServers: boolean,
  extra: HTMLElement,
  { onSave, onServers, onSnippet }: SendBarEvents,
): HTMLElement {
  const servers = [l10n.t("Send to Several Servers…"), onServers] as const;
  return createMenu({
    text: l10n.t("More"),
    icon: "chevron",
    title: l10n.t("More Actions"),
    extra,
    entries: [
      [l10n.t("Save Request…"), onSave],
      ...(hasOtherServers ? [servers] : []),
      [l10n.t("Copy as cURL"), () => onSnippet("curl")],
      [l10n.t("Copy as JavaScript fetch"), () => onSnippet("fetch")],
      [l10n.t("Copy as Komari RPC2 Client Code"), () => onSnippet("rpc2")],
    ],
  });
}

export interface ResultChip {
  readonly element: HTMLElement;
  /** Undefined: there is no response. */
  readonly update: (summary: Badge | undefined) => void;
}

/** A summary of the newest response; a click scrolls to it. */
export function createResultChip(onClick: () => void): ResultChip {
  const sign = element("span", { class: "glyph" });
  const text = element("span", { class: "result-text" });
  const root = button({ class: "result-chip", onClick });
  root.append(sign, text);
  let shown: Badge | undefined;
  return {
    element: root,
    update: (summary) => {
      root.hidden = summary === undefined;
      if (summary === undefined || summary === shown) return;
      shown = summary;
      const label = l10n.t("Go to the response: {0}", summary.text);
      setAttributes(root, {
        class: `result-chip ${summary.icon}`,
        title: label,
        "aria-label": label,
      });
      sign.replaceChildren(icon(summary.icon));
      setText(text, summary.text);
    },
  };
}
