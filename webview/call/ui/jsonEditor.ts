import * as l10n from "@vscode/l10n";
import { jsonProblemText } from "../../../src/shared/call/checkField";
import { checkJson } from "../../../src/shared/call/checkJson";
import { type JsonProblem } from "../../../src/shared/call/requestDraft";
import { button, element, setAttributes } from "../../lib/dom";
import { createProblemMessage } from "./problemMessage";

export interface ShownJson {
  readonly text: string;
  /** False: the text is not sent and may be anything. */
  readonly mustHoldJson: boolean;
  readonly description: string;
  /** For a reason other than its syntax. */
  readonly invalid: boolean;
}

export interface JsonEditor {
  readonly element: HTMLElement;
  readonly update: (shown: ShownJson) => void;
  /** Selects the syntax error. */
  readonly focus: () => void;
}

interface JsonEditorOptions {
  readonly label: string;
  /** The problem is shown elsewhere. */
  readonly quiet?: boolean;
  readonly onInput: (text: string) => void;
}

/** In characters. The browser takes half a second to lay out the copy of a text of 1 MB. */
const maxMarked = 256 * 1024;

/** A text area over a copy of its text, unless that is large, in which the syntax error is marked. */
export function createJsonEditor({ label, quiet, onInput }: JsonEditorOptions): JsonEditor {
  let problem: JsonProblem | undefined;
  let markedText: string | undefined;
  const focus = () => {
    area.focus();
    if (problem !== undefined) {
      area.setSelectionRange(problem.offset, problem.offset + problem.length);
    }
  };
  const problemMessage = createProblemMessage(
    button({ text: l10n.t("Show"), class: "link", onClick: () => focus() }),
  );
  const marks = element("pre", { class: "json-marks", "aria-hidden": "true" });
  const area = element("textarea", {
    "aria-label": label,
    "aria-describedby": quiet ? undefined : problemMessage.id,
    rows: "1",
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
  });
  area.addEventListener("input", () => onInput(area.value));
  const sheet = element("div", { class: "json-sheet" }, marks, area);
  return {
    element: element(
      "div",
      { class: "json-editor" },
      sheet,
      quiet ? undefined : problemMessage.element,
    ),
    update: ({ text, mustHoldJson, description, invalid }) => {
      // Assigning the same text would move the caret to the end.
      if (area.value !== text) area.value = text;
      const before = problem;
      problem = mustHoldJson ? checkJson(text) : undefined;
      const isLarge = text.length > maxMarked;
      sheet.classList.toggle("large", isLarge);
      const copy = isLarge ? "" : text;
      if (markedText !== copy || before !== problem)
        mark(marks, copy, isLarge ? undefined : problem);
      markedText = copy;
      problemMessage.update(problem && { severity: "error", message: jsonProblemText(problem) });
      setValidity(sheet, area, description, invalid || problem !== undefined);
    },
    focus,
  };
}

function setValidity(
  sheet: HTMLElement,
  area: HTMLElement,
  description: string,
  isInvalid: boolean,
): void {
  sheet.classList.toggle("invalid", isInvalid);
  setAttributes(area, {
    "aria-description": description === "" ? undefined : description,
    "aria-invalid": String(isInvalid),
  });
}

function mark(marks: HTMLElement, text: string, problem: JsonProblem | undefined): void {
  // An empty last line would have no height.
  if (problem === undefined) {
    marks.replaceChildren(text, " ");
    return;
  }
  const end = problem.offset + Math.max(1, problem.length);
  const invalidText = element("span", { class: "json-wrong" });
  // Same characters as in the text area, so that both wrap alike.
  invalidText.append(text.slice(problem.offset, end).replace(/^\n?$/, " \n"));
  marks.replaceChildren(text.slice(0, problem.offset), invalidText, text.slice(end), " ");
}
