import { type FieldProblem } from "../../../src/shared/call/requestDraft";
import { element, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";

export interface Complaint {
  readonly element: HTMLElement;
  readonly update: (problem: FieldProblem | undefined) => void;
}

/** What is wrong with what stands above it. */
export function createComplaint(): Complaint {
  const text = element("span");
  const glyph = element("span", { class: "glyph" });
  const root = element("p", { hidden: true }, glyph, text);
  return {
    element: root,
    update: (problem: FieldProblem | undefined) => {
      root.hidden = problem === undefined;
      if (problem === undefined) return;
      root.className = `complaint ${problem.severity}`;
      glyph.replaceChildren(icon(problem.severity));
      setText(text, problem.message);
    },
  };
}
