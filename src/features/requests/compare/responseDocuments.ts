import * as l10n from "@vscode/l10n";
import { type MementoValue } from "../../../platform/mementoValue";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { safeName } from "../../../shared/fileName";
import { type Execute } from "../../common/pickServer";
import { runSteps } from "../../../platform/wizard/multiStep";
import { done } from "../../../platform/wizard/step";
import { comparableJson, readableJson } from "./comparableJson";
import { shownName } from "../../../shared/shownName";
import { singleLine } from "../../../shared/singleLine";

/** Longer responses, in characters, are shown unformatted. */
const maxPrintedLength = 16 * 1024 * 1024;

/** A response with a title that identifies it: the method, the server, the time. */
export interface TitledJson {
  /** Untrusted text. */
  readonly title: string;
  readonly json: string;
}

export interface ResponseDocumentsOptions {
  /** Makes the document of a URI; the same name and key are the same document. */
  readonly documents: { add(name: string, content: () => string, key?: string): unknown };
  readonly inputs: QuickInputs;
  /** Whether the last comparison was without times. */
  readonly ignoreTimes: Pick<MementoValue<boolean>, "get" | "set">;
  readonly execute: Execute;
}

/** Responses in editors of VS Code. */
export class ResponseDocuments {
  constructor(private readonly options: ResponseDocumentsOptions) {}

  /** The same title is the same document. */
  async open({ title, json }: TitledJson): Promise<void> {
    const isLong = json.length > maxPrintedLength;
    const text = isLong ? json : await readableJson(json);
    const uri = this.options.documents.add(documentName(title), () => text, title);
    await this.options.execute("vscode.open", uri);
  }

  /** Prompts whether to ignore times, then opens the comparison. */
  async compare(left: TitledJson, right: TitledJson): Promise<void> {
    const { documents, execute } = this.options;
    const ignoreTimes = await this.#askIgnoreTimes();
    if (ignoreTimes === undefined) return;
    const isLong = Math.max(left.json.length, right.json.length) > maxPrintedLength;
    const add = async ({ title, json }: TitledJson) => {
      const text = isLong ? json : await comparableJson(json, { ignoreTimes });
      return documents.add(documentName(title), () => text);
    };
    const [leftUri, rightUri] = [await add(left), await add(right)];
    await execute("vscode.diff", leftUri, rightUri, diffTitle(left.title, right.title));
  }

  /** Undefined: cancelled. */
  async #askIgnoreTimes(): Promise<boolean | undefined> {
    const { inputs, ignoreTimes } = this.options;
    let chosen: boolean | undefined;
    const choice = (value: boolean, label: string, detail: string) => ({
      label,
      detail,
      active: value === ignoreTimes.get(),
      choose: () => {
        chosen = value;
        return done;
      },
    });
    await runSteps(inputs, () => ({
      kind: "pick",
      title: l10n.t("Compare Responses"),
      placeholder: l10n.t("Select how to compare"),
      choices: [
        choice(false, l10n.t("Compare"), l10n.t("Show all differences")),
        choice(
          true,
          l10n.t("Ignore Timestamps"),
          l10n.t("Show all differences except timestamps and uptimes"),
        ),
      ],
    }));
    if (chosen !== undefined) await ignoreTimes.set(chosen);
    return chosen;
  }
}

function documentName(title: string): string {
  return `${safeName(title)}.json`;
}

/** Stands between the method and where and when it was called. */
const dash = " — ";

/** The method, the server and the time of a response. All but the last are untrusted text. */
export function responseTitle(method: string, server: string, time: string): string {
  return `${shownName(method)}${dash}${shownName(server)}, ${time}`;
}

/** Of two responses of one method the second leaves that away. */
export function diffTitle(left: string, right: string): string {
  const start = left.slice(0, left.indexOf(dash) + dash.length);
  const isSame = left.includes(dash) && right.startsWith(start);
  return singleLine(`${left} ↔ ${isSame ? right.slice(start.length) : right}`);
}
