import * as l10n from "@vscode/l10n";
import {
  type CallResponse,
  type ServerRow,
  type CallFate,
  type CallOutcome,
  type CallAction,
} from "../../../src/shared/call/callApi";
import { clip } from "../../../src/shared/clip";
import { type Format } from "../../../src/shared/format";
import { singleLine } from "../../../src/shared/singleLine";
import { type PendingCall } from "./pageCalls";
import { type MethodRole, type MethodSpec } from "../../../src/shared/call/methodSpec";
import { riskText, roleText } from "../../../src/shared/call/methodTexts";
import { type IconName } from "../../lib/icons";

/** Elapsed time and received bytes of the newest pending call; empty: there is none. */
export function progressText(calls: readonly PendingCall[], now: number, format: Format): string {
  const newest = calls.at(-1);
  if (newest === undefined) return "";
  if (newest.sentAt === undefined) return l10n.t("Sending…");
  const seconds = l10n.t("{0} s", (Math.max(0, now - newest.sentAt) / 1000).toFixed(1));
  return [
    seconds,
    ...(newest.bytes > 0 ? [format.bytes(newest.bytes)] : []),
    ...(calls.length > 1 ? [l10n.t("{0} calls in progress", calls.length)] : []),
  ].join(" · ");
}

/** The outcome of a call, for screen readers. */
export function responseText({ tookMs, outcome }: CallResponse, format: Format): string {
  switch (outcome.kind) {
    case "ok": {
      if (outcome.notice !== undefined) return outcome.notice;
      const [time, size] = [format.milliseconds(tookMs), format.bytes(outcome.bytes)];
      return l10n.t("Response in {0}, {1}", time, size);
    }
    case "error":
      return outcome.text;
    case "cancelled":
      return outcome.text ?? l10n.t("Canceled.");
    case "refused":
      return l10n.t("Not sent.");
  }
}

/** In characters: about what fits beside Send. */
const maxSummaryLength = 80;

/** Summary of a response, shown beside Send. */
export function summarizeResult(response: CallResponse, format: Format): Badge {
  const { tookMs, outcome } = response;
  const { icon, text } = outcomeBadge(outcome);
  switch (outcome.kind) {
    case "ok":
      return {
        icon,
        text: [text, format.milliseconds(tookMs), format.bytes(outcome.bytes)].join(" · "),
      };
    case "error":
      return { icon, text: clip(singleLine(outcome.text), maxSummaryLength) };
    case "cancelled":
    case "refused":
      return { icon, text };
  }
}

/** Summary of the responses of several servers. */
export function rowsText(rows: readonly ServerRow[]): string {
  const done = rows.filter(({ state }) => state !== "running").length;
  return l10n.t("{0} of {1} servers responded", done, rows.length);
}

/** A short text and its icon. */
export interface Badge {
  readonly icon: IconName;
  readonly text: string;
}

const roleIcons = { guest: "person", client: "server", admin: "lock" } as const;

const riskIcons = {
  read: "eye",
  secrets: "key",
  write: "edit",
  destructive: "trash",
  execute: "terminal",
} as const;

export function roleBadge(role: MethodRole): Badge {
  return { icon: roleIcons[role], text: roleText(role) };
}

export function riskBadge(spec: Pick<MethodSpec, "risk" | "guessed">): Badge {
  return { icon: riskIcons[spec.risk], text: riskText(spec) };
}

/** The outcome of a call. */
export function outcomeBadge(outcome: CallOutcome): Badge {
  switch (outcome.kind) {
    case "ok":
      return outcome.notice === undefined
        ? { icon: "check", text: l10n.t("OK") }
        : { icon: "warning", text: l10n.t("Not done") };
    case "error":
      return errorBadge(outcome.fate);
    case "cancelled":
      return { icon: "close", text: l10n.t("Canceled") };
    case "refused":
      return { icon: "close", text: l10n.t("Not sent") };
  }
}

function errorBadge(fate: CallFate | undefined): Badge {
  if (fate === "notSent") return { icon: "close", text: l10n.t("Not sent") };
  if (fate === "unknown") return { icon: "warning", text: l10n.t("Outcome unknown") };
  return { icon: "error", text: l10n.t("Error") };
}

/** Button label of an action. */
export function actionText(action: CallAction): string {
  switch (action) {
    case "signIn":
      return l10n.t("Sign In…");
    case "reconnect":
      return l10n.t("Reconnect");
    case "openDashboard":
      return l10n.t("Open Dashboard");
    case "showLog":
      return l10n.t("Show Log");
    case "editServer":
      return l10n.t("Edit Server…");
    case "useHttps":
      return l10n.t("Use HTTPS…");
  }
}
