import { type ResultViewName, resultViews } from "./viewTabs";

/** Persisted view state of the response pane. */
export interface ResultViewState {
  readonly view: ResultViewName;
}

/** Not trusted: it may be of another version, or broken. */
export function restoreViewState(saved: unknown): ResultViewState {
  const name =
    typeof saved === "object" && saved !== null && "view" in saved ? saved.view : undefined;
  return { view: resultViews.find((view) => view === name) ?? "tree" };
}
