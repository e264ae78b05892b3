import * as l10n from "@vscode/l10n";
import { button, element, setAttributes, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { type Badge } from "../state/badges";

export interface NewsButton {
  readonly element: HTMLElement;
  /** Undefined: there is no answer. */
  readonly update: (news: Badge | undefined) => void;
}

/** What the newest answer was. It leads there. */
export function createNewsButton(onClick: () => void): NewsButton {
  const sign = element("span", { class: "glyph" });
  const text = element("span", { class: "news-text" });
  const root = button({ class: "news", onClick });
  root.append(sign, text);
  let shown: Badge | undefined;
  return {
    element: root,
    update: (news) => {
      root.hidden = news === undefined;
      if (news === undefined || news === shown) return;
      shown = news;
      const label = l10n.t("Go to the response: {0}", news.text);
      setAttributes(root, { class: `news ${news.icon}`, title: label, "aria-label": label });
      sign.replaceChildren(icon(news.icon));
      setText(text, news.text);
    },
  };
}
