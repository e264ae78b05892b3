import * as l10n from "@vscode/l10n";
import { button, element, newId, setAttributes } from "../../lib/dom";

export const resultViews = ["tree", "text", "table"] as const;
export type ResultViewName = (typeof resultViews)[number];

function nameOf(view: ResultViewName): string {
  switch (view) {
    case "tree":
      return l10n.t("Tree");
    case "text":
      return l10n.t("Text");
    case "table":
      return l10n.t("Table");
  }
}

/** The tabs of a result and the panel of the selected view. */
export class ViewTabs {
  readonly list: HTMLElement;
  readonly panel: HTMLElement;
  readonly #tabs: readonly HTMLButtonElement[];

  constructor(onChoose: (view: ResultViewName) => void) {
    this.#tabs = resultViews.map((view) => this.#tab(view, onChoose));
    this.list = element(
      "div",
      { class: "tabs", role: "tablist", "aria-label": l10n.t("Response views") },
      ...this.#tabs,
    );
    this.panel = element("div", { class: "tab-panel", role: "tabpanel", id: newId() });
    for (const tab of this.#tabs) tab.setAttribute("aria-controls", this.panel.id);
    this.list.addEventListener("keydown", (event) => this.#key(event));
  }

  choose(view: ResultViewName): void {
    resultViews.forEach((each, at) => {
      const isChosen = each === view;
      const tab = this.#tabs[at];
      if (tab === undefined) return;
      setAttributes(tab, {
        "aria-selected": String(isChosen),
        tabindex: isChosen ? "0" : "-1",
      });
      if (isChosen) this.panel.setAttribute("aria-labelledby", tab.id);
    });
  }

  #tab(view: ResultViewName, onChoose: (view: ResultViewName) => void): HTMLButtonElement {
    const tab = button({ text: nameOf(view), class: "tab", onClick: () => onChoose(view) });
    setAttributes(tab, { role: "tab", id: newId() });
    return tab;
  }

  #key(event: KeyboardEvent): void {
    const current = this.#tabs.findIndex((tab) => tab === document.activeElement);
    const count = this.#tabs.length;
    const next = {
      ArrowLeft: (current + count - 1) % count,
      ArrowRight: (current + 1) % count,
      Home: 0,
      End: count - 1,
    }[event.key];
    if (current < 0 || next === undefined) return;
    event.preventDefault();
    this.#tabs[next]?.focus();
    this.#tabs[next]?.click();
  }
}
