import { withField, withJson, withStyle } from "../../../src/shared/call/editDraft";
import { type ParamSpec } from "../../../src/shared/call/methodSpec";
import { fieldIn, paramsOf } from "../../../src/shared/call/paramsOf";
import { type RequestDraft } from "../../../src/shared/call/requestDraft";
import {
  type CallAnswer,
  type CallApi,
  type CallRequest,
  type CallSetup,
  type ServerRow,
} from "../../../src/shared/callApi";
import { createFormat, type Format } from "../../../src/shared/format";
import { type ParamsOf } from "../../../src/shared/ipc";
import { type Channel } from "../../lib/ipc";
import { AnswerPane } from "../answer/answerPane";
import { type CallState, fillIn, readTimeout, toggleOpen } from "../state/callState";
import { answerText } from "../state/callTexts";
import { keep, restore } from "../state/keptState";
import { findObstacle, type Obstacle } from "../state/obstacle";
import { type ServerProblem } from "../state/problems";
import { FlightWatch } from "./flightWatch";
import { createFrame, type Frame, type FrameEvents, needsNewFrame } from "./frame";
import { pickValue } from "./pickValue";
import { type CallScene, renderBar, renderFrame } from "./renderFrame";

export interface PanelPlace {
  readonly root: HTMLElement;
  readonly host: Channel<CallApi>;
  readonly save: (kept: unknown) => void;
}

/** A panel that calls one method, from its first setup on. */
export class CallPanel {
  readonly #place: PanelPlace;
  readonly #pane: AnswerPane;
  #setup: CallSetup;
  #state: CallState;
  #format: Format;
  #frame: Frame;
  readonly #calls = new FlightWatch(() => this.#renderCalls());
  /** Of the answer that is shown. */
  #shownId = 0;
  /** Sending has been tried: what is missing is said too. */
  #strict = false;
  #obstacle: Obstacle | undefined;
  /** What the server has said of a parameter, until that is edited. */
  #said: ServerProblem | undefined;

