import { withField, withJson } from "../../../src/shared/call/editDraft";
import { paramsOf } from "../../../src/shared/call/paramsOf";
import { type FieldDraft, type RequestDraft } from "../../../src/shared/call/requestDraft";
import { type CallRequest, type CallSetup } from "../../../src/shared/call/callApi";
import { type CallState, fillIn, readTimeout, serializeState, restoreState } from "./callState";
import { validateRequest, type ValidationIssue, type ServerError } from "./validateRequest";

/** In characters. A longer request is read when typing pauses, not with every key. */
const maxReadPerKey = 32 * 1024;

/** Typed text that the draft does not have yet. */
interface PendingEdit {
  readonly field: string | undefined;
  readonly apply: (draft: RequestDraft) => RequestDraft;
}

export interface ModelEvents {
  readonly onChange: () => void;
  /** Something was typed that the draft follows with `settle`, to be called when typing pauses. */
  readonly onPending: () => void;
  /** The request is invalid: the place of the issue should be focused. */
  readonly onInvalid: (issue: ValidationIssue) => void;
  /** Persists the state in VS Code. */
  readonly save: (saved: unknown) => void;
}

/** The method, the draft of its request, and the validation of that. */
export class CallModel {
  #setup: CallSetup;
  #state: CallState;
  #pending: PendingEdit | undefined;
  #strict = false;
  #issue: ValidationIssue | undefined;
  #failure: string | undefined;
  #serverError: ServerError | undefined;

  constructor(
    setup: CallSetup,
    saved: unknown,
    private readonly events: ModelEvents,
  ) {
    this.#setup = setup;
    this.#state = restoreState(saved, setup.key);
    // The host reads the key in it, from the start.
    this.#save();
  }

  get setup(): CallSetup {
    return this.#setup;
  }

  get state(): CallState {
    this.settle();
    return this.#state;
  }

  /** Sending has been tried: missing values are reported too. */
  get strict(): boolean {
    return this.#strict;
  }

  /** Why the last attempt to send failed, until something is edited. */
  get issue(): ValidationIssue | undefined {
    return this.#issue;
  }

  /** Why the host could not do what the user last asked for, until something is edited or sent. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** The server's error about a parameter, until that is edited. */
  get serverError(): ServerError | undefined {
    return this.#serverError;
  }

  setUp(setup: CallSetup): void {
    this.#setup = setup;
    this.events.onChange();
  }

  change(changes: Partial<CallState>): void {
    this.#state = { ...this.state, ...changes };
    this.#save();
    this.events.onChange();
  }

  /** Does not notify: the response pane renders itself. */
  saveResponsePane(response: unknown): void {
    this.#state = { ...this.#state, responsePane: response };
    this.#save();
  }

  /** A change of the request, which resets its validation. */
  edit(changes: Partial<CallState>): void {
    this.#issue = undefined;
    this.#failure = undefined;
    this.change(changes);
  }

  editDraft(change: (draft: RequestDraft) => RequestDraft): void {
    this.edit({ draft: change(this.state.draft) });
  }

  editField(name: string, field: FieldDraft): void {
    this.#clearServerError(name);
    this.editDraft((draft) => withField(this.#setup.method.params, draft, name, field));
  }

  /** After a key in the text of a field. */
  typeField(name: string, field: FieldDraft): void {
    this.#clearServerError(name);
    const { params } = this.#setup.method;
    const apply = (draft: RequestDraft) => withField(params, draft, name, field);
    this.#type({ field: name, apply }, field.text.length);
  }

  /** After a key in the JSON. */
  typeJson(json: string): void {
    const { params } = this.#setup.method;
    this.#type({ field: undefined, apply: (draft) => withJson(params, draft, json) }, json.length);
  }

  /** Applies typed text of a large request to the draft. */
  settle(): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending !== undefined) this.editDraft(pending.apply);
  }

  /** @param json raw `params` that replace the draft. */
  fill(json: string | undefined): void {
    this.edit(fillIn(this.state, this.#setup.method.params, json));
  }

  /** Restores the draft that the host has replaced. */
  restoreReplaced(): void {
    const { draft, replaced } = this.state;
    this.edit({ draft: replaced ?? draft, replaced: undefined });
  }

  /** Restores the JSON that an edit of the form has overwritten. */
  restoreJson(): void {
    const { params } = this.#setup.method;
    this.editDraft((draft) => withJson(params, draft, draft.lost ?? draft.json));
  }

  /** Reserves the id of a call that was sent from a lost state. */
  reserveId(id: number | undefined): void {
    if (id !== undefined && id > this.#state.lastId) this.change({ lastId: id });
  }

  setServerError(serverError: ServerError): void {
    this.#serverError = serverError;
    this.events.onChange();
  }

  setFailure(failure: string | undefined): void {
    if (failure === this.#failure) return;
    this.#failure = failure;
    this.events.onChange();
  }

  /** Shows why the request cannot be sent. */
  setIssue(issue: ValidationIssue): void {
    this.#issue = issue;
    this.events.onChange();
  }

  /** Calls back with raw JSON of `params`, undefined: none; or shows why it is invalid. */
  withParams(onParams: (params: string | undefined) => void): void {
    const { params } = this.#setup.method;
    const { draft } = this.state;
    const read = paramsOf(params, draft);
    if ("json" in read) onParams(read.json);
    else this.#reject(validateRequest(params, draft));
  }

  /**
   * The request to send, with a new id; undefined: it is invalid, and the issue is shown.
   * @param anyway although fields are missing or invalid.
   */
  nextRequest(anyway = false): CallRequest | undefined {
    const { draft, timeout, lastId } = this.state;
    const { method, timeoutSeconds: defaultSeconds } = this.#setup;
    const issue = validateRequest(method.params, draft);
    if (issue !== undefined && !(issue.canBeSent && anyway)) {
      this.#reject(issue);
      return undefined;
    }
    const timeoutSeconds = readTimeout(timeout, defaultSeconds);
    const read = paramsOf(method.params, draft);
    if (timeoutSeconds === undefined || "problem" in read) return undefined;
    this.#serverError = undefined;
    const id = lastId + 1;
    this.edit({ lastId: id });
    return { id, params: read.json, timeoutSeconds };
  }

  /** The text that is typed replaces what was typed before in the same place. */
  #type(edit: PendingEdit, length: number): void {
    if (this.#pending?.field !== edit.field) this.settle();
    if (length + this.#state.draft.json.length <= maxReadPerKey) {
      this.#pending = undefined;
      this.editDraft(edit.apply);
      return;
    }
    this.#pending = edit;
    this.events.onPending();
  }

  #clearServerError(param: string): void {
    if (this.#serverError?.param === param) this.#serverError = undefined;
  }

  #reject(issue: ValidationIssue | undefined): void {
    this.#issue = issue;
    this.#strict = true;
    if (issue === undefined) return;
    this.change({ view: issue.at === "json" ? "json" : "form", folded: false });
    this.events.onInvalid(issue);
  }

  #save(): void {
    const { key, method } = this.#setup;
    this.events.save(serializeState(key, method, this.#state));
  }
}
