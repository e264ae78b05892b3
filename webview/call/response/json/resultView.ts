import { type JsonIndex } from "./jsonIndex";

/** A view of a result. It renders only while it is visible. */
export interface ResultView {
  readonly root: HTMLElement;
  /** Toolbar beside the tabs. */
  readonly tools: HTMLElement;
  /** If it is the same result, scroll position and expansion stay. */
  readonly show: (index: JsonIndex) => void;
  /** Other names of nodes and ping tasks have become known. */
  readonly redraw: () => void;
  /** Releases the result. */
  readonly clear: () => void;
}

/** A view that can be searched. */
export interface SearchedView {
  /** Marks the matches; "": none. */
  readonly mark: (query: string) => void;
  /** Scrolls to the line of a match and highlights it. */
  readonly goTo: (line: number) => void;
  /** The line from which a search starts. */
  readonly currentLine: () => number;
}
