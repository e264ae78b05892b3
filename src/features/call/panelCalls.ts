import * as l10n from "@vscode/l10n";
import { type WebviewChannel } from "../../platform/panels/webviewChannel";
import {
  type CallApi,
  type CallFate,
  type CallRequest,
  type CallResponse,
  type CallResult,
  type ServerRow,
} from "../../shared/call/callApi";
import { systemClock } from "../../util/clock";
import { type Disposable } from "../../util/disposable";
import { type Logger } from "../../util/logger";
import { type CallTarget } from "../common/callTarget";
import { type CallSender } from "./callSender";
import { type NotRun, type RunEvents, type RunOptions, type ServerChoice } from "./runOnServers";
import { type ReceivedResult, type SentCall } from "./sentCall";

/** A response that can be opened, saved, charted and compared: of a panel, or from the history. */
export interface ResponseSource {
  readonly target: CallTarget;
  readonly serverName: string;
  readonly sentAt: number;
  /** JSON as it is shown: with its secrets only after they were revealed. */
  readonly json: () => Promise<string>;
}

/** The message that a page is sent, and the response that it is about; errors have no source. */
export interface ResponseRecord {
  readonly message: CallResponse;
  readonly source: ResponseSource | undefined;
}

/** What the calls of all panels share. */
export interface CallsContext {
  readonly sender: Pick<CallSender, "send">;
  readonly sendToServers: (
    target: CallTarget,
    servers: readonly ServerChoice[],
    options: RunOptions,
    events: RunEvents,
  ) => Promise<NotRun | undefined>;
  readonly actions: {
    readonly pickServers: (method: string) => Promise<readonly ServerChoice[]>;
  };
  /** The newest response of the history. */
  readonly lastResponse: (target: CallTarget) => Promise<ResponseRecord | undefined>;
  readonly logger: Logger;
}

type UnmarkedResponse = Omit<CallResponse, "id">;

/** A call without a response yet. */
interface CallRun {
  readonly controller: AbortController;
  readonly startedAt: number;
  fate: CallFate;
}

/** The last run on several servers. */
interface ServerRun {
  readonly id: number;
  readonly servers: readonly string[];
  readonly rows: Map<number, ServerRow>;
}

/**
 * The calls of one panel: those that are pending, the response that is shown and the one before it. All
 * that a page knows of its calls comes from here, also when it is loaded again.
 */
export class PanelCalls implements Disposable {
  readonly #pending = new Map<number, CallRun>();
  #last: ResponseRecord | undefined;
  #previous: ResponseSource | undefined;
  /** Of the last call: the unmasked result. */
  #result: ReceivedResult | undefined;
  #isRevealed = false;
  #serverRun: ServerRun | undefined;
  #isNextUnattended = false;

  /** @param target without parameters. */
  constructor(
    private readonly target: CallTarget,
    private readonly page: Pick<WebviewChannel<CallApi>, "notify">,
    private readonly context: CallsContext,
  ) {}

  /** The response that the page shows; undefined: none, or an error. */
  get shown(): ResponseSource | undefined {
    return this.#last?.source;
  }

  /** The response before it. */
  get previous(): ResponseSource | undefined {
    return this.#previous;
  }

  /** The URL that the server is to have instead, by the error that the page shows. */
  get httpsUrl(): string | undefined {
    const outcome = this.#last?.message.outcome;
    return outcome?.kind === "error" ? outcome.httpsUrl : undefined;
  }

  /** The next call is sent by a command instead of the form. */
  expectUnattended(): void {
    this.#isNextUnattended = true;
  }