  constructor(place: PanelPlace, setup: CallSetup, kept: unknown) {
    this.#place = place;
    this.#setup = setup;
    this.#state = restore(kept, setup.key);
    this.#format = createFormat(setup.locale);
    this.#pane = new AnswerPane({
      host: place.host,
      locale: () => this.#setup.locale,
      kept: this.#state.answer,
      save: (answer) => this.#keep({ ...this.#state, answer }),
    });
    this.#frame = this.#build();
    document.addEventListener("keydown", (event) => this.#press(event));
    this.#keep(this.#state);
    this.#render();
  }

  update(setup: CallSetup): void {
    const before = this.#setup;
    this.#setup = setup;
    if (needsNewFrame(setup, before)) {
      this.#format = createFormat(setup.locale);
      this.#frame = this.#build();
    }
    this.#render();
  }

  fill({ params, send }: ParamsOf<CallApi["fill"]>): void {
    this.#edit(fillIn(this.#state, this.#setup.method.params, params));
    if (send === true) this.#send();
  }

  sent(id: number): void {
    this.#calls.sent(id);
  }

  advance(id: number, bytes: number): void {
    this.#calls.advance(id, bytes);
  }

  /** Of answers that overtake each other the newest call's stays. */
  take(answer: CallAnswer): void {
    const isNews = this.#calls.land(answer.id);
    const { id = this.#shownId, outcome } = answer;
    if (id < this.#shownId) return;
    this.#shownId = id;
    this.#pane.show(answer);
    if (!isNews) return;
    if (outcome.kind === "error" && outcome.param !== undefined) {
      this.#said = { param: outcome.param, text: outcome.message ?? outcome.text };
    }
    this.#frame.announcer.say(answerText(answer, this.#format));
    this.#render();
  }

  takeRows(id: number, rows: readonly ServerRow[]): void {
    if (!rows.some(({ state }) => state === "running")) this.#calls.land(id);
    if (id < this.#shownId) return;
    this.#shownId = id;
    this.#pane.showRows(rows);
  }

  #build(): Frame {
    const frame = createFrame(this.#setup, this.#pane.root, this.#events());
    this.#place.root.replaceChildren(frame.element);
    return frame;
  }

  #events(): FrameEvents {
    const { host } = this.#place;
    const params = () => this.#setup.method.params;
    const draft = (change: (draft: RequestDraft) => RequestDraft) =>
      this.#edit({ ...this.#state, draft: change(this.#state.draft) });
    const withParams = (act: (params: string | undefined) => void) => {
      const read = paramsOf(params(), this.#state.draft);
      if ("json" in read) act(read.json);
      else this.#stop(findObstacle(params(), this.#state.draft));
    };
    return {
      onField: (name, field) => {
        if (this.#said?.param === name) this.#said = undefined;
        draft((from) => withField(params(), from, name, field));
      },
      onPick: (spec) => void this.#pick(spec),
      onJson: (text) => draft((from) => withJson(params(), from, text)),
      onStyle: (style) => draft((from) => withStyle(params(), from, style)),
      onView: (view) => this.#change({ ...this.#state, view }),
      onOpen: (which, isOpen) => this.#change(toggleOpen(this.#state, which, isOpen)),
      onTimeout: (timeout) => this.#edit({ ...this.#state, timeout }),
      onRestore: () => {
        const { draft: filled, replaced = filled } = this.#state;
        this.#edit({ ...this.#state, draft: replaced, replaced: undefined });
      },
      onForget: () => this.#change({ ...this.#state, replaced: undefined }),
      onRestoreJson: () => draft((from) => withJson(params(), from, from.lost ?? from.json)),
      onSend: () => this.#send(),
      onCancel: () => {
        const newest = this.#calls.flights.at(-1);
        if (newest !== undefined) host.send("cancel", newest.id);
      },
      onServers: () => {
        const request = this.#request();
        if (request === undefined) return;
        host.send("runOnServers", request);
        this.sent(request.id);
      },
      onSave: () => withParams((json) => host.send("saveRequest", { params: json })),
      onSnippet: (format) =>
        withParams((json) => host.send("copySnippet", { format, params: json })),
      onCopy: (text) => host.send("copyText", text),
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
      const field = await pickValue(this.#place.host, spec, fieldIn(this.#state.draft, name));
      if (field === undefined) return;
      this.#events().onField(name, field);
      this.#frame.parameters.focusField(name);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      this.#obstacle = { text, at: { field: name }, canBeSent: false };
      this.#render();
    }
  }

  #send(): void {
    const request = this.#request();
    if (request === undefined) return;
    this.#calls.begin(request.id);
    this.#place.host.send("send", request);
  }

  /** With an id of its own; undefined: something stands in the way, which is said. */
  #request(): CallRequest | undefined {
    const { draft, timeout, lastId } = this.#state;
    const { method, timeoutSeconds: byDefault } = this.#setup;
    const obstacle = findObstacle(method.params, draft);
    if (obstacle !== undefined && !(obstacle.canBeSent && this.#obstacle?.canBeSent)) {
      this.#stop(obstacle);
      return undefined;
    }
    const timeoutSeconds = readTimeout(timeout, byDefault);
    const read = paramsOf(method.params, draft);
    if (timeoutSeconds === undefined || "problem" in read) return undefined;
    this.#obstacle = undefined;
    this.#said = undefined;
    this.#change({ ...this.#state, lastId: lastId + 1 });
    return { id: lastId + 1, params: read.json, timeoutSeconds };
  }

  #stop(obstacle: Obstacle | undefined): void {
    this.#obstacle = obstacle;
    this.#strict = true;
    if (obstacle === undefined) return;
    const { parameters } = this.#frame;
    this.#change({ ...this.#state, view: obstacle.at === "json" ? "json" : "form" });
    if (obstacle.at === "json") parameters.focusJson();
    else parameters.focusField(obstacle.at.field);
  }

  /** What is sent has changed: it is looked at anew. */
  #edit(state: CallState): void {
    this.#obstacle = undefined;
    this.#change(state);
  }

  #change(state: CallState): void {
    this.#keep(state);
    this.#render();
  }

  #keep(state: CallState): void {
    this.#state = state;
    const { key, method } = this.#setup;
    this.#place.save(keep(key, method.params, state));
  }

  #render(): void {
    renderFrame(this.#frame, this.#scene());
  }

  #renderCalls(): void {
    this.#pane.waiting(this.#calls.flights.length > 0);
    renderBar(this.#frame, this.#scene());
  }

  #scene(): CallScene {
    return {
      ...{ setup: this.#setup, state: this.#state, format: this.#format },
      ...{ flights: this.#calls.flights, strict: this.#strict },
      ...{ obstacle: this.#obstacle, said: this.#said },
    };
  }
}
