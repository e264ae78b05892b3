import { withJson, withStyle } from "../../../src/shared/call/editDraft";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn } from "../../../src/shared/call/paramsOf";
import {
  type CallNames,
  type CallResponse,
  type CallApi,
  type CallSetup,
  type ServerRow,
} from "../../../src/shared/call/callApi";
import { clip } from "../../../src/shared/clip";
import { createFormat, type Format } from "../../../src/shared/format";
import { type ParamsOf } from "../../../src/shared/ipc";
import { createAnnouncer } from "../../lib/announcer";
import { element } from "../../lib/dom";
import { type Channel, messageOf } from "../../lib/ipc";
import { type PagePlace } from "../../lib/startPage";
import { ResponsePane } from "../response/responsePane";
import { type Badge, responseText, summarizeResult, rowsText } from "../state/callTexts";
import { CallModel } from "../state/callModel";
import { KnownNames } from "../state/knownNames";
import { PageCalls } from "../state/pageCalls";
import { toggleOpen } from "../state/callState";
import { type ValidationIssue } from "../state/validateRequest";
import { ResponseScroller } from "./responseScroller";
import {
  createFrame,
  type Frame,
  type FrameEvents,
  needsNewFrame,
  type PageParts,
  placeFrame,
  type CallScene,
  renderBar,
  renderFrame,
} from "./frame";
import { createSash } from "./sash";
import { keepFocus } from "./keepFocus";
import { type FieldDraft } from "../../../src/shared/call/requestDraft";

type UserRequest = "act" | "copySnippet" | "copyText" | "responseAction" | "saveRequest";

/** Limit of a server message that is announced or shown at a field. */
const maxTextLength = 500;

/** After the last key, before a large request is read. */
const typingPauseMs = 400;

/** A panel that calls one method. Created with the first setup. */
export class CallPanel {
  readonly #host: Channel<CallApi>;
  readonly #model: CallModel;
  readonly #pane: ResponsePane;
  readonly #scroller: ResponseScroller;
  readonly #announcer = createAnnouncer();
  readonly #form = element("div", { class: "form-pane" });
  readonly #sash = createSash(this.#form, (formWidth) => this.#model.change({ formWidth }));
  readonly #parts: PageParts;
  readonly #names = new KnownNames();
  readonly #calls = new PageCalls(() => this.#renderCalls());
  #format: Format;
  #pauseTimer: number | undefined;
  #frame: Frame;
  #result: Badge | undefined;

