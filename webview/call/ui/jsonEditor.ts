import * as l10n from "@vscode/l10n";
import { checkJson } from "../../../src/shared/call/checkJson";
import { type JsonProblem } from "../../../src/shared/call/requestDraft";
import { button, element, newId, setAttributes, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { jsonProblemText } from "../state/problems";

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
  const complaint = createComplaint(() => focus());
  const marks = element("pre", { class: "json-marks", "aria-hidden": "true" });
  const area = element("textarea", {
    ...{ "aria-label": label, "aria-describedby": quiet ? undefined : complaint.id, rows: "1" },
    ...{ spellcheck: "false", autocapitalize: "off", autocomplete: "off" },
  });
  const sheet = element("div", { class: "json-sheet" }, marks, area);
  let problem: JsonProblem | undefined;
  area.addEventListener("input", () => onInput(area.value));
  const focus = () => {
    area.focus();
    if (problem === undefined) return;
    const { offset, length } = problem;
    area.setSelectionRange(offset, offset + length);
  };
  return {
    element: element("div", { class: "json-editor" }, sheet, quiet ? undefined : complaint.element),
    update: ({ text, mustHoldJson, description, invalid }) => {
      // Writing the same text would throw the caret to the end.
      if (area.value !== text) area.value = text;
      problem = mustHoldJson ? checkJson(text) : undefined;
      mark(marks, text, problem);
      complaint.update(problem);
      const isWrong = invalid || problem !== undefined;
      sheet.classList.toggle("invalid", isWrong);
      setAttributes(area, {
        "aria-description": description === "" ? undefined : description,
        "aria-invalid": String(isWrong),
      });
    },
    focus,
  };
}

function mark(marks: HTMLElement, text: string, problem: JsonProblem | undefined): void {
  // The last line needs something in it to have a height.
  if (problem === undefined) {
    marks.replaceChildren(text, " ");
    return;
  }
  const end = problem.offset + Math.max(1, problem.length);
  const wrong = text.slice(problem.offset, end).replace(/^\n?$/, " \n");
  marks.replaceChildren(
    text.slice(0, problem.offset),
    element("span", { class: "json-wrong" }, wrong),
    text.slice(end),
    " ",
  );
}

function createComplaint(onShow: () => void) {
  const id = newId();
  const text = element("span", { id });
  const show = button({ text: l10n.t("Show"), class: "link", onClick: onShow });
  const glyph = element("span", { class: "glyph" }, icon("error"));
  const root = element("p", { class: "complaint error", hidden: true }, glyph, text, show);
  return {
    ...{ element: root, id },
    update: (problem: JsonProblem | undefined) => {
      root.hidden = problem === undefined;
      setText(text, problem === undefined ? "" : jsonProblemText(problem));
    },
  };
}
