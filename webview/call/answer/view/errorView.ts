import * as l10n from "@vscode/l10n";
import { type CallAction, type CallError } from "../../../../src/shared/callApi";
import { clip } from "../../../../src/shared/clip";
import { button, element } from "../../../lib/dom";
import { actionText } from "../../state/actionText";
import { indexJson } from "../json/jsonIndex";
import { prettyText } from "../json/prettyLine";
import { runSync } from "../cooperative";
import { escaped } from "../json/shownText";

/** So much of a server's own words is shown. */
const longest = 20_000;

/** What went wrong, what to do about it, and the server's own words. */
export function errorView(error: CallError, onAct: (action: CallAction) => void): HTMLElement {
  const { text, code, message, data, actions } = error;
  const words = [
    ...(code === undefined ? [] : [fact(l10n.t("Code"), String(code))]),
    ...(message === undefined ? [] : [fact(l10n.t("Message"), shown(message))]),
    ...(data === undefined ? [] : [fact(l10n.t("Data"), pretty(data))]),
  ];
  return element(
    "div",
    { class: "answer-error" },
    element("p", { class: "error-text" }, clip(text, longest)),
    actions.length === 0
      ? undefined
      : element(
          "div",
          { class: "tools" },
          ...actions.map((action) =>
            button({ text: actionText(action), class: "secondary", onClick: () => onAct(action) }),
          ),
        ),
    words.length === 0 ? undefined : element("dl", { class: "error-facts" }, ...words.flat()),
  );
}

function fact(name: string, value: string): readonly HTMLElement[] {
  return [
    element("dt", {}, name),
    element("dd", {}, element("pre", { tabindex: value.includes("\n") ? "0" : undefined }, value)),
  ];
}

function pretty(json: string): string {
  // So much of it would not be shown anyway.
  if (json.length > longest) return shown(json);
  return shown(runSync(prettyText(runSync(indexJson(json)), 0)));
}

/** Lines stay lines. */
function shown(text: string): string {
  return clip(text, longest).split("\n").map(escaped).join("\n");
}
