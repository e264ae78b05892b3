import { type FieldDraft } from "../../../src/shared/call/requestDraft";

export interface ShownValue {
  readonly field: FieldDraft;
  /** The accessible description. */
  readonly description: string;
  readonly invalid: boolean;
}

/** The input of one parameter. */
export interface ValueControl {
  readonly element: HTMLElement;
  readonly update: (shown: ShownValue) => void;
}

export type OnField = (field: FieldDraft) => void;
