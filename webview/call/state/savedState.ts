import { storableDraft } from "../../../src/shared/call/storableDraft";
import { type MethodSpec } from "../../../src/shared/call/methodSpec";
import { type FieldDraft, type RequestDraft } from "../../../src/shared/call/requestDraft";
import { type CallState, disclosures, firstState, views } from "./callState";

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
    replaced: draftIn(call.replaced),
    lastId: Number.isSafeInteger(call.lastId) ? Math.max(0, Number(call.lastId)) : 0,
    answer: call.answer,
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