  constructor({ root, host, save, saved }: PagePlace<CallApi>, setup: CallSetup) {
    this.#host = host;
    this.#model = new CallModel(setup, saved, {
      save,
      onChange: () => this.#render(),
      onPending: () => {
        window.clearTimeout(this.#pauseTimer);
        this.#pauseTimer = window.setTimeout(() => this.#model.settle(), typingPauseMs);
      },
      onInvalid: (issue) => this.#focus(issue),
    });
    this.#format = createFormat(setup.locale);
    this.#pane = new ResponsePane({
      host,
      ask: (key, params) => this.#ask(key, params),
      locale: setup.locale,
      names: this.#names,
      saved: this.#model.state.responsePane,
      save: (response) => this.#model.saveResponsePane(response),
    });
    this.#frame = createFrame(setup, this.#events());
    this.#scroller = new ResponseScroller(this.#pane.root, () => this.#frame.header.element);
    this.#parts = this.#createParts();
    placeFrame(this.#parts, this.#frame);
    root.replaceChildren(this.#parts.panel);
    document.addEventListener("focusout", () => this.#model.settle());
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

  setNames(names: CallNames): void {
    this.#names.update(names);
    this.#pane.redraw();
    this.#render();
  }

  fill({ params, send }: ParamsOf<CallApi["fill"]>): void {
    this.#model.fill(params);
    if (send === true) this.#send();
  }

  markSent(id: number): void {
    this.#model.reserveId(id);
    this.#calls.markSent(id);
  }

  setProgress(id: number, bytes: number): void {
    this.#calls.setProgress(id, bytes);
  }

  showResponse(response: CallResponse): void {
    this.#model.reserveId(response.id);
    const { isNewest, wasPending } = this.#calls.complete(response);
    if (!isNewest) return;
    this.#result = summarizeResult(response, this.#format);
    // Before the response is scrolled to: it gives that the room.
    this.#render();
    this.#pane.show(response, () => wasPending && this.#scroller.responseShown());
    if (wasPending) this.#announce(response);
  }

  /** A call was sent to these servers. */
  startServers(id: number, servers: readonly string[]): void {
    this.#model.reserveId(id);
    const rows = this.#calls.startServers(id, servers);
    if (rows === undefined) return;
    this.#showRows(rows);
    this.#scroller.responseShown();
  }

  showServerRow(id: number, index: number, row: ServerRow): void {
    const rows = this.#calls.setServerRow(id, index, row);
    if (rows !== undefined) this.#showRows(rows);
  }

  #showRows(rows: readonly ServerRow[]): void {
    const text = rowsText(rows);
    this.#result = { icon: "server", text };
    this.#render();
    this.#pane.showRows(rows, text);
  }

  #announce(response: CallResponse): void {
    const { outcome } = response;
    if (outcome.kind === "error" && outcome.param !== undefined) {
      const text = clip(outcome.message ?? outcome.text, maxTextLength);
      this.#model.setServerError({ param: outcome.param, text });
    }
    this.#announcer.announce(clip(responseText(response, this.#format), maxTextLength));
  }

  #createParts(): PageParts {
    const form = this.#form;
    const rest = [this.#sash.element, this.#pane.root, this.#announcer.element];
    const main = element("main", {}, form, ...rest);
    return { panel: element("div", { class: "panel" }), main, form };
  }

  #events(): FrameEvents {
    const model = this.#model;
    const specs = () => model.setup.method.params;
    return {
      onField: (name, field) => model.editField(name, field),
      onTypeField: (name, field) => model.typeField(name, field),
      onTypeJson: (text) => model.typeJson(text),
      nameOf: (spec, value) => this.#names.picked(spec.picker, value),
      onPick: (spec) => void this.#pick(spec),
      onJson: (text) => model.editDraft((draft) => withJson(specs(), draft, text)),
      onStyle: (style) => model.editDraft((draft) => withStyle(specs(), draft, style)),
      onFold: (folded) => model.change({ folded }),
      onView: (view) => model.change({ view }),
      onExample: (params) => model.fill(params),
      onOpen: (which, isOpen) => model.change({ open: toggleOpen(model.state, which, isOpen) }),
      onTimeout: (timeout) => model.edit({ timeout }),
      onRestore: () => model.restoreReplaced(),
      onDismiss: () => model.change({ replaced: undefined }),
      onRestoreJson: () => model.restoreJson(),
      onSend: () => this.#send(),
      onSendAnyway: () => this.#send(true),
      onAct: (action) => this.#ask("act", action),
      onCancel: () => this.#cancel(),
      onServers: () => this.#sendToServers(),
      onSave: () => model.withParams((params) => this.#ask("saveRequest", { params })),
      onSnippet: (format) =>
        model.withParams((params) => this.#ask("copySnippet", { format, params })),
      onCopy: (text) => this.#ask("copyText", text),
      onShowResult: () => this.#scroller.scrollToResponse(),
    };
  }

  /** What the user asked the host for: a failure is shown beside Send. */
  #ask<Key extends UserRequest>(key: Key, params: ParamsOf<CallApi[Key]>): void {
    this.#model.setFailure(undefined);
    this.#host
      .request(key, params)
      .catch((error: unknown) => this.#model.setFailure(messageOf(error)));
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
      this.#model.setIssue({ text: messageOf(error), at: { field: name }, canBeSent: false });
    }
  }

  #send(anyway = false): void {
    const request = this.#model.nextRequest(anyway);
    if (request === undefined) return;
    this.#calls.add(request.id);
    this.#scroller.callSent();
    this.#host.send("send", request);
  }

  /** Pending only once it was sent: the user first selects the servers. */
  #sendToServers(): void {
    const request = this.#model.nextRequest();
    if (request === undefined) return;
    this.#scroller.callSent();
    this.#host.send("sendToServers", request);
  }

  #cancel(): void {
    const newest = this.#calls.pending.at(-1);
    if (newest !== undefined) this.#host.send("cancel", newest.id);
  }

  #focus({ at }: ValidationIssue): void {
    const { parameters } = this.#frame;
    if (at === "json") parameters.focusJson();
    else parameters.focusField(at.field);
  }

  #render(): void {
    const { formWidth, folded } = this.#model.state;
    this.#sash.update(formWidth);
    const { classList } = this.#parts.panel;
    classList.toggle("folded", folded);
    classList.toggle("answered", this.#result !== undefined);
    this.#updateBusy();
    renderFrame(this.#frame, this.#scene());
  }

  #renderCalls(): void {
    this.#updateBusy();
    renderBar(this.#frame, this.#scene());
  }

  /** Rows of several servers arrive one by one, so their call does not mark them as outdated. */
  #updateBusy(): void {
    this.#pane.setBusy(this.#calls.isOutdated);
  }

  #scene(): CallScene {
    const { pending: pendingCalls } = this.#calls;
    return { model: this.#model, format: this.#format, pendingCalls, result: this.#result };
  }
}

/** Undefined: nothing was chosen. Rejects with a localized error. */
export async function pickValue(
  host: Pick<Channel<CallApi>, "request">,
  { name, picker, type }: ParamSpec,
  field: FieldDraft | undefined,
): Promise<FieldDraft | undefined> {
  if (picker === undefined) return undefined;
  const { text = "", items = [] } = field ?? {};
  const many = type.kind === "list";
  const current = many ? items : [text].filter((each) => each !== "");
  const picked = await host.request("pick", { param: name, picker, many, current });
  if (picked === undefined) return undefined;
  return { set: true, ...(many ? { text: "", items: picked } : { text: picked[0] ?? "" }) };
}
