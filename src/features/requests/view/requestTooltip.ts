import * as l10n from "@vscode/l10n";
import { clip } from "../../../shared/clip";
import { type Format } from "../../../shared/format";
import { escapeMarkdown, factTable } from "../../../shared/markdown";
import { type PastCall } from "../store/pastCall";
import { boundText, fateWords, type RowContext } from "./requestRow";
import { type PlacedRequest } from "../store/savedRequests";
import { shownName } from "../../../shared/shownName";

const maxParamsLength = 400;
const maxText = 1000;

/** Markdown: all that is known of a call but its response. */
export function pastTooltip(call: PastCall, format: Format): string {
  const { serverName, sentAt, text } = call;
  return [
    heading(call.method),
    factTable([
      [l10n.t("Server"), escapeMarkdown(shownName(serverName))],
      [l10n.t("Sent"), escapeMarkdown(format.dateTime(sentAt))],
      [l10n.t("Parameters"), pastParams(call)],
      [l10n.t("Result"), escapeMarkdown(outcomeText(call, format))],
      ...responseRow(call, format),
    ]),
    ...(text === undefined ? [] : [escapeMarkdown(clip(text, maxText))]),
  ].join("\n\n");
}

export function savedTooltip(request: PlacedRequest, serverName: RowContext["serverName"]): string {
  const place = request.scope === "user" ? l10n.t("User settings") : l10n.t("Workspace settings");
  return [
    heading(request.name),
    factTable([
      [l10n.t("Method"), escapeMarkdown(shownName(request.method))],
      [l10n.t("Server"), escapeMarkdown(boundText(request, serverName))],
      [l10n.t("Parameters"), paramsText(request.params)],
      [l10n.t("Saved in"), place],
    ]),
  ].join("\n\n");
}

function heading(text: string): string {
  return `**${escapeMarkdown(shownName(text))}**`;
}

function pastParams({ params, paramsForgotten }: PastCall): string {
  return paramsForgotten === true ? l10n.t("too long to store") : paramsText(params);
}

function paramsText(params: string | undefined): string {
  return params === undefined ? l10n.t("none") : escapeMarkdown(clip(params, maxParamsLength));
}

function outcomeText(call: PastCall, format: Format): string {
  const { outcome, tookMs, code, transport } = call;
  const took = format.milliseconds(tookMs);
  const over = transport && (transport === "http" ? "HTTP" : "WebSocket");
  const words = { ok: l10n.t("succeeded"), error: failedText(code), cancelled: l10n.t("canceled") };
  return [words[outcome], ...fateWords(call), took, ...(over ? [over] : [])].join(" · ");
}

function failedText(code: number | undefined): string {
  return code === undefined ? l10n.t("failed") : l10n.t("failed with code {0}", code);
}

function responseRow(
  { outcome, bytes, secrets, kept }: PastCall,
  format: Format,
): readonly (readonly [string, string])[] {
  if (outcome !== "ok") return [];
  const parts = [
    ...(bytes === undefined ? [] : [format.bytes(bytes)]),
    kept ? l10n.t("stored") : l10n.t("not stored"),
    ...(secrets === undefined || secrets === 0 ? [] : [l10n.t("masked secrets: {0}", secrets)]),
  ];
  return [[l10n.t("Response"), escapeMarkdown(parts.join(" · "))]];
}
