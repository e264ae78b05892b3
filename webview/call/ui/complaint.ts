import { type FieldProblem } from "../../../src/shared/call/requestDraft";
import { element, newId, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";

export interface Complaint {
  readonly element: HTMLElement;
  /** Of the text, for what it describes. */
  readonly id: string;
  readonly update: (problem: FieldProblem | undefined) => void;
}

/** What is wrong with what stands above it. @param help what may be done about it. */
export function createComplaint(help?: HTMLElement): Complaint {
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
      root.className = `complaint ${problem.severity}`;
      glyph.replaceChildren(icon(problem.severity));
    },
  };
}
