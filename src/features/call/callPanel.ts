import { PageSetup } from "../../platform/panels/pageSetup";
import { type PanelFrame } from "../../platform/panels/panelTab";
import { WebviewChannel } from "../../platform/panels/webviewChannel";
import {
  type CallApi,
  callApi,
  type CallNames,
  type CallRequest,
  type CallSetup,
} from "../../shared/call/callApi";
import { type Disposable, DisposableStore } from "../../util/disposable";
import { type Event } from "../../util/emitter";
import { type CallTarget } from "../common/callTarget";
import { errorText } from "../text/errorText";
import { type CallActions } from "./callActions";
import {
  isCallAction,
  isCallRequest,
  isParams,
  isPickRequest,
  isResponseAction,
  isSnippetFormat,
} from "./isCallRequest";
import { type CallsContext, PanelCalls } from "./panelCalls";

/** What all panels share. */
export interface CallPanelContext extends CallsContext {
  readonly actions: Pick<
    CallActions,
    "act" | "actOnResponse" | "copySnippet" | "copyText" | "pick" | "pickServers" | "saveRequest"
  >;
  readonly titleOf: (target: CallTarget) => string;
  readonly setupOf: (target: CallTarget) => CallSetup;
  readonly namesOf: (target: CallTarget) => CallNames;
  /** Fires when an input of the setup has changed. */
  readonly onDidChangeSetup: Event<unknown>;
}

/** The host side of a call panel: one method of one server. */
export class CallPanel implements Disposable {
  readonly #disposables = new DisposableStore();
  /** Without parameters. */
  readonly #target: CallTarget;
  readonly #channel: WebviewChannel<CallApi>;
  readonly #calls: PanelCalls;
  readonly #setup = new PageSetup<CallSetup>((setup) => this.#channel.notify("setup", setup));
  #sentNames: string | undefined;
  /** Sent once the page is ready. */
  #pendingFill: { readonly params: string | undefined; readonly send: boolean } | undefined;

  constructor(
    { serverId, method }: CallTarget,
    private readonly frame: PanelFrame,
    private readonly context: CallPanelContext,
  ) {
    this.#target = { serverId, method };
    this.#channel = this.#disposables.add(this.#createChannel());
    this.#calls = this.#disposables.add(new PanelCalls(this.#target, this.#channel, context));
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
    this.#disposables.dispose();
  }

  #createChannel(): WebviewChannel<CallApi> {
    const { actions, logger } = this.context;
    const target = this.#target;
    const withParams = (params: string | undefined) => ({ ...target, ...(params && { params }) });
    return new WebviewChannel<CallApi>(this.frame.port, {
      api: callApi,
      logger,
      failureText: errorText,
      handlers: {
        ready: () => this.#onReady(),
        send: (call) => void this.#send(valid(call, isCallRequest)),
        sendToServers: (call) => void this.#calls.sendToServers(valid(call, isCallRequest)),
        cancel: (id) => this.#calls.cancel(id),
        pick: (request) => actions.pick(target, valid(request, isPickRequest)),
        reveal: (isRevealed) => this.#calls.reveal(isRevealed),
        responseAction: async (action) => {
          const { shown, previous } = this.#calls;
          const checked = valid(action, isResponseAction);
          if (shown !== undefined) await actions.actOnResponse(checked, shown, previous);
        },
        copySnippet: ({ format, params }) =>
          actions.copySnippet(withParams(valid(params, isParams)), valid(format, isSnippetFormat)),
        copyText: (text) => actions.copyText(valid(text, isText)),
        saveRequest: ({ params }) => actions.saveRequest(withParams(valid(params, isParams))),
        act: (action) =>
          actions.act(valid(action, isCallAction), target.serverId, this.#calls.httpsUrl),
      },
    });
  }

  /** By then more names may be known than at the start. */
  async #send(call: CallRequest): Promise<void> {
    await this.#calls.send(call);
    this.#sendNames();
  }

  #sendNames(): void {
    if (!this.#setup.isReady) return;
    const names = this.context.namesOf(this.#target);
    const written = JSON.stringify(names);
    if (written === this.#sentNames) return;
    this.#sentNames = written;
    this.#channel.notify("names", names);
  }

  /** A page was loaded, the first or one that was hidden before: it has no state of the host. */
  #onReady(): void {
    this.#setup.onReady();
    this.#sentNames = undefined;
    this.#sendSetup();
    this.#sendPendingFill();
    this.#calls
      .restorePage(() => this.#setup.isReady)
      .catch((error: unknown) =>
        this.context.logger.error(`${this.#target.method}: no response of the history`, error),
      );
  }

  #sendSetup(): void {
    // Servers may be renamed.
    this.frame.setTitle(this.context.titleOf(this.#target));
    if (!this.#setup.isReady) return;
    this.#setup.send(this.context.setupOf(this.#target));
    this.#sendNames();
  }

  #sendPendingFill(): void {
    if (this.#pendingFill === undefined) return;
    if (this.#pendingFill.send) this.#calls.expectUnattended();
    this.#channel.notify("fill", this.#pendingFill);
    this.#pendingFill = undefined;
  }
}

/** Pages are another process: throws if they send something else. */
function valid<T>(value: T, isValid: (value: unknown) => value is T): T {
  if (!isValid(value)) throw new TypeError("invalid parameters");
  return value;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
