import { type FieldProblem } from "../../../src/shared/call/requestDraft";
import { element, newId, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";

export interface ProblemMessage {
  readonly element: HTMLElement;
  /** Id of the text, for `aria-describedby`. */
  readonly id: string;
  readonly update: (problem: FieldProblem | undefined) => void;
}

/** The problem of the control above it. @param help a control that helps to fix it. */
export function createProblemMessage(help?: HTMLElement): ProblemMessage {
  const id = newId();
  const text = element("span", { id });
  const glyph = element("span", { class: "glyph" });
  const root = element("p", { hidden: true }, glyph, text, help);
  return {
    element: root,
    id,
    update: (problem) => {
      root.hidden = problem === undefined;
      setText(text, problem?.message ?? "");
      if (problem === undefined) return;
      root.className = `problem ${problem.severity}`;
      glyph.replaceChildren(icon(problem.severity));
    },
  };
}
