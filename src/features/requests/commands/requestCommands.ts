import * as l10n from "@vscode/l10n";
import { type Notifications } from "../../../platform/notifications";
import { type QuickInputs } from "../../../platform/quickInput/quickInputs";
import { type CallTarget } from "../../common/callTarget";
import { type CallHistory } from "../store/callHistory";
import { compareResponses, showResponse } from "./responses";
import { clearHistory, deleteRequests, renameRequest } from "./changeRequests";
import { entriesOf, type Entry, paramsNotStoredText, isIncomplete, targetOf } from "./entry";
import { type OpenOptions, openRequest, runRequest } from "./openRequest";
import { type SaveOptions, saveRequest } from "./saveRequest";
import { type ResponseDocuments } from "../compare/responseDocuments";
import { type RowContext } from "../view/requestRow";
import { RequestsNotAListError, type SavedRequests } from "../store/savedRequests";

export interface RequestCommandsOptions extends OpenOptions, Pick<SaveOptions, "isStored"> {
  readonly history: CallHistory;
  readonly saved: SavedRequests;
  readonly documents: Pick<ResponseDocuments, "open" | "compare">;
  readonly inputs: QuickInputs;
  readonly notifications: Pick<Notifications, "confirm" | "error" | "info" | "warn">;
  /** What is selected in the view. */
  readonly selection: () => readonly unknown[];
  readonly rowContext: () => RowContext;
}

/** What the commands of the Requests view do; `clicked` and `all` are what a menu passes. */
export class RequestCommands {
  constructor(private readonly options: RequestCommandsOptions) {}

  async open(clicked: unknown): Promise<void> {
    const entry = this.#one(clicked);
    if (entry !== undefined) await openRequest(this.options, entry);
  }

  async run(clicked: unknown): Promise<void> {
    const entry = this.#one(clicked);
    if (entry !== undefined) await runRequest(this.options, entry);
  }

  async showResponse(clicked: unknown): Promise<void> {
    const entry = this.#one(clicked);
    if (entry !== undefined) await showResponse(this.options, entry);
  }

  compareResponses(clicked: unknown, all: unknown): Promise<void> {
    return compareResponses(this.options, entriesOf(this.options, clicked, all));
  }

  async save(clicked: unknown): Promise<void> {
    const entry = this.#one(clicked);
    if (entry?.kind !== "past") return;
    if (isIncomplete(entry)) this.options.notifications.warn(paramsNotStoredText());
    else await this.saveTarget(targetOf(entry.call));
  }

  /** Saves any request, and prompts for its name. */
  saveTarget(target: CallTarget): Promise<void> {
    return this.#writing(() => saveRequest(this.options, target));
  }

  async rename(clicked: unknown): Promise<void> {
    const entry = this.#one(clicked);
    if (entry !== undefined) await this.#writing(() => renameRequest(this.options, entry));
  }

  delete(clicked: unknown, all: unknown): Promise<void> {
    const entries = entriesOf(this.options, clicked, all);
    return this.#writing(() => deleteRequests(this.options, entries));
  }

  clearHistory(): Promise<void> {
    return clearHistory(this.options);
  }

  #one(clicked: unknown): Entry | undefined {
    return entriesOf(this.options, clicked, undefined)[0];
  }

  async #writing(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (!(error instanceof RequestsNotAListError)) throw error;
      this.options.notifications.error(l10n.t("komari.requests must be a list of requests."));
    }
  }
}
