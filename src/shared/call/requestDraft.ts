/** A request while it is edited: stored by the page, so that typed text is not lost. */

export interface FieldDraft {
  /** Only what is set is sent: set and empty differs from not set. */
  readonly set: boolean;
  /** As typed. Of a list: unused. */
  readonly text: string;
  /** Of a list: its items as typed. */
  readonly items?: readonly string[];
  /**
   * JSON that is sent in place of what text and items say, for they cannot say it: a number where the
   * type is text. It goes with the next edit of the field.
   */
  readonly raw?: string;
}

export interface RequestDraft {
  /** Which of the two was edited last and is sent; the other follows. */
  readonly source: "form" | "json";
  readonly style: "named" | "positional";
  /** By the parameter's name; of parameters that are one value, under the name of that. */
  readonly fields: Readonly<Record<string, FieldDraft>>;
  /** Members that no field is for, as raw JSON by name: sent along. */
  readonly others: Readonly<Record<string, string>>;
  /** The text of the JSON pane as typed; empty: no `params` at all. May be broken while `source` is "json". */
  readonly json: string;
  /**
   * JSON as it was typed before an edit of the form wrote over it, if the form could not take over all
   * of it: the page can restore it. May be broken.
   */
  readonly lost?: string;
}

export const emptyDraft: RequestDraft = {
  source: "form",
  style: "named",
  fields: {},
  others: {},
  json: "",
};

/** A problem of a field as it is shown; sending stays possible. */
export interface FieldProblem {
  readonly severity: "error" | "warning";
  readonly message: string;
  /** It is required and not there. */
  readonly missing?: true;
}

/** Where a JSON text is broken. */
export interface JsonProblem {
  /** In UTF-16 units from the beginning of the text. */
  readonly offset: number;
  readonly length: number;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
