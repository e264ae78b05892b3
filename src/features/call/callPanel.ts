import * as l10n from "@vscode/l10n";
import { PageSetup } from "../../platform/panels/pageSetup";
import { type PanelFrame } from "../../platform/panels/panelTab";
import { WebviewChannel } from "../../platform/panels/webviewChannel";
import {
  type AnswerAction,
  type CallAction,
  type CallAnswer,
  type CallApi,
  type CallFate,
  callApi,
  type CallRequest,
  type CallSetup,
  type PickRequest,
  type ServerRow,
  type SnippetFormat,
} from "../../shared/call/callApi";
import { type ParamsOf } from "../../shared/ipc";
import { systemClock } from "../../util/clock";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Event } from "../../util/emitter";
import { type Logger } from "../../util/logger";
import { errorText } from "../text/errorText";
import { type CallSender } from "./callSender";
import { type CallTarget } from "../common/callTarget";
import {
  isAnswerAction,
  isCallAction,
  isCallRequest,
  isParams,
  isPickRequest,
  isSnippetFormat,
} from "./isCallRequest";
import { type AnswerRecord, PanelAnswers, type AnswerSource } from "./panelAnswers";

/** What all panels share. */
export interface CallPanelContext {
  readonly sender: Pick<CallSender, "send">;
  readonly titleOf: (target: CallTarget) => string;
  readonly setupOf: (target: CallTarget) => CallSetup;
  /** Fires when an input of the setup has changed. */
  readonly onDidChangeSetup: Event<unknown>;
  /** The newest answer of the history. */
  readonly lastAnswer: (target: CallTarget) => Promise<AnswerRecord | undefined>;
  readonly pick: (
    target: CallTarget,
    request: PickRequest,
  ) => Promise<readonly string[] | undefined>;
  readonly actOnAnswer: (
    action: AnswerAction,
    shown: AnswerSource,
    previous: AnswerSource | undefined,
  ) => Promise<void>;
  readonly copySnippet: (target: CallTarget, format: SnippetFormat) => void;
  readonly copyText: (text: string) => void;
  readonly saveRequest: (target: CallTarget) => void;
  /** Resolves with the message for the page if nothing was sent. */
  readonly runOnServers: (
    target: CallTarget,
    timeoutMs: number,
    signal: AbortSignal,
    show: (rows: readonly ServerRow[]) => void,
  ) => Promise<Omit<CallAnswer, "id"> | undefined>;
  /** @param httpsUrl of the error that is shown; undefined: that of the server's problem. */
  readonly act: (action: CallAction, serverId: string, httpsUrl: string | undefined) => void;
  readonly logger: Logger;
}

interface CallRun {
  readonly signal: AbortSignal;
  readonly startedAt: number;
  fate: CallFate;
}

