import { withJson, withStyle } from "../../../src/shared/call/editDraft";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn } from "../../../src/shared/call/paramsOf";
import {
  type CallAnswer,
  type CallApi,
  type CallSetup,
  type ServerRow,
} from "../../../src/shared/call/callApi";
import { clip } from "../../../src/shared/clip";
import { createFormat, type Format } from "../../../src/shared/format";
import { type ParamsOf } from "../../../src/shared/ipc";
import { createAnnouncer } from "../../lib/announcer";
import { element } from "../../lib/dom";
import { type Channel } from "../../lib/ipc";
import { type PagePlace } from "../../lib/startPage";
import { AnswerPane } from "../answer/answerPane";
import { type Badge } from "../state/badges";
import { CallModel } from "../state/callModel";
import { toggleOpen } from "../state/callState";
import { answerText, summarizeResult, rowsText } from "../state/callTexts";
import { type ValidationIssue } from "../state/validateRequest";
import { AnswerScroller } from "./answerScroller";
import { PendingCalls } from "./pendingCalls";
import {
  createFrame,
  type Frame,
  type FrameEvents,
  needsNewFrame,
  type PageParts,
  placeFrame,
} from "./frame";
import { keepFocus } from "./keepFocus";
import { pickValue } from "./pickValue";
import { type CallScene, renderBar, renderFrame } from "./renderFrame";

/** Limit of a server message that is announced or shown at a field. */
const maxTextLength = 500;

/** A panel that calls one method. Created with the first setup. */
export class CallPanel {
  readonly #host: Channel<CallApi>;
  readonly #model: CallModel;
  readonly #pane: AnswerPane;
  readonly #scroller: AnswerScroller;
  readonly #announcer = createAnnouncer();
  readonly #parts: PageParts;
  readonly #pending = new PendingCalls(() => this.#renderCalls());
  #format: Format;
  #frame: Frame;
  /** Id of the answer that is shown. */
  #shownId = 0;
  #result: Badge | undefined;

