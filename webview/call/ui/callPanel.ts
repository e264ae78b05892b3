import { withJson, withStyle } from "../../../src/shared/call/editDraft";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn } from "../../../src/shared/call/paramsOf";
import {
  type CallAnswer,
  type CallApi,
  type CallSetup,
  type ServerRow,
} from "../../../src/shared/callApi";
import { clip } from "../../../src/shared/clip";
import { createFormat, type Format } from "../../../src/shared/format";
import { type ParamsOf } from "../../../src/shared/ipc";
import { createAnnouncer } from "../../lib/announcer";
import { element } from "../../lib/dom";
import { type Channel } from "../../lib/ipc";
import { AnswerPane } from "../answer/answerPane";
import { type Badge } from "../state/badges";
import { CallModel } from "../state/callModel";
import { toggleOpen } from "../state/callState";
import { answerText, newsOf, rowsText } from "../state/callTexts";
import { type Obstacle } from "../state/obstacle";
import { AnswerSight } from "./answerSight";
import { FlightWatch } from "./flightWatch";
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

export interface PanelPlace {
  readonly root: HTMLElement;
  readonly host: Channel<CallApi>;
  readonly save: (kept: unknown) => void;
}

/** So much of what a server says is read aloud, and stands at a field. */
const maxTextLength = 500;

/** A panel that calls one method, from its first setup on. */
export class CallPanel {
  readonly #host: Channel<CallApi>;
  readonly #model: CallModel;
  readonly #pane: AnswerPane;
  readonly #sight: AnswerSight;
  readonly #announcer = createAnnouncer();
  readonly #parts: PageParts;
  readonly #calls = new FlightWatch(() => this.#renderCalls());
  #format: Format;
  #frame: Frame;
  /** Of the answer that is shown. */
  #shownId = 0;
  #news: Badge | undefined;

  constructor({ root, host, save }: PanelPlace, setup: CallSetup, kept: unknown) {
    this.#host = host;
    this.#model = new CallModel(setup, kept, {
      save,
      onChange: () => this.#render(),
      onStop: (obstacle) => this.#focus(obstacle),
    });
    this.#format = createFormat(setup.locale);
    this.#pane = new AnswerPane({
      host,
      locale: setup.locale,
      kept: this.#model.state.answer,
      save: (answer) => this.#model.keepAnswer(answer),
    });
    this.#frame = createFrame(setup, this.#events());
    this.#sight = new AnswerSight(this.#pane.root, () => this.#frame.sendBar.element);
    this.#parts = createParts(this.#pane.root, this.#announcer.element);
    placeFrame(this.#parts, this.#frame);
    root.replaceChildren(this.#parts.panel);
    document.addEventListener("keydown", (event) => this.#press(event));
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

  sent(id: number): void {
    this.#model.meet(id);
    this.#calls.sent(id);
  }

  advance(id: number, bytes: number): void {
    this.#calls.advance(id, bytes);
  }

  take(answer: CallAnswer): void {
    const isNews = this.#calls.land(answer.id);
    if (!this.#isNewest(answer.id)) return;
    this.#news = newsOf(answer, this.#format);
    this.#pane.show(answer, () => isNews && this.#sight.arrived());
    if (isNews) this.#tell(answer);
    this.#render();
  }

  takeRows(id: number, rows: readonly ServerRow[]): void {
    const isFirst = id > this.#shownId;
    if (!rows.some(({ state }) => state === "running")) this.#calls.land(id);
    else if (!this.#calls.has(id)) this.#calls.sent(id);
    if (!this.#isNewest(id)) return;
    const text = rowsText(rows);
    this.#news = { icon: "server", text };
    this.#pane.showRows(rows, text);
    if (isFirst) this.#sight.arrived();
    this.#render();
  }

  /** Of answers that overtake each other the newest call's stays. */
  #isNewest(id = this.#shownId): boolean {
    this.#model.meet(id);
    const isNewest = id >= this.#shownId;
    if (isNewest) this.#shownId = id;
    return isNewest;
  }

  #tell(answer: CallAnswer): void {
    const { outcome } = answer;
    if (outcome.kind === "error" && outcome.param !== undefined) {
      const text = clip(outcome.message ?? outcome.text, maxTextLength);
      this.#model.complain({ param: outcome.param, text });
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
      onForget: () => model.change({ replaced: undefined }),
      onRestoreJson: () => model.restoreJson(),
      onSend: () => this.#send(),
      onAct: (action) => host.send("act", action),
      onCancel: () => this.#cancel(),
      onServers: () => this.#runOnServers(),
      onSave: () => model.withParams((json) => host.send("saveRequest", { params: json })),
      onSnippet: (format) =>
        model.withParams((json) => host.send("copySnippet", { format, params: json })),
      onCopy: (text) => host.send("copyText", text),
      onNews: () => this.#sight.goTo(),
    };
  }

  #press(event: KeyboardEvent): void {
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
      this.#model.block({ text, at: { field: name }, canBeSent: false });
    }
  }

  #send(): void {
    const request = this.#model.nextRequest();
    if (request === undefined) return;
    this.#calls.begin(request.id);
    this.#sight.expect();
    this.#host.send("send", request);
  }

  /** It is on its way only when rows of it come: the user is asked for the servers first. */
  #runOnServers(): void {
    const request = this.#model.nextRequest();
    if (request === undefined) return;
    this.#sight.expect();
    this.#host.send("runOnServers", request);
  }

  #cancel(): void {
    const newest = this.#calls.flights.at(-1);
    if (newest !== undefined) this.#host.send("cancel", newest.id);
  }

  #focus({ at }: Obstacle): void {
    const { parameters } = this.#frame;
    if (at === "json") parameters.focusJson();
    else parameters.focusField(at.field);
  }

  #render(): void {
    this.#showWaiting();
    renderFrame(this.#frame, this.#scene());
  }

  #renderCalls(): void {
    this.#showWaiting();
    renderBar(this.#frame, this.#scene());
  }

  /** Those of several servers come one by one, each of them new. */
  #showWaiting(): void {
    this.#pane.waiting(this.#calls.flights.some(({ id }) => id > this.#shownId));
  }

  #scene(): CallScene {
    const { flights } = this.#calls;
    return { model: this.#model, format: this.#format, flights, news: this.#news };
  }
}

function createParts(answer: HTMLElement, announcer: HTMLElement): PageParts {
  const main = element("main");
  return { panel: element("div", { class: "panel" }), main, rest: [answer, announcer] };
}
