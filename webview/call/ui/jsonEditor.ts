import * as l10n from "@vscode/l10n";
import { jsonProblemText } from "../../../src/shared/call/checkField";
import { checkJson } from "../../../src/shared/call/checkJson";
import { type JsonProblem } from "../../../src/shared/call/requestDraft";
import { button, element, setAttributes } from "../../lib/dom";
import { createComplaint } from "./complaint";

export interface ShownJson {
  readonly text: string;
  /** False: the text may be anything, for it is not sent. */
  readonly mustHoldJson: boolean;
  readonly description: string;
  /** For another reason than that it is broken. */
  readonly invalid: boolean;
}

export interface JsonEditor {
  readonly element: HTMLElement;
  readonly update: (shown: ShownJson) => void;
  /** Puts the caret where the text is broken. */
  readonly focus: () => void;
}

interface JsonEditorOptions {
  readonly label: string;
  /** What is wrong is said elsewhere. */
  readonly quiet?: boolean;
  readonly onInput: (text: string) => void;
}

/** A text area over a copy of its text that carries the mark of what is wrong. */
export function createJsonEditor({ label, quiet, onInput }: JsonEditorOptions): JsonEditor {
  let problem: JsonProblem | undefined;
  const focus = () => {
    area.focus();
    if (problem !== undefined) {
      area.setSelectionRange(problem.offset, problem.offset + problem.length);
    }
  };
  const complaint = createComplaint(
    button({ text: l10n.t("Show"), class: "link", onClick: () => focus() }),
  );
  const marks = element("pre", { class: "json-marks", "aria-hidden": "true" });
  const area = element("textarea", {
    "aria-label": label,
    "aria-describedby": quiet ? undefined : complaint.id,
    rows: "1",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
  });
  area.addEventListener("input", () => onInput(area.value));
  const sheet = element("div", { class: "json-sheet" }, marks, area);
  return {
    element: element("div", { class: "json-editor" }, sheet, quiet ? undefined : complaint.element),
    update: ({ text, mustHoldJson, description, invalid }) => {
      // Writing the same text would throw the caret to the end.
      if (area.value !== text) area.value = text;
      problem = mustHoldJson ? checkJson(text) : undefined;
      mark(marks, text, problem);
      complaint.update(problem && { severity: "error", message: jsonProblemText(problem) });
      tell(sheet, area, description, invalid || problem !== undefined);
    },
    focus,
  };
}

function tell(sheet: HTMLElement, area: HTMLElement, description: string, isWrong: boolean): void {
  sheet.classList.toggle("invalid", isWrong);
  setAttributes(area, {
    "aria-description": description === "" ? undefined : description,
    "aria-invalid": String(isWrong),
  });
}

function mark(marks: HTMLElement, text: string, problem: JsonProblem | undefined): void {
  // The last line needs something in it to have a height.
  if (problem === undefined) {
    marks.replaceChildren(text, " ");
    return;
  }
  const end = problem.offset + Math.max(1, problem.length);
  const wrong = element("span", { class: "json-wrong" });
  // Letter by letter as in the text area, whatever it is.
  wrong.append(text.slice(problem.offset, end).replace(/^\n?$/, " \n"));
  marks.replaceChildren(text.slice(0, problem.offset), wrong, text.slice(end), " ");
}