/** The host side of a call panel: one method of one server. */
export class CallPanel implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #channel: WebviewChannel<CallApi>;
  readonly #running = new Map<number, AbortController>();
  readonly #answers = new PanelAnswers();
  readonly #setup = new PageSetup<CallSetup>((setup) => this.#channel.notify("setup", setup));
  /** Sent once the page is ready. */
  #pendingFill: { readonly params: string | undefined; readonly send: boolean } | undefined;
  /** Of the last run on several servers. */
  #rows: ParamsOf<CallApi["multiServerResults"]> | undefined;
  /** The next call is sent by a command instead of the form. */
  #unattended = false;

  constructor(
    readonly target: CallTarget,
    private readonly frame: PanelFrame,
    private readonly context: CallPanelContext,
  ) {
    this.#channel = this.#disposables.add(this.#createChannel());
    // Calls go on while the page is unloaded, and it is sent their responses when it is back.
    this.#disposables.add(
      frame.onDidChangeVisibility((visible) => {
        if (!visible) this.#setup.onHidden();
      }),
    );
    this.#disposables.add(context.onDidChangeSetup(() => this.#sendSetup()));
  }

  /** Replaces the parameters of the form; `send`: the page sends them at once. */
  fill(params: string | undefined, send: boolean): void {
    this.#pendingFill = { params, send };
    if (this.#setup.isReady) this.#sendPendingFill();
  }

  dispose(): void {
    for (const running of this.#running.values()) running.abort();
    this.#disposables.dispose();
  }

  #createChannel(): WebviewChannel<CallApi> {
    const { context } = this;
    const logInvalid = (what: string) =>
      context.logger.warn(`Invalid message from a call page: ${what}`);
    const withParams = (params: string | undefined) => ({
      ...this.#targetWithoutParams,
      ...(params && { params }),
    });
    return new WebviewChannel<CallApi>(this.frame.port, {
      api: callApi,
      logger: context.logger,
      failureText: errorText,
      handlers: {
        ready: () => this.#ready(),
        send: (call) => {
          if (isCallRequest(call)) void this.#run(call, (run) => this.#send(call, run));
          else logInvalid("send");
        },
        cancel: (id) => this.#running.get(id)?.abort(),
        pick: async (request) =>
          isPickRequest(request) ? context.pick(this.target, request) : undefined,
        reveal: (revealed) => this.#answers.reveal(revealed),
        answerAction: (action) => {
          if (isAnswerAction(action)) void this.#act(action);
          else logInvalid("action");
        },
        copySnippet: ({ format, params }) =>
          isSnippetFormat(format) && isParams(params)
            ? context.copySnippet(withParams(params), format)
            : logInvalid("snippet"),
        copyText: (text) =>
          typeof text === "string" ? context.copyText(text) : logInvalid("copy"),
        saveRequest: ({ params }) =>
          isParams(params) ? context.saveRequest(withParams(params)) : logInvalid("save"),
        runOnServers: (call) => {
          if (isCallRequest(call)) void this.#run(call, (run) => this.#runOnServers(call, run));
          else logInvalid("run");
        },
        act: (action) =>
          isCallAction(action)
            ? context.act(action, this.target.serverId, this.#httpsUrl)
            : logInvalid("act"),
      },
    });
  }

  get #httpsUrl(): string | undefined {
    const outcome = this.#answers.last?.message.outcome;
    return outcome?.kind === "error" ? outcome.httpsUrl : undefined;
  }

  get #targetWithoutParams(): CallTarget {
    const { serverId, method } = this.target;
    return { serverId, method };
  }

  /** A page was loaded, the first or one that was hidden before: it has no state of the host. */
  #ready(): void {
    this.#setup.onReady();
    this.#sendSetup();
    this.#sendPendingFill();
    for (const id of this.#running.keys()) this.#channel.notify("sent", { id });
    void this.#sendLastAnswer();
  }

  #sendSetup(): void {
    // Servers may be renamed.
    this.frame.setTitle(this.context.titleOf(this.target));
    if (this.#setup.isReady) this.#setup.send(this.context.setupOf(this.target));
  }

  #sendPendingFill(): void {
    if (this.#pendingFill === undefined) return;
    this.#unattended ||= this.#pendingFill.send;
    this.#channel.notify("fill", this.#pendingFill);
    this.#pendingFill = undefined;
  }

  async #sendLastAnswer(): Promise<void> {
    this.#answers.resetRevealed();
    if (this.#answers.last === undefined) {
      this.#answers.seed(await this.context.lastAnswer(this.#targetWithoutParams));
    }
    if (!this.#setup.isReady) return;
    const { last } = this.#answers;
    if (last !== undefined) this.#channel.notify("answer", last.message);
    if ((this.#rows?.id ?? 0) > (last?.message.id ?? 0)) this.#sendRows();
  }

  #sendRows(): void {
    if (this.#rows !== undefined) this.#channel.notify("multiServerResults", this.#rows);
  }

  /** A call is pending until `work` ends; if it fails, the page gets an error in place of the answer. */
  async #run(
    { id }: CallRequest,
    work: (run: CallRun) => Promise<Omit<CallAnswer, "id"> | undefined>,
  ): Promise<void> {
    const controller = new AbortController();
    const run: CallRun = {
      signal: controller.signal,
      startedAt: systemClock.wallTime(),
      fate: "notSent",
    };
    this.#running.set(id, controller);
    let answer: Omit<CallAnswer, "id"> | undefined;
    try {
      answer = await work(run);
    } catch (error) {
      this.context.logger.error(`${this.target.method}: the call failed`, error);
      answer = failedAnswer(run);
    } finally {
      this.#running.delete(id);
    }
    if (answer !== undefined) this.#channel.notify("answer", { ...answer, id });
  }

  async #send({ id, params, timeoutSeconds }: CallRequest, run: CallRun): Promise<CallAnswer> {
    const attended = !this.#unattended;
    this.#unattended = false;
    const call = await this.context.sender.send(
      { ...this.#targetWithoutParams, ...(params !== undefined && { params }) },
      {
        timeoutMs: timeoutSeconds * 1000,
        signal: run.signal,
        attended,
        onSent: () => {
          run.fate = "unknown";
          this.#channel.notify("sent", { id });
        },
        onBytes: (bytes) => this.#channel.notify("progress", { id, bytes }),
      },
    );
    return this.#answers.add(id, call);
  }

  async #act(action: AnswerAction): Promise<void> {
    const { last, previous } = this.#answers;
    if (last?.source !== undefined) await this.context.actOnAnswer(action, last.source, previous);
  }

  async #runOnServers({ id, params, timeoutSeconds }: CallRequest, run: CallRun) {
    return this.context.runOnServers(
      { ...this.#targetWithoutParams, ...(params !== undefined && { params }) },
      timeoutSeconds * 1000,
      run.signal,
      (rows) => {
        run.fate = "unknown";
        this.#rows = { id, rows };
        this.#sendRows();
      },
    );
  }
}

/** The answer to a call that failed for a reason of our own. */
function failedAnswer({ startedAt, fate }: CallRun): Omit<CallAnswer, "id"> {
  const tookMs = Math.max(0, systemClock.wallTime() - startedAt);
  const text = l10n.t("Something went wrong. See the Komari log.");
  const outcome = { kind: "error", text, fate, actions: ["showLog"] } as const;
  return { sentAt: startedAt, tookMs, transport: undefined, outcome };
}
