import * as l10n from "@vscode/l10n";
import {
  type ResponseAction,
  type CallResponse,
  type CallApi,
  type CallResult,
  type ServerRow,
} from "../../../src/shared/call/callApi";
import { type ParamsOf } from "../../../src/shared/ipc";
import { createFormat } from "../../../src/shared/format";
import { button, element, setText } from "../../lib/dom";
import { type Channel, messageOf } from "../../lib/ipc";
import { indexJson, type JsonIndex } from "./json/jsonIndex";
import { type ResultViewState, restoreViewState } from "./viewState";
import { runCooperatively } from "../../lib/cooperative";
import { type CooperativeTask } from "../../../src/json/cooperative";
import { type TableViewOptions } from "./table/tableView";
import { type KnownNames } from "../state/knownNames";
import { createResponseActions } from "./responseActions";
import { errorView } from "./errorView";
import { JsonViews } from "./jsonViews";
import { ServersView } from "./serversView";
import { StatusLine } from "./statusLine";

export interface ResponsePaneOptions {
  readonly host: Pick<Channel<CallApi>, "request">;
  /** Makes a request whose failure is shown beside Send. */
  readonly ask: <Key extends "act" | "copyText" | "responseAction">(
    key: Key,
    params: ParamsOf<CallApi[Key]>,
  ) => void;
  /** BCP 47, for formats. */
  readonly locale: string;
  readonly names: KnownNames;
  /** The saved view state; not trusted. */
  readonly saved: unknown;
  readonly save: (saved: ResultViewState) => void;
}

/** A response: its status and one of three views of its result; or the rows of several servers. */
export class ResponsePane {
  readonly root: HTMLElement;
  readonly #options: ResponsePaneOptions;
  readonly #status: StatusLine;
  readonly #actions = createResponseActions((action) => this.#act(action));
  /** Shown instead of a result, or above it. */
  readonly #note = element("div", { class: "response-notes" });
  readonly #views: JsonViews;
  readonly #viewOptions: TableViewOptions;
  /** Only while the responses of several servers are shown. */
  #servers: ServersView | undefined;
  #response: CallResponse | undefined;
  #indexing: CooperativeTask | undefined;

  constructor(options: ResponsePaneOptions) {
    this.#options = options;
    const format = createFormat(options.locale);
    const copyText = (text: string) => options.ask("copyText", text);
    const { locale, names } = options;
    this.#viewOptions = { locale, format, copyText, names };
    this.#status = new StatusLine(format, () => void this.#reveal());
    this.#views = new JsonViews(this.#viewOptions, restoreViewState(options.saved), options.save);
    this.root = element(
      "section",
      { class: "response", tabindex: "-1", "aria-label": l10n.t("Response") },
      element("div", { class: "response-head" }, this.#status.root, this.#actions.root),
      this.#note,
      this.#views.root,
    );
    document.addEventListener("keydown", (event) => this.#onKeyDown(event));
    this.#showParts({ status: false, actions: false });
    this.#showNote(l10n.t("Send the request to see the response here."));
    this.#note.append(createKeys());
  }

  /** @param onShown called when all of it is rendered, which may take a while. */
  show(response: CallResponse, onShown: () => void = () => undefined): void {
    this.#response = response;
    this.#servers?.root.remove();
    this.#servers = undefined;
    this.#status.show(response);
    const { outcome } = response;
    if (outcome.kind === "ok") {
      this.#showResult(outcome, onShown);
      return;
    }
    this.#showIndex(undefined);
    this.#showParts({ status: true, actions: false });
    if (outcome.kind === "error") {
      const act = errorView(outcome, (action) => this.#options.ask("act", action));
      this.#note.replaceChildren(act);
    } else if (outcome.kind === "cancelled" && outcome.text !== undefined)
      this.#showNote(outcome.text);
    else this.#note.replaceChildren();
    onShown();
  }

  /** @param text summary of the progress. */
  showRows(rows: readonly ServerRow[], text: string): void {
    this.#response = undefined;
    this.#showIndex(undefined);
    this.#note.replaceChildren();
    this.#showParts({ status: true, actions: false });
    if (this.#servers === undefined) {
      this.#servers = new ServersView(this.#viewOptions);
      this.root.append(this.#servers.root);
    }
    this.#servers.show(rows);
    this.#status.showText(text);
  }

  /** Other names of nodes and ping tasks have become known. */
  redraw(): void {
    this.#views.redraw();
  }

  /** Marks the response as that of an earlier call while a new one is pending. */
  setBusy(isBusy: boolean): void {
    this.root.classList.toggle("waiting", isBusy);
    this.root.setAttribute("aria-busy", String(isBusy));
  }

  #showResult(result: CallResult, onShown: () => void): void {
    const { json, omitted, chartable, notice } = result;
    this.#showParts({ status: true, actions: !omitted });
    this.#actions.update(chartable);
    if (notice === undefined) this.#note.replaceChildren();
    else this.#showNote(notice);
    if (json === undefined) {
      this.#showIndex(undefined);
      if (omitted) this.#showNote(l10n.t("This response was not stored in the history."));
      else this.#showTooLarge();
      onShown();
      return;
    }
    this.#indexing?.cancel();
    this.#indexing = runCooperatively(indexJson(json), (index) => {
      this.#showIndex(index);
      onShown();
    });
  }

  /** Undefined: there is no result to show. */
  #showIndex(index: JsonIndex | undefined): void {
    this.#indexing?.cancel();
    this.#views.show(index);
  }

  #showTooLarge(): void {
    const action = (text: string, name: ResponseAction) =>
      button({ text, class: "secondary", onClick: () => this.#act(name) });
    this.#showNote(l10n.t("This response is too large to show here."));
    this.#note.append(
      element(
        "div",
        { class: "tools" },
        action(l10n.t("Open in Editor"), "openInEditor"),
        action(l10n.t("Save As…"), "save"),
      ),
    );
  }

  #showNote(text: string): void {
    const note = element("p", { class: "response-note" });
    setText(note, text);
    this.#note.replaceChildren(note);
  }

  #showParts(shown: { readonly status: boolean; readonly actions: boolean }): void {
    this.#status.root.hidden = !shown.status;
    this.#actions.root.hidden = !shown.actions;
  }

  #act(action: ResponseAction): void {
    this.#options.ask("responseAction", action);
  }

  async #reveal(): Promise<void> {
    const response = this.#response;
    if (response?.outcome.kind !== "ok") return;
    try {
      const outcome = await this.#options.host.request("reveal", !response.outcome.revealed);
      if (outcome !== undefined && this.#response === response) this.show({ ...response, outcome });
    } catch (error) {
      this.#showNote(messageOf(error));
    }
  }

  #onKeyDown(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
    if (key.toLowerCase() !== "f" || !(ctrlKey || metaKey) || shiftKey || altKey) return;
    const isOurs =
      target instanceof Node && (this.root.contains(target) || target === document.body);
    if (isOurs && this.#views.focusFind()) event.preventDefault();
  }
}

/** The keys that send. */
function createKeys(): HTMLElement {
  const keys = navigator.platform.startsWith("Mac") ? ["⌘", "⏎"] : ["Ctrl", "Enter"];
  const [first, second] = keys.map((key) => element("kbd", {}, key));
  return element("p", { class: "response-keys" }, first, " + ", second);
}