  /** Sends a call and then the page its response. Never rejects. */
  send({ id, params, timeoutSeconds }: CallRequest): Promise<void> {
    const attended = !this.#isNextUnattended;
    this.#isNextUnattended = false;
    return this.#run(id, async (run) => {
      const call = await this.context.sender.send(this.#targetWith(params), {
        timeoutMs: timeoutSeconds * 1000,
        signal: run.controller.signal,
        attended,
        onSent: () => {
          run.fate = "unknown";
          this.page.notify("sent", { id });
        },
        onBytes: (bytes) => this.page.notify("progress", { id, bytes }),
      });
      return this.#add(id, call);
    });
  }

  /** Sends a call to servers that the user selects, and the page the result of each. Never rejects. */
  sendToServers({ id, params, timeoutSeconds }: CallRequest): Promise<void> {
    return this.#run(id, async (run) => {
      const { actions, sendToServers } = this.context;
      const servers = await actions.pickServers(this.target.method);
      if (servers.length === 0) return unsentResponse({ kind: "refused" });
      const options = { timeoutMs: timeoutSeconds * 1000, signal: run.controller.signal };
      const notRun = await sendToServers(this.#targetWith(params), servers, options, {
        onStart: (servers) => {
          run.fate = "unknown";
          this.#serverRun = { id, servers, rows: new Map() };
          this.page.notify("serversStarted", { id, servers });
        },
        onRow: (index, row) => {
          if (this.#serverRun?.id === id) this.#serverRun.rows.set(index, row);
          this.page.notify("serverRow", { id, index, row });
        },
      });
      return notRun && unsentResponse(notRun);
    });
  }

  cancel(id: number): void {
    this.#pending.get(id)?.controller.abort();
  }

  /**
   * Sends a page that was loaded all that it has to know: the pending calls and the last response.
   * @param isReady whether the page is still loaded.
   */
  async restorePage(isReady: () => boolean): Promise<void> {
    for (const id of this.#pending.keys()) this.page.notify("sent", { id });
    // A page that was loaded again shows secrets masked.
    this.#isRevealed = false;
    if (this.#last === undefined) {
      const past = await this.context.lastResponse(this.target);
      // A call may have been completed meanwhile.
      this.#last ??= past;
    }
    if (!isReady()) return;
    if (this.#last !== undefined) this.page.notify("response", this.#last.message);
    const { id = 0, servers = [], rows = [] } = this.#serverRun ?? {};
    if (id <= (this.#last?.message.id ?? 0)) return;
    this.page.notify("serversStarted", { id, servers });
    for (const [index, row] of rows) this.page.notify("serverRow", { id, index, row });
  }

  /** Undefined: there is no result, or another response has replaced it meanwhile. */
  async reveal(isRevealed: boolean): Promise<CallResult | undefined> {
    const result = this.#result;
    const shown = await result?.forPage(isRevealed);
    if (result !== this.#result || shown === undefined) return undefined;
    this.#isRevealed = isRevealed;
    return shown;
  }

  /** Cancels the pending calls. */
  dispose(): void {
    for (const { controller } of this.#pending.values()) controller.abort();
  }

  #targetWith(params: string | undefined): CallTarget {
    return { ...this.target, ...(params !== undefined && { params }) };
  }

  /** A call is pending until `work` ends; if that fails, the page is sent an error in place of the response. */
  async #run(
    id: number,
    work: (run: CallRun) => Promise<UnmarkedResponse | undefined>,
  ): Promise<void> {
    const controller = new AbortController();
    const run: CallRun = { controller, startedAt: systemClock.wallTime(), fate: "notSent" };
    this.#pending.set(id, run);
    let response: UnmarkedResponse | undefined;
    try {
      response = await work(run);
    } catch (error) {
      this.context.logger.error(`${this.target.method}: the call failed`, error);
      response = failedResponse(run);
    } finally {
      this.#pending.delete(id);
    }
    if (response !== undefined) this.page.notify("response", { ...response, id });
  }

  /** Returns the message for the page. A response that arrives after that of a later call is not kept. */
  async #add(id: number, call: SentCall): Promise<CallResponse> {
    const { target, serverName, sentAt, tookMs, transport, outcome } = call;
    const result = outcome.kind === "ok" ? outcome.result : undefined;
    const shown = outcome.kind === "ok" ? await outcome.result.forPage(false) : outcome;
    const message = { id, sentAt, tookMs, transport, outcome: shown };
    if ((this.#last?.message.id ?? 0) > id) return message;
    this.#previous = this.#last?.source ?? this.#previous;
    this.#result = result;
    this.#isRevealed = false;
    const source = result && {
      target,
      serverName,
      sentAt,
      json: () => result.text(this.#isRevealed && this.#result === result),
    };
    this.#last = { message, source };
    return message;
  }
}

/** The response to a call that was not sent to any server. */
function unsentResponse(outcome: NotRun): UnmarkedResponse {
  return { sentAt: systemClock.wallTime(), tookMs: 0, transport: undefined, outcome };
}

/** The response to a call that failed for a reason of our own. */
function failedResponse({ startedAt, fate }: CallRun): UnmarkedResponse {
  const tookMs = Math.max(0, systemClock.wallTime() - startedAt);
  const text = l10n.t("Something went wrong. See the Komari log.");
  const outcome = { kind: "error", text, fate, actions: ["showLog"] } as const;
  return { sentAt: startedAt, tookMs, transport: undefined, outcome };
}
