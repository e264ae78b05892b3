import { type FieldDraft } from "../../../src/shared/call/requestDraft";

export interface ShownValue {
  readonly field: FieldDraft;
  /** Spoken after the name. */
  readonly description: string;
  readonly invalid: boolean;
}

/** Where the value of one parameter is typed or chosen. */
export interface ValueControl {
  readonly element: HTMLElement;
  readonly update: (shown: ShownValue) => void;
}

export type OnField = (field: FieldDraft) => void;