  constructor({ root, host, save, saved }: PagePlace<CallApi>, setup: CallSetup) {
    this.#host = host;
    this.#model = new CallModel(setup, saved, {
      save,
      onChange: () => this.#render(),
      onInvalid: (issue) => this.#focus(issue),
    });
    this.#format = createFormat(setup.locale);
    this.#pane = new AnswerPane({
      host,
      locale: setup.locale,
      saved: this.#model.state.answer,
      save: (answer) => this.#model.saveAnswerState(answer),
    });
    this.#frame = createFrame(setup, this.#events());
    this.#scroller = new AnswerScroller(this.#pane.root, () => this.#frame.sendBar.element);
    this.#parts = createParts(this.#pane.root, this.#announcer.element);
    placeFrame(this.#parts, this.#frame);
    root.replaceChildren(this.#parts.panel);
    document.addEventListener("keydown", (event) => this.#onKeyDown(event));
    this.#render();
  }

  update(setup: CallSetup): void {
    if (!needsNewFrame(setup, this.#model.setup)) {
      this.#model.setUp(setup);
      return;
    }
    this.#format = createFormat(setup.locale);
    this.#frame = createFrame(setup, this.#events());
    keepFocus(this.#parts.panel, () => {
      placeFrame(this.#parts, this.#frame);
      this.#model.setUp(setup);
    });
  }

  fill({ params, send }: ParamsOf<CallApi["fill"]>): void {
    this.#model.fill(params);
    if (send === true) this.#send();
  }

  markSent(id: number): void {
    this.#model.reserveId(id);
    this.#pending.markSent(id);
  }

  setProgress(id: number, bytes: number): void {
    this.#pending.setProgress(id, bytes);
  }

  showAnswer(answer: CallAnswer): void {
    const wasPending = this.#pending.complete(answer.id);
    if (!this.#isNewest(answer.id)) return;
    this.#result = summarizeResult(answer, this.#format);
    this.#pane.show(answer, () => wasPending && this.#scroller.responseShown());
    if (wasPending) this.#announce(answer);
    this.#render();
  }

  showRows(id: number, rows: readonly ServerRow[]): void {
    const isFirst = id > this.#shownId;
    if (!rows.some(({ state }) => state === "running")) this.#pending.complete(id);
    else if (!this.#pending.has(id)) this.#pending.markSent(id);
    if (!this.#isNewest(id)) return;
    const text = rowsText(rows);
    this.#result = { icon: "server", text };
    this.#pane.showRows(rows, text);
    if (isFirst) this.#scroller.responseShown();
    this.#render();
  }

  /** Answers may arrive out of order: that of the newest call stays. */
  #isNewest(id = this.#shownId): boolean {
    this.#model.reserveId(id);
    const isNewest = id >= this.#shownId;
    if (isNewest) this.#shownId = id;
    return isNewest;
  }

  #announce(answer: CallAnswer): void {
    const { outcome } = answer;
    if (outcome.kind === "error" && outcome.param !== undefined) {
      const text = clip(outcome.message ?? outcome.text, maxTextLength);
      this.#model.setServerError({ param: outcome.param, text });
    }
    this.#announcer.announce(clip(answerText(answer, this.#format), maxTextLength));
  }

  #events(): FrameEvents {
    const [host, model] = [this.#host, this.#model];
    const params = () => model.setup.method.params;
    return {
      onField: (name, field) => model.editField(name, field),
      onPick: (spec) => void this.#pick(spec),
      onJson: (text) => model.editDraft((draft) => withJson(params(), draft, text)),
      onStyle: (style) => model.editDraft((draft) => withStyle(params(), draft, style)),
      onView: (view) => model.change({ view }),
      onExample: () => model.fill(model.setup.method.example),
      onOpen: (which, isOpen) => model.change({ open: toggleOpen(model.state, which, isOpen) }),
      onTimeout: (timeout) => model.edit({ timeout }),
      onRestore: () => model.restoreReplaced(),
      onDismiss: () => model.change({ replaced: undefined }),
      onRestoreJson: () => model.restoreJson(),
      onSend: () => this.#send(),
      onAct: (action) => host.send("act", action),
      onCancel: () => this.#cancel(),
      onServers: () => this.#runOnServers(),
      onSave: () => model.withParams((json) => host.send("saveRequest", { params: json })),
      onSnippet: (format) =>
        model.withParams((json) => host.send("copySnippet", { format, params: json })),
      onCopy: (text) => host.send("copyText", text),
      onShowResult: () => this.#scroller.scrollToResponse(),
    };
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!event.repeat) this.#send();
  }

  async #pick(spec: ParamSpec): Promise<void> {
    const { name } = spec;
    try {
      const field = await pickValue(this.#host, spec, fieldIn(this.#model.state.draft, name));
      if (field === undefined) return;
      this.#model.editField(name, field);
      this.#frame.parameters.focusField(name);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.#model.setIssue({ text, at: { field: name }, canBeSent: false });
    }
  }

  #send(): void {
    const request = this.#model.nextRequest();
    if (request === undefined) return;
    this.#pending.add(request.id);
    this.#scroller.callSent();
    this.#host.send("send", request);
  }

  /** Pending only once rows arrive: the user first chooses the servers. */
  #runOnServers(): void {
    const request = this.#model.nextRequest();
    if (request === undefined) return;
    this.#scroller.callSent();
    this.#host.send("runOnServers", request);
  }

  #cancel(): void {
    const newest = this.#pending.list.at(-1);
    if (newest !== undefined) this.#host.send("cancel", newest.id);
  }

  #focus({ at }: ValidationIssue): void {
    const { parameters } = this.#frame;
    if (at === "json") parameters.focusJson();
    else parameters.focusField(at.field);
  }

  #render(): void {
    this.#updateBusy();
    renderFrame(this.#frame, this.#scene());
  }

  #renderCalls(): void {
    this.#updateBusy();
    renderBar(this.#frame, this.#scene());
  }

  /** Rows of several servers arrive one by one, so their call does not mark the answer as outdated. */
  #updateBusy(): void {
    this.#pane.setBusy(this.#pending.list.some(({ id }) => id > this.#shownId));
  }

  #scene(): CallScene {
    const { list: pendingCalls } = this.#pending;
    return {
      model: this.#model,
      format: this.#format,
      pendingCalls,
      result: this.#result,
    };
  }
}

function createParts(answer: HTMLElement, announcer: HTMLElement): PageParts {
  const main = element("main");
  return { panel: element("div", { class: "panel" }), main, rest: [answer, announcer] };
}
