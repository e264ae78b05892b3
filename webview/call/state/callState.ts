import { maxTimeoutSeconds } from "../../../src/shared/call/callApi";
import { draftOf } from "../../../src/shared/call/editDraft";
import { type ParamsSpec } from "../../../src/shared/call/methodSpec";
import {
  emptyDraft,
  type FieldDraft,
  type RequestDraft,
} from "../../../src/shared/call/requestDraft";

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
  /** The draft before the host filled the form, for "Restore". */
  readonly replaced: RequestDraft | undefined;
  /** Id of the last call, so that no id is used twice. */
  readonly lastId: number;
  /** State of the answer pane. */
  readonly answer: unknown;
}

export const firstState: CallState = {
  draft: emptyDraft,
  timeout: "",
  view: "form",
  open: [],
  replaced: undefined,
  lastId: 0,
  answer: undefined,
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
