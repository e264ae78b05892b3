import * as l10n from "@vscode/l10n";
import {
  type AnswerAction,
  type CallAnswer,
  type CallApi,
  type CallResult,
  type ServerRow,
} from "../../../src/shared/callApi";
import { createFormat } from "../../../src/shared/format";
import { button, element, setText } from "../../lib/dom";
import { type Channel } from "../../lib/ipc";
import { indexJson, type JsonIndex } from "./json/jsonIndex";
import { type KeptAnswer, restoreAnswer } from "./keptAnswer";
import { runCooperatively, type CooperativeTask } from "./cooperative";
import { type TableViewOptions } from "./table/tableView";
import { createAnswerActions } from "./view/answerActions";
import { errorView } from "./view/errorView";
import { JsonViews } from "./view/jsonViews";
import { ServersView } from "./view/serversView";
import { StatusLine } from "./view/statusLine";

export interface AnswerPlace {
  readonly host: Channel<CallApi>;
  /** BCP 47, for formats. */
  readonly locale: string;
  /** What was saved before; not believed. */
  readonly kept: unknown;
  readonly save: (kept: KeptAnswer) => void;
}

/** What came back: how it went, and the answer in one of three views; or those of several servers. */
export class AnswerPane {
  readonly root: HTMLElement;
  readonly #place: AnswerPlace;
  readonly #status: StatusLine;
  readonly #actions = createAnswerActions((action) => this.#act(action));
  /** In place of a result, or beside it. */
  readonly #note = element("div", { class: "answer-notes" });
  readonly #views: JsonViews;
  readonly #options: TableViewOptions;
  /** While there are answers of several. */
  #servers: ServersView | undefined;
  #answer: CallAnswer | undefined;
  #indexing: CooperativeTask | undefined;

  constructor(place: AnswerPlace) {
    this.#place = place;
    const format = createFormat(place.locale);
    const copyText = (text: string) => place.host.send("copyText", text);
    this.#options = { locale: place.locale, format, copyText };
    this.#status = new StatusLine(format, () => void this.#reveal());
    this.#views = new JsonViews(this.#options, restoreAnswer(place.kept), place.save);
    this.root = element(
      "section",
      { class: "answer", tabindex: "-1", "aria-label": l10n.t("Response") },
      element("div", { class: "answer-head" }, this.#status.root, this.#actions.root),
      this.#note,
      this.#views.root,
    );
    document.addEventListener("keydown", (event) => this.#key(event));
    this.#showParts({ status: false, actions: false });
    this.#say(l10n.t("Send the request to see the response here."));
  }

  /** @param onShown called when all of it is on the page: of a large one that takes a while. */
  show(answer: CallAnswer, onShown: () => void = () => undefined): void {
    this.#answer = answer;
    this.#servers?.root.remove();
    this.#servers = undefined;
    this.#status.show(answer);
    const { outcome } = answer;
    if (outcome.kind === "ok") {
      this.#showResult(outcome, onShown);
      return;
    }
    this.#take(undefined);
    this.#showParts({ status: true, actions: false });
    if (outcome.kind === "error") {
      const act = errorView(outcome, (action) => this.#place.host.send("act", action));
      this.#note.replaceChildren(act);
    } else if (outcome.kind === "cancelled" && outcome.text !== undefined) this.#say(outcome.text);
    else this.#note.replaceChildren();
    onShown();
  }

  /** @param text how many have answered. */
  showRows(rows: readonly ServerRow[], text: string): void {
    this.#answer = undefined;
    this.#take(undefined);
    this.#note.replaceChildren();
    this.#showParts({ status: true, actions: false });
    if (this.#servers === undefined) {
      this.#servers = new ServersView(this.#options);
      this.root.append(this.#servers.root);
    }
    this.#servers.show(rows);
    this.#status.showText(text);
  }

  /** The answer is of the call before. */
  waiting(isWaiting: boolean): void {
    this.root.classList.toggle("waiting", isWaiting);
    this.root.setAttribute("aria-busy", String(isWaiting));
  }

  #showResult(result: CallResult, onShown: () => void): void {
    const { json, omitted, chartable, notice } = result;
    this.#showParts({ status: true, actions: !omitted });
    this.#actions.update(chartable);
    if (notice === undefined) this.#note.replaceChildren();
    else this.#say(notice);
    if (json === undefined) {
      this.#take(undefined);
      if (omitted) this.#say(l10n.t("This response was not stored in the history."));
      else this.#sayTooLarge();
      onShown();
      return;
    }
    this.#indexing?.cancel();
    this.#indexing = runCooperatively(indexJson(json), (index) => {
      this.#take(index);
      onShown();
    });
  }

  /** Undefined: there is no result to show. */
  #take(index: JsonIndex | undefined): void {
    this.#indexing?.cancel();
    this.#views.show(index);
  }

  #sayTooLarge(): void {
    const action = (text: string, name: AnswerAction) =>
      button({ text, class: "secondary", onClick: () => this.#act(name) });
    this.#say(l10n.t("This response is too large to show here."));
    this.#note.append(
      element(
        "div",
        { class: "tools" },
        action(l10n.t("Open in Editor"), "openInEditor"),
        action(l10n.t("Save As…"), "save"),
      ),
    );
  }

  #say(text: string): void {
    const note = element("p", { class: "answer-note" });
    setText(note, text);
    this.#note.replaceChildren(note);
  }

  #showParts(shown: { readonly status: boolean; readonly actions: boolean }): void {
    this.#status.root.hidden = !shown.status;
    this.#actions.root.hidden = !shown.actions;
  }

  #act(action: AnswerAction): void {
    this.#place.host.send("answerAction", action);
  }

  async #reveal(): Promise<void> {
    const answer = this.#answer;
    if (answer?.outcome.kind !== "ok") return;
    try {
      const outcome = await this.#place.host.request("reveal", !answer.outcome.revealed);
      if (outcome !== undefined && this.#answer === answer) this.show({ ...answer, outcome });
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
  }

  #key(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
    if (key.toLowerCase() !== "f" || !(ctrlKey || metaKey) || shiftKey || altKey) return;
    const isOurs =
      target instanceof Node && (this.root.contains(target) || target === document.body);
    if (isOurs && this.#views.focusFind()) event.preventDefault();
  }
}
