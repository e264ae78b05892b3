import * as l10n from "@vscode/l10n";
import { type CallAction, type CallError } from "../../../src/shared/call/callApi";
import { clip } from "../../../src/shared/clip";
import { button, element } from "../../lib/dom";
import { actionText } from "../state/callTexts";
import { indexJson } from "./json/jsonIndex";
import { prettyText } from "./json/prettyLine";
import { runSync } from "../../../src/json/cooperative";
import { escaped } from "./json/shownText";

/** Limit of a server's error texts. */
const maxTextLength = 20_000;

/** The error, actions against it, and the details from the server. */
export function errorView(error: CallError, onAct: (action: CallAction) => void): HTMLElement {
  const { text, code, message, data, actions } = error;
  const details = [
    ...(code === undefined ? [] : [fact(l10n.t("Code"), String(code))]),
    ...(message === undefined ? [] : [fact(l10n.t("Message"), shown(message))]),
    ...(data === undefined ? [] : [fact(l10n.t("Data"), pretty(data))]),
  ];
  return element(
    "div",
    { class: "response-error" },
    element("p", { class: "error-text" }, clip(text, maxTextLength)),
    actions.length === 0
      ? undefined
      : element(
          "div",
          { class: "tools" },
          ...actions.map((action) =>
            button({ text: actionText(action), class: "secondary", onClick: () => onAct(action) }),
          ),
        ),
    details.length === 0 ? undefined : element("dl", { class: "error-facts" }, ...details.flat()),
  );
}

function fact(name: string, value: string): readonly HTMLElement[] {
  return [
    element("dt", {}, name),
    element("dd", {}, element("pre", { tabindex: value.includes("\n") ? "0" : undefined }, value)),
  ];
}

function pretty(json: string): string {
  // Too long to be shown in full anyway.
  if (json.length > maxTextLength) return shown(json);
  return shown(runSync(prettyText(runSync(indexJson(json)), 0)));
}

/** Line breaks are preserved. */
function shown(text: string): string {
  return clip(text, maxTextLength).split("\n").map(escaped).join("\n");
}
