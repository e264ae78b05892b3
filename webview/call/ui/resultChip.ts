import * as l10n from "@vscode/l10n";
import { button, element, setAttributes, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { type Badge } from "../state/badges";

export interface ResultChip {
  readonly element: HTMLElement;
  /** Undefined: there is no answer. */
  readonly update: (summary: Badge | undefined) => void;
}

/** A summary of the newest answer; a click scrolls to it. */
export function createResultChip(onClick: () => void): ResultChip {
  const sign = element("span", { class: "glyph" });
  const text = element("span", { class: "result-text" });
  const root = button({ class: "news", onClick });
  root.append(sign, text);
  let shown: Badge | undefined;
  return {
    element: root,
    update: (summary) => {
      root.hidden = summary === undefined;
      if (summary === undefined || summary === shown) return;
      shown = summary;
      const label = l10n.t("Go to the response: {0}", summary.text);
      setAttributes(root, { class: `news ${summary.icon}`, title: label, "aria-label": label });
      sign.replaceChildren(icon(summary.icon));
      setText(text, summary.text);
    },
  };
}
