import * as l10n from "@vscode/l10n";
import { type CallAnswer } from "../../../src/shared/callApi";
import { type Format } from "../../../src/shared/format";
import { type Flights } from "./flights";

/** How long the newest call has been on its way, and how much has come; empty: there is none. */
export function progressText(flights: Flights, now: number, format: Format): string {
  const newest = flights.at(-1);
  if (newest === undefined) return "";
  if (newest.sentAt === undefined) return l10n.t("Sending…");
  const seconds = l10n.t("{0} s", (Math.max(0, now - newest.sentAt) / 1000).toFixed(1));
  return [
    seconds,
    ...(newest.bytes > 0 ? [format.bytes(newest.bytes)] : []),
    ...(flights.length > 1 ? [l10n.t("{0} calls on their way", flights.length)] : []),
  ].join(" · ");
}

/** What has become of a call, to be read aloud. */
export function answerText({ tookMs, outcome }: CallAnswer, format: Format): string {
  switch (outcome.kind) {
    case "ok": {
      const [time, size] = [format.milliseconds(tookMs), format.bytes(outcome.bytes)];
      return l10n.t("Answer in {0}, {1}", time, size);
    }
    case "error":
      return outcome.text;
    case "cancelled":
      return l10n.t("Cancelled.");
    case "refused":
      return l10n.t("Not sent.");
  }
}
