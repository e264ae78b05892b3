import { withField, withJson } from "../../../src/shared/call/editDraft";
import { paramsOf } from "../../../src/shared/call/paramsOf";
import { type FieldDraft, type RequestDraft } from "../../../src/shared/call/requestDraft";
import { type CallRequest, type CallSetup } from "../../../src/shared/callApi";
import { type CallState, fillIn, readTimeout } from "./callState";
import { keep, restore } from "./keptState";
import { findObstacle, type Obstacle } from "./obstacle";
import { type ServerProblem } from "./problems";

export interface ModelEvents {
  readonly onChange: () => void;
  /** Sending has failed: where it can be put right is to be shown. */
  readonly onStop: (obstacle: Obstacle) => void;
  /** To be kept by VS Code. */
  readonly save: (kept: unknown) => void;
}

/** What is called, what a user has written, and what is wrong with that. */
export class CallModel {
  #setup: CallSetup;
  #state: CallState;
  #strict = false;
  #obstacle: Obstacle | undefined;
  #said: ServerProblem | undefined;

  constructor(
    setup: CallSetup,
    kept: unknown,
    private readonly events: ModelEvents,
  ) {
    this.#setup = setup;
    this.#state = restore(kept, setup.key);
    // The host goes by the key in it, from the start.
    this.#save();
  }

  get setup(): CallSetup {
    return this.#setup;
  }

  get state(): CallState {
    return this.#state;
  }

  /** Sending has been tried: what is missing is said too. */
  get strict(): boolean {
    return this.#strict;
  }

  /** What sending has failed on, until something is edited. */
  get obstacle(): Obstacle | undefined {
    return this.#obstacle;
  }

  /** What the server has said of a parameter, until that is edited. */
  get said(): ServerProblem | undefined {
    return this.#said;
  }

  setUp(setup: CallSetup): void {
    this.#setup = setup;
    this.events.onChange();
  }

  change(changes: Partial<CallState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#save();
    this.events.onChange();
  }

  /** Of what draws itself. */
  keepAnswer(answer: unknown): void {
    this.#state = { ...this.#state, answer };
    this.#save();
  }

  /** What is sent changes: it is looked at anew. */
  edit(changes: Partial<CallState>): void {
    this.#obstacle = undefined;
    this.change(changes);
  }

  editDraft(change: (draft: RequestDraft) => RequestDraft): void {
    this.edit({ draft: change(this.#state.draft) });
  }

  editField(name: string, field: FieldDraft): void {
    if (this.#said?.param === name) this.#said = undefined;
    this.editDraft((draft) => withField(this.#setup.method.params, draft, name, field));
  }

  /** @param json raw `params` in place of what is written. */
  fill(json: string | undefined): void {
    this.edit(fillIn(this.#state, this.#setup.method.params, json));
  }

  /** What the host has written over. */
  restoreReplaced(): void {
    const { draft, replaced } = this.#state;
    this.edit({ draft: replaced ?? draft, replaced: undefined });
  }

  /** JSON that the form has written over. */
  restoreJson(): void {
    const { params } = this.#setup.method;
    this.editDraft((draft) => withJson(params, draft, draft.lost ?? draft.json));
  }

  /** A call that is not known here: the state it was sent from is lost, and its id is taken. */
  meet(id: number | undefined): void {
    if (id !== undefined && id > this.#state.lastId) this.change({ lastId: id });
  }

  complain(said: ServerProblem): void {
    this.#said = said;
    this.events.onChange();
  }

  /** Says what stands in the way. */
  block(obstacle: Obstacle): void {
    this.#obstacle = obstacle;
    this.events.onChange();
  }

  /** Calls back with raw JSON of `params`, undefined: without; or says why there is none. */
  withParams(act: (params: string | undefined) => void): void {
    const { params } = this.#setup.method;
    const read = paramsOf(params, this.#state.draft);
    if ("json" in read) act(read.json);
    else this.#stop(findObstacle(params, this.#state.draft));
  }

  /** What is to be sent, with an id of its own; undefined: something stands in the way, which is said. */
  nextRequest(): CallRequest | undefined {
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
    this.#said = undefined;
    const id = lastId + 1;
    this.edit({ lastId: id });
    return { id, params: read.json, timeoutSeconds };
  }

  #stop(obstacle: Obstacle | undefined): void {
    this.#obstacle = obstacle;
    this.#strict = true;
    if (obstacle === undefined) return;
    this.change({ view: obstacle.at === "json" ? "json" : "form" });
    this.events.onStop(obstacle);
  }

  #save(): void {
    const { key, method } = this.#setup;
    this.events.save(keep(key, method, this.#state));
  }
}
