import * as l10n from "@vscode/l10n";
import { formatJson } from "../../../src/json/printer";
import { type RequestDraft } from "../../../src/shared/call/requestDraft";
import { button, element } from "../../lib/dom";
import { createProblemMessage } from "./problemMessage";
import { createJsonEditor } from "./jsonEditor";

export interface ShownJsonPane {
  readonly draft: RequestDraft;
  /** A problem of the JSON as a whole, other than its syntax. */
  readonly jsonProblem: string | undefined;
  readonly jsonIsBroken: boolean;
}

export interface JsonPaneEvents {
  readonly onJson: (text: string) => void;
  /** A key was pressed in the text. */
  readonly onTypeJson: (text: string) => void;
}

export interface JsonPane {
  readonly element: HTMLElement;
  readonly update: (shown: ShownJsonPane) => void;
  readonly focus: () => void;
}

/** The parameters as JSON, beside the form. */
export function createJsonPane({ onJson, onTypeJson }: JsonPaneEvents): JsonPane {
  let text = "";
  const onFormat = () => onJson(formatJson(text));
  const onInput = (typed: string) => {
    text = typed;
    onTypeJson(typed);
  };
  const format = button({ text: l10n.t("Format"), class: "link", onClick: onFormat });
  const editor = createJsonEditor({ label: l10n.t("Parameters as JSON"), onInput });
  const problemMessage = createProblemMessage();
  return {
    element: element(
      "div",
      { class: "json-side", role: "group", "aria-label": "JSON" },
      element("div", { class: "json-head" }, element("span", {}, "JSON"), format),
      ...[editor.element, problemMessage.element],
    ),
    focus: editor.focus,
    update: ({ draft, jsonProblem: message, jsonIsBroken }) => {
      text = draft.json;
      const isEmpty = text.trim() === "";
      const description = message ?? l10n.t("Empty: no parameters will be sent.");
      editor.update({ text, mustHoldJson: !isEmpty, description, invalid: message !== undefined });
      format.hidden = jsonIsBroken || isEmpty;
      problemMessage.update(message === undefined ? undefined : { severity: "error", message });
    },
  };
}
