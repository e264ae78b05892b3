import { draftOf } from "../../../src/shared/call/editDraft";
import { type ParamsSpec } from "../../../src/shared/call/methodSpec";
import {
  emptyDraft,
  type FieldDraft,
  type RequestDraft,
} from "../../../src/shared/call/requestDraft";

export const views = ["form", "json"] as const;
/** Where there is no room for both: which of the two is seen. */
export type View = (typeof views)[number];

export const disclosures = ["about", "request"] as const;
/** What can be opened and closed. */
export type Disclosure = (typeof disclosures)[number];

/** What a user has made of the page, and what must not be lost with it. */
export interface CallState {
  readonly draft: RequestDraft;
  /** As typed; empty: as long as the setup says. */
  readonly timeout: string;
  readonly view: View;
  readonly open: readonly Disclosure[];
  /** What was written before the host filled the form, to be had back. */
  readonly replaced: RequestDraft | undefined;
  /** Of the calls so far, so that no id is used twice. */
  readonly lastId: number;
  /** What the pane of the answer wants to be kept. */
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

/** Nobody would miss it. */
export function isBlank({ fields, others, json }: RequestDraft): boolean {
  const written = Object.values(fields).some(
    ({ set, text, items }) => set || text !== "" || (items ?? []).length > 0,
  );
  return !written && Object.keys(others).length === 0 && json.trim() === "";
}

/** @param json raw `params` in place of what is written, which is kept to be had back. */
export function fillIn(state: CallState, params: ParamsSpec, json: string | undefined): CallState {
  const draft = draftOf(params, json);
  const before = state.draft;
  const isSame = JSON.stringify(draft) === JSON.stringify(before);
  return { ...state, draft, replaced: isSame || isBlank(before) ? state.replaced : before };
}

export function toggleOpen(
  { open }: Pick<CallState, "open">,
  which: Disclosure,
  isOpen: boolean,
): CallState["open"] {
  const others = open.filter((each) => each !== which);
  return isOpen ? [...others, which] : others;
}

/** As in the setting. */
const maxSeconds = 3600;

/** @returns seconds; undefined: not a time that can be waited for. */
export function readTimeout(typed: string, byDefault: number): number | undefined {
  if (typed.trim() === "") return byDefault;
  const seconds = Number(typed);
  return seconds > 0 && seconds <= maxSeconds ? seconds : undefined;
}
