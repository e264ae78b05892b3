import { maxTimeoutSeconds } from "../../../src/shared/call/callApi";
import { draftOf } from "../../../src/shared/call/editDraft";
import { type ParamsSpec, type MethodSpec } from "../../../src/shared/call/methodSpec";
import {
  emptyDraft,
  type FieldDraft,
  type RequestDraft,
} from "../../../src/shared/call/requestDraft";
import { storableDraft } from "../../../src/shared/call/storableDraft";

export const views = ["form", "json"] as const;
/** The visible one of the two in the narrow layout. */
export type View = (typeof views)[number];

export const disclosures = ["about", "request"] as const;
/** Sections that can be expanded. */
export type Disclosure = (typeof disclosures)[number];

/** The user's input and view state, which survives a reload. */
export interface CallState {
  readonly draft: RequestDraft;
  /** As typed; empty: the default of the setup. */
  readonly timeout: string;
  readonly view: View;
  readonly open: readonly Disclosure[];
  /** Only the title of the form is shown. */
  readonly folded: boolean;
  /** Of the form beside the response, in pixels; undefined: the default. */
  readonly formWidth: number | undefined;
  /** The draft before the host filled the form, for "Restore". */
  readonly replaced: RequestDraft | undefined;
  /** Id of the last call, so that no id is used twice. */
  readonly lastId: number;
  /** State of the response pane. */
  readonly responsePane: unknown;
}

export const firstState: CallState = {
  draft: emptyDraft,
  timeout: "",
  view: "form",
  open: [],
  folded: false,
  formWidth: undefined,
  replaced: undefined,
  lastId: 0,
  responsePane: undefined,
};

export const unsetField: FieldDraft = { set: false, text: "" };

/** Whether the draft is empty. */
export function isBlank({ fields, others, json }: RequestDraft): boolean {
  const written = Object.values(fields).some(
    ({ set, text, items }) => set || text !== "" || (items ?? []).length > 0,
  );
  return !written && Object.keys(others).length === 0 && json.trim() === "";
}

/** @param json raw `params` that replace the draft, which is kept for "Restore". */
export function fillIn(state: CallState, params: ParamsSpec, json: string | undefined): CallState {
  const draft = draftOf(params, json);
  const before = state.draft;
  const isSame = JSON.stringify(draft) === JSON.stringify(before);
  return { ...state, draft, replaced: isSame || isBlank(before) ? state.replaced : before };
}

export function toggleOpen(
  { open }: Pick<CallState, "open">,
  disclosure: Disclosure,
  isOpen: boolean,
): CallState["open"] {
  const others = open.filter((each) => each !== disclosure);
  return isOpen ? [...others, disclosure] : others;
}

/** @returns seconds; undefined: invalid. */
export function readTimeout(text: string, defaultSeconds: number): number | undefined {
  if (text.trim() === "") return defaultSeconds;
  const seconds = Number(text);
  return seconds > 0 && seconds <= maxTimeoutSeconds ? seconds : undefined;
}

/** Persisted by VS Code. The version changes with the shape. */
export interface SavedState {
  readonly version: 1;
  /** Key of the setup; read by the host too. */
  readonly key: string;
  readonly call: CallState;
}

/** @param method its secrets are omitted. */
export function serializeState(
  key: string,
  method: Pick<MethodSpec, "params" | "secretKeys">,
  state: CallState,
): SavedState {
  const { replaced } = state;
  const call = {
    ...state,
    draft: storableDraft(method, state.draft),
    replaced: replaced && storableDraft(method, replaced),
  };
  return { version: 1, key, call };
}

/** Not trusted: it may be of another version or panel, or broken. Invalid parts are omitted. */
export function restoreState(saved: unknown, key: string): CallState {
  if (!isObject(saved) || saved.version !== 1 || saved.key !== key) return firstState;
  const { call } = saved;
  if (!isObject(call)) return firstState;
  const view = views.find((each) => each === call.view);
  const open = Array.isArray(call.open) ? call.open : [];
  return {
    draft: draftIn(call.draft) ?? firstState.draft,
    timeout: textOf(call.timeout),
    view: view ?? firstState.view,
    open: disclosures.filter((each) => open.includes(each)),
    folded: call.folded === true,
    formWidth: Number.isSafeInteger(call.formWidth) ? Number(call.formWidth) : undefined,
    replaced: draftIn(call.replaced),
    lastId: Number.isSafeInteger(call.lastId) ? Math.max(0, Number(call.lastId)) : 0,
    responsePane: call.responsePane,
  };
}

function draftIn(value: unknown): RequestDraft | undefined {
  if (!isObject(value)) return undefined;
  return {
    source: value.source === "json" ? "json" : "form",
    style: value.style === "positional" ? "positional" : "named",
    fields: mapOf(value.fields, fieldOf),
    others: mapOf(value.others, (other) => (typeof other === "string" ? other : undefined)),
    json: textOf(value.json),
    ...(typeof value.lost === "string" && { lost: value.lost }),
  };
}

function fieldOf(value: unknown): FieldDraft | undefined {
  if (!isObject(value) || typeof value.text !== "string") return undefined;
  const { raw, items } = value;
  return {
    set: value.set === true,
    text: value.text,
    ...(typeof raw === "string" && { raw }),
    ...(Array.isArray(items) && { items: items.filter((item) => typeof item === "string") }),
  };
}

function mapOf<T>(value: unknown, read: (each: unknown) => T | undefined): Record<string, T> {
  if (!isObject(value)) return {};
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const found = read(each);
    return found === undefined ? [] : [[name, found] as const];
  });
  return Object.fromEntries(entries);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Moves an item of a list parameter. */
export function moveItem<T>(items: readonly T[], fromIndex: number, toIndex: number): readonly T[] {
  const [moved] = items.slice(fromIndex, fromIndex + 1);
  return moved === undefined ? items : items.toSpliced(fromIndex, 1).toSpliced(toIndex, 0, moved);
}
