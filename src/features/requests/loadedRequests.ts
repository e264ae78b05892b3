import { textFiles } from "../../platform/textFiles";
import { type Format } from "../../shared/format";
import { type Clock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Logger } from "../../util/logger";
import { CallHistory } from "./store/callHistory";
import { pickResponse } from "./commands/responses";
import { ResponseDocuments, type ResponseDocumentsOptions } from "./compare/responseDocuments";
import { type PastCall } from "./store/pastCall";
import { RequestCommands, type RequestCommandsOptions } from "./commands/requestCommands";
import { RequestsTree } from "./view/requestsTree";
import { SavedRequests, type SavedRequestsOptions } from "./store/savedRequests";

type Made = "history" | "saved" | "documents" | "rowContext";

export interface LoadedRequestsOptions
  extends Omit<RequestCommandsOptions, Made>, ResponseDocumentsOptions {
  /** Of the history: a path. Other windows may use it too. */
  readonly folder: string;
  readonly requests: SavedRequestsOptions;
  readonly format: Format;
  readonly clock: Pick<Clock, "now" | "wallTime">;
  readonly logger: Logger;
}

/** The lazily loaded part of the feature. */
export class LoadedRequests implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly saved: SavedRequests;
  readonly documents: ResponseDocuments;
  readonly tree: RequestsTree;
  readonly commands: RequestCommands;

  static async load(options: LoadedRequestsOptions): Promise<LoadedRequests> {
    const { folder, logger, clock, isStored } = options;
    const files = textFiles(folder);
    const history = await CallHistory.load({ files, logger, clock, isStored });
    return new LoadedRequests(options, history);
  }

  private constructor(
    private readonly options: LoadedRequestsOptions,
    readonly history: CallHistory,
  ) {
    this.#disposables.add(history);
    this.saved = this.#disposables.add(new SavedRequests(options.requests));
    this.documents = new ResponseDocuments(options);
    const { saved, documents } = this;
    this.tree = this.#disposables.add(new RequestsTree({ ...options, history, saved }));
    const rowContext = () => this.#rowContext();
    this.commands = new RequestCommands({
      ...options,
      history,
      saved,
      documents,
      rowContext,
    });
  }

  /** Prompts for one of these calls; undefined: cancelled. */
  pickResponse(calls: readonly PastCall[]): Promise<PastCall | undefined> {
    return pickResponse(this.options.inputs, calls, this.#rowContext());
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #rowContext() {
    const { format, clock, serverName } = this.options;
    return { format, serverName, now: clock.wallTime() };
  }
}
