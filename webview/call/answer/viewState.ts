import { type AnswerViewName, answerViews } from "./view/viewTabs";

/** Persisted view state of the answer pane. */
export interface AnswerViewState {
  readonly view: AnswerViewName;
}

/** Not trusted: it may be of another version, or broken. */
export function restoreViewState(saved: unknown): AnswerViewState {
  const name =
    typeof saved === "object" && saved !== null && "view" in saved ? saved.view : undefined;
  return { view: answerViews.find((view) => view === name) ?? "tree" };
}
