import { type JsonIndex } from "../json/jsonIndex";

/** One of the ways in which an answer is shown. It draws while it is shown only. */
export interface AnswerView {
  readonly root: HTMLElement;
  /** What belongs beside the tabs. */
  readonly tools: HTMLElement;
  /** The same answer again: what was scrolled to and unfolded stays. */
  readonly show: (index: JsonIndex) => void;
  /** Lets go of the answer. */
  readonly clear: () => void;
}

/** One of them that can be searched. */
export interface SearchedView {
  /** Marks the places; "": none. */
  readonly mark: (query: string) => void;
  /** Shows the line, as the one that was found. */
  readonly goTo: (line: number) => void;
  /** Where a search begins. */
  readonly currentLine: () => number;
}
