import * as l10n from "@vscode/l10n";
import { type WebviewPort, WebviewChannel } from "../../platform/webviewChannel";
import {
  type AnswerAction,
  type CallAction,
  type CallAnswer,
  type CallApi,
  callApi,
  type CallRequest,
  type CallSetup,
  type PickRequest,
  type ServerRow,
  type SnippetFormat,
} from "../../shared/callApi";
import { type ParamsOf } from "../../shared/ipc";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Event } from "../../util/emitter";
import { type Logger } from "../../util/logger";
import { type CallSender } from "./callSender";
import { type CallTarget } from "./callTarget";
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
  readonly setupOf: (target: CallTarget) => CallSetup;
  /** Something that the setup is made of has changed. */
  readonly onDidChangeSetup: Event<unknown>;
  /** The newest answer of the history. */
  readonly lastAnswer: (target: CallTarget) => Promise<AnswerRecord | undefined>;
  readonly pick: (
    target: CallTarget,
    wanted: PickRequest,
  ) => Promise<readonly string[] | undefined>;
  readonly actOnAnswer: (
    action: AnswerAction,
    shown: AnswerSource,
    previous: AnswerSource | undefined,
  ) => Promise<void>;
  readonly copySnippet: (target: CallTarget, format: SnippetFormat) => void;
  readonly copyText: (text: string) => void;
  readonly saveRequest: (target: CallTarget) => void;
  /** Resolves with what the page is told where nothing was sent. */
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

/** One method of one server: its page on one side, calls on the other. */
export class CallPanel implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #channel: WebviewChannel<CallApi>;
  readonly #running = new Map<number, AbortController>();
  readonly #answers = new PanelAnswers();
  #listens = false;
  #sentSetup: string | undefined;
  /** Waits for a page that listens. */
  #toFill: { readonly params: string | undefined; readonly send: boolean } | undefined;
  /** Of the last run on several servers. */
  #rows: ParamsOf<CallApi["multiServerResults"]> | undefined;
  /** The next call was not begun by somebody who sees the form. */
  #unattended = false;

  constructor(
    readonly target: CallTarget,
    port: WebviewPort,
    private readonly context: CallPanelContext,
  ) {
    this.#channel = this.#disposables.add(this.#createChannel(port));
    this.#disposables.add(context.onDidChangeSetup(() => this.#setUp()));
  }

  /** Takes over parameters, and sends them if asked to. */
  fill(params: string | undefined, send: boolean): void {
    this.#toFill = { params, send };
    if (this.#listens) this.#fillNow();
  }

  /** The page is gone while it is hidden; calls go on, and it is told of them when it is back. */
  hidden(): void {
    this.#listens = false;
  }

  dispose(): void {
    for (const running of this.#running.values()) running.abort();
    this.#disposables.dispose();
  }

  #createChannel(port: WebviewPort): WebviewChannel<CallApi> {
    const { context } = this;
    const refuse = (what: string) =>
      context.logger.warn(`Invalid message from a call page: ${what}`);
    const withParams = (params: string | undefined) => ({
      ...this.#bare,
      ...(params && { params }),
    });
    return new WebviewChannel<CallApi>(port, {
      api: callApi,
      logger: context.logger,
      failureText: () => l10n.t("Something went wrong. See the Komari log."),
      handlers: {
        ready: () => this.#ready(),
        send: (call) => {
          if (isCallRequest(call)) void this.#send(call);
          else refuse("send");
        },
        cancel: (id) => this.#running.get(id)?.abort(),
        pick: async (wanted) =>
          isPickRequest(wanted) ? context.pick(this.target, wanted) : undefined,
        reveal: (revealed) => this.#answers.reveal(revealed),
        answerAction: (action) => {
          if (isAnswerAction(action)) void this.#act(action);
          else refuse("action");
        },
        copySnippet: ({ format, params }) =>
          isSnippetFormat(format) && isParams(params)
            ? context.copySnippet(withParams(params), format)
            : refuse("snippet"),
        copyText: (text) => (typeof text === "string" ? context.copyText(text) : refuse("copy")),
        saveRequest: ({ params }) =>
          isParams(params) ? context.saveRequest(withParams(params)) : refuse("save"),
        runOnServers: (call) => {
          if (isCallRequest(call)) void this.#runOnServers(call);
          else refuse("run");
        },
        act: (action) =>
          isCallAction(action)
            ? context.act(action, this.target.serverId, this.#httpsUrl)
            : refuse("act"),
      },
    });
  }

  get #httpsUrl(): string | undefined {
    const outcome = this.#answers.last?.told.outcome;
    return outcome?.kind === "error" ? outcome.httpsUrl : undefined;
  }

  get #bare(): CallTarget {
    const { serverId, method } = this.target;
    return { serverId, method };
  }

  /** A page has come to life, the first or one after a while out of sight: it knows nothing. */
  #ready(): void {
    this.#listens = true;
    this.#sentSetup = undefined;
    this.#setUp();
    this.#fillNow();
    for (const id of this.#running.keys()) this.#channel.notify("sent", { id });
    void this.#showLast();
  }

  #setUp(): void {
    if (!this.#listens) return;
    const setup = this.context.setupOf(this.target);
    const written = JSON.stringify({ ...setup, translations: undefined });
    if (written === this.#sentSetup) return;
    this.#sentSetup = written;
    this.#channel.notify("setup", setup);
  }

  #fillNow(): void {
    if (this.#toFill === undefined) return;
    this.#unattended ||= this.#toFill.send;
    this.#channel.notify("fill", this.#toFill);
    this.#toFill = undefined;
  }

  async #showLast(): Promise<void> {
    this.#answers.resetRevealed();
    if (this.#answers.last === undefined) {
      this.#answers.seed(await this.context.lastAnswer(this.#bare));
    }
    if (!this.#listens) return;
    const { last } = this.#answers;
    if (last !== undefined) this.#channel.notify("answer", last.message);
    if ((this.#rows?.id ?? 0) > (last?.message.id ?? 0)) this.#tellRows();
  }

  #tellRows(): void {
    if (this.#rows !== undefined) this.#channel.notify("multiServerResults", this.#rows);
  }

  async #send({ id, params, timeoutSeconds }: CallRequest): Promise<void> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    const attended = !this.#unattended;
    this.#unattended = false;
    const call = await this.context.sender.send(
      { ...this.#bare, ...(params !== undefined && { params }) },
      {
        timeoutMs: timeoutSeconds * 1000,
        signal: controller.signal,
        attended,
        onSent: () => this.#channel.notify("sent", { id }),
        onBytes: (bytes) => this.#channel.notify("progress", { id, bytes }),
      },
    );
    this.#running.delete(id);
    this.#channel.notify("answer", await this.#answers.add(id, call));
  }

  async #act(action: AnswerAction): Promise<void> {
    const { last, previous } = this.#answers;
    if (last?.source !== undefined) await this.context.actOnAnswer(action, last.source, previous);
  }

  async #runOnServers({ id, params, timeoutSeconds }: CallRequest): Promise<void> {
    const controller = new AbortController();
    this.#running.set(id, controller);
    const notRun = await this.context.runOnServers(
      { ...this.#bare, ...(params !== undefined && { params }) },
      timeoutSeconds * 1000,
      controller.signal,
      (rows) => {
        this.#rows = { id, rows };
        this.#tellRows();
      },
    );
    this.#running.delete(id);
    if (notRun !== undefined) this.#channel.notify("answer", { ...notRun, id });
  }
}
