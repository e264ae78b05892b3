import * as l10n from "@vscode/l10n";
import { type Uri } from "vscode";
import { type saveFile } from "../../platform/saveFile";
import { type TitledJson } from "../requests/compare/responseDocuments";
import { type ResponseAction } from "../../shared/call/callApi";
import { fileName } from "../../shared/fileName";
import { type CallTarget } from "../common/callTarget";
import { chartTarget, type ChartTarget } from "./chartTarget";
import { type ResponseSource } from "./panelCalls";

/** Actions on a response that need VS Code. */
export interface ResponseTools {
  open(response: TitledJson): Promise<void>;
  compare(left: TitledJson, right: TitledJson): Promise<void>;
  readonly save: typeof saveFile;
  saved(file: Uri): void;
  copy(text: string): Promise<void>;
  chart(target: ChartTarget): Promise<void>;
  /** Sends the same request to another server; undefined if cancelled, or failed and reported to the user. */
  fromServer(target: CallTarget): Promise<ResponseSource | undefined>;
  /** Prompts for another call of the history; undefined if cancelled. */
  fromHistory(shown: ResponseSource): Promise<ResponseSource | undefined>;
  /** The newest older one of the history, of the same method and server. */
  previousInHistory(shown: ResponseSource): Promise<ResponseSource | undefined>;
  inform(message: string): void;
  /** Formats a time for display. */
  time(milliseconds: number): string;
}

/** @param previous the response that the panel showed before this one. */
export async function actOnResponse(
  action: ResponseAction,
  shown: ResponseSource,
  previous: ResponseSource | undefined,
  tools: ResponseTools,
): Promise<void> {
  switch (action) {
    case "openInEditor":
      return tools.open(await titledJson(shown, tools));
    case "save":
      return save(shown, tools);
    case "copy":
      return tools.copy(await shown.json());
    case "chart":
      return chart(shown, tools);
    case "compareWithPrevious":
      return compare(previous ?? (await tools.previousInHistory(shown)), shown, tools);
    case "compareWithServer":
      return compareIf(await tools.fromServer(shown.target), shown, tools);
    case "compareWithHistory":
      return compareIf(await tools.fromHistory(shown), shown, tools);
  }
}

async function titledJson(shown: ResponseSource, tools: ResponseTools): Promise<TitledJson> {
  const { target, serverName, sentAt } = shown;
  const title = `${target.method} — ${serverName}, ${tools.time(sentAt)}`;
  return { title, json: await shown.json() };
}

async function save(shown: ResponseSource, tools: ResponseTools): Promise<void> {
  const name = fileName(shown.target.method, shown.sentAt, ".json");
  const content = new TextEncoder().encode(await shown.json());
  const filters = { [l10n.t("JSON")]: ["json"] };
  const file = await tools.save(l10n.t("Save Response"), name, filters, content);
  if (file !== undefined) tools.saved(file);
}

async function chart(shown: ResponseSource, tools: ResponseTools): Promise<void> {
  const target = chartTarget(shown.target, await shown.json());
  if (target === undefined) tools.inform(l10n.t("This response has no node records to chart."));
  else await tools.chart(target);
}

async function compare(
  other: ResponseSource | undefined,
  shown: ResponseSource,
  tools: ResponseTools,
): Promise<void> {
  if (other === undefined) tools.inform(l10n.t("No earlier response to compare with."));
  else await compareIf(other, shown, tools);
}

async function compareIf(
  other: ResponseSource | undefined,
  shown: ResponseSource,
  tools: ResponseTools,
): Promise<void> {
  if (other === undefined) return;
  await tools.compare(await titledJson(other, tools), await titledJson(shown, tools));
}
