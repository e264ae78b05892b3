import { type AnswerViewName, answerViews } from "./view/viewTabs";

/** What is remembered of how answers are shown. */
export interface KeptAnswer {
  readonly view: AnswerViewName;
}

/** Never believed: it may be of another version, or broken. */
export function restoreAnswer(kept: unknown): KeptAnswer {
  const wanted =
    typeof kept === "object" && kept !== null && "view" in kept ? kept.view : undefined;
  return { view: answerViews.find((view) => view === wanted) ?? "tree" };
}
