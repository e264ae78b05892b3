import * as l10n from "@vscode/l10n";
import { type CallResponse, type ServerRow } from "../../../src/shared/call/callApi";
import { clip } from "../../../src/shared/clip";
import { type Format } from "../../../src/shared/format";
import { singleLine } from "../../../src/shared/singleLine";
import { type Badge, outcomeBadge } from "./badges";
import { type PendingCall } from "./pageCalls";

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

/** Summary of an answer, shown beside Send. */
export function summarizeResult(answer: CallResponse, format: Format): Badge {
  const { tookMs, outcome } = answer;
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

/** Summary of the answers of several servers. */
export function rowsText(rows: readonly ServerRow[]): string {
  const done = rows.filter(({ state }) => state !== "running").length;
  return l10n.t("{0} of {1} servers responded", done, rows.length);
}
