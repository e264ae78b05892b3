import * as l10n from "@vscode/l10n";
import { formatJson } from "../../../src/shared/call/jsonText";
import { type RequestDraft } from "../../../src/shared/call/requestDraft";
import { button, element } from "../../lib/dom";
import { createComplaint } from "./complaint";
import { createJsonEditor } from "./jsonEditor";

export interface ShownTwin {
  readonly draft: RequestDraft;
  /** What is wrong with the JSON as a whole, but for its syntax. */
  readonly jsonProblem: string | undefined;
  readonly jsonIsBroken: boolean;
}

export interface JsonTwin {
  readonly element: HTMLElement;
  readonly update: (shown: ShownTwin) => void;
  readonly focus: () => void;
}

/** The parameters as JSON, beside the form. */
export function createJsonTwin(onJson: (text: string) => void): JsonTwin {
  let text = "";
  const onFormat = () => onJson(formatJson(text));
  const format = button({ text: l10n.t("Format"), class: "link", onClick: onFormat });
  const editor = createJsonEditor({ label: l10n.t("Parameters as JSON"), onInput: onJson });
  const complaint = createComplaint();
  return {
    element: element(
      "div",
      { class: "json-side", role: "group", "aria-label": "JSON" },
      element("div", { class: "twin-head" }, element("span", {}, "JSON"), format),
      ...[editor.element, complaint.element],
    ),
    focus: editor.focus,
    update: ({ draft, jsonProblem: message, jsonIsBroken }) => {
      text = draft.json;
      const isEmpty = text.trim() === "";
      const description = message ?? l10n.t("Empty: no parameters will be sent.");
      editor.update({ text, mustHoldJson: !isEmpty, description, invalid: message !== undefined });
      format.hidden = jsonIsBroken || isEmpty;
      complaint.update(message === undefined ? undefined : { severity: "error", message });
    },
  };
}
