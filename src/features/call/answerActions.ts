import * as l10n from "@vscode/l10n";
import { type Uri } from "vscode";
import { type saveFile } from "../../platform/saveFile";
import { type TitledJson } from "../requests/compare/answerDocuments";
import { type AnswerAction } from "../../shared/callApi";
import { fileName } from "../../shared/fileName";
import { type CallTarget } from "./callTarget";
import { chartTarget, type ChartTarget } from "./chartTarget";
import { type ShownAnswer } from "./panelAnswers";

/** What can be done with an answer, by VS Code. */
export interface AnswerTools {
  open(answer: TitledJson): Promise<void>;
  compare(left: TitledJson, right: TitledJson): Promise<void>;
  readonly save: typeof saveFile;
  saved(file: Uri): void;
  copy(text: string): Promise<void>;
  chart(target: ChartTarget): Promise<void>;
  /** Asks another server the same; undefined: the user thought better of it, or was told why not. */
  fromServer(target: CallTarget): Promise<ShownAnswer | undefined>;
  /** Asks for another call of the history. */
  fromHistory(shown: ShownAnswer): Promise<ShownAnswer | undefined>;
  /** The newest of the history that is older, of the same method and server. */
  before(shown: ShownAnswer): Promise<ShownAnswer | undefined>;
  inform(message: string): void;
  /** For people. */
  time(milliseconds: number): string;
}

/** @param previous the answer that the panel showed before. */
export async function actOnAnswer(
  action: AnswerAction,
  shown: ShownAnswer,
  previous: ShownAnswer | undefined,
  tools: AnswerTools,
): Promise<void> {
  switch (action) {
    case "openInEditor":
      return tools.open(await titled(shown, tools));
    case "save":
      return save(shown, tools);
    case "copy":
      return tools.copy(await shown.json());
    case "chart":
      return chart(shown, tools);
    case "compareWithPrevious":
      return compare(previous ?? (await tools.before(shown)), shown, tools);
    case "compareWithServer":
      return compareIf(await tools.fromServer(shown.target), shown, tools);
    case "compareWithHistory":
      return compareIf(await tools.fromHistory(shown), shown, tools);
  }
}

async function titled(shown: ShownAnswer, tools: AnswerTools): Promise<TitledJson> {
  const { target, serverName, sentAt } = shown;
  const title = `${target.method} — ${serverName}, ${tools.time(sentAt)}`;
  return { title, json: await shown.json() };
}

async function save(shown: ShownAnswer, tools: AnswerTools): Promise<void> {
  const name = fileName(shown.target.method, shown.sentAt, ".json");
  const content = new TextEncoder().encode(await shown.json());
  const filters = { [l10n.t("JSON")]: ["json"] };
  const file = await tools.save(l10n.t("Save Response"), name, filters, content);
  if (file !== undefined) tools.saved(file);
}

async function chart(shown: ShownAnswer, tools: AnswerTools): Promise<void> {
  const target = chartTarget(shown.target, await shown.json());
  if (target === undefined) tools.inform(l10n.t("This response has no node records to chart."));
  else await tools.chart(target);
}

async function compare(
  other: ShownAnswer | undefined,
  shown: ShownAnswer,
  tools: AnswerTools,
): Promise<void> {
  if (other === undefined) tools.inform(l10n.t("No earlier response to compare with."));
  else await compareIf(other, shown, tools);
}

async function compareIf(
  other: ShownAnswer | undefined,
  shown: ShownAnswer,
  tools: AnswerTools,
): Promise<void> {
  if (other === undefined) return;
  await tools.compare(await titled(other, tools), await titled(shown, tools));
}
