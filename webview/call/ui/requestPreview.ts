import * as l10n from "@vscode/l10n";
import { button, element, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { escaped } from "../response/json/shownText";
import { createDisclosure } from "./disclosure";

export interface RequestPreview {
  readonly element: HTMLElement;
  /** @param text undefined: there is no valid request. */
  readonly update: (text: string | undefined, isOpen: boolean) => void;
}

/** The request exactly as it is sent. */
export function createRequestPreview(
  onToggle: (isOpen: boolean) => void,
  onCopy: (text: string) => void,
): RequestPreview {
  let request = "";
  const code = element("pre", { class: "request", tabindex: "0", role: "region" });
  code.setAttribute("aria-label", l10n.t("Request"));
  const copy = button({
    icon: icon("copy"),
    label: l10n.t("Copy Request"),
    class: "tool icon-only",
    onClick: () => onCopy(request),
  });
  const content = element("div", { class: "request-box" }, code, copy);
  const disclosure = createDisclosure(l10n.t("Request preview"), content, onToggle);
  return {
    element: disclosure.element,
    update: (text, isOpen) => {
      request = text ?? "";
      disclosure.update(isOpen);
      copy.hidden = text === undefined;
      if (!isOpen) return;
      const none = l10n.t("Nothing to send: the JSON is invalid.");
      setText(code, text === undefined ? none : escaped(text));
    },
  };
}
