import * as l10n from "@vscode/l10n";
import { type NodeAction } from "../../../src/shared/fleet/fleetApi";
import { button, element, reconcileKeepingFocus, setText } from "../../lib/dom";
import { icon, type IconName } from "../../lib/icons";
import { createPopover } from "../../lib/popover";
import { footTotals, monthlyCostText } from "../state/footTotals";
import { costSheet } from "./costSheet";
import { type FootView } from "./footView";

interface FootOptions {
  readonly onAct: (action: NodeAction) => void;
  readonly onExport: () => void;
}

/** How many nodes there are, what they come to, and what can be done with the selected ones. */
export class Foot {
  readonly element: HTMLElement;
  readonly #count = element("span", { class: "foot-count" });
  readonly #links: HTMLElement;
  readonly #totals = element("span", { class: "foot-totals" });
  readonly #cost: HTMLElement;
  readonly #costSheet = element("div", { class: "cost" });
  readonly #costText = element("span");
  #view: FootView | undefined;

  constructor(options: FootOptions) {
    const link = (name: IconName, text: string, onClick: () => void) =>
      button({ icon: icon(name), text, class: "link", onClick });
    this.#links = element(
      "span",
      { class: "foot-links", role: "toolbar", "aria-label": l10n.t("Selected nodes") },
      link("chart", l10n.t("Charts"), () => options.onAct("openCharts")),
      link("compare", l10n.t("Compare"), () => options.onAct("compare")),
      link("terminal", l10n.t("Call Method…"), () => options.onAct("callMethod")),
      link("star", l10n.t("Favorite"), () => options.onAct("addFavorite")),
      link("copy", l10n.t("Copy"), () => options.onAct("copy")),
      link("export", l10n.t("Export"), () => options.onExport()),
    );
    const cost = createPopover({
      text: "",
      title: l10n.t("Cost and next renewals"),
      content: this.#costSheet,
      onOpen: () => this.#drawCost(),
    });
    cost.element.querySelector("button")?.append(this.#costText);
    this.#cost = cost.element;
    const parts = [this.#count, this.#links, element("span", { class: "spacer" }), this.#totals];
    this.element = element("footer", { class: "foot" }, ...parts, this.#cost);
  }

  update(view: FootView): void {
    this.#view = view;
    const { store, format, shown, selected } = view;
    const count = shown.length === 1 ? l10n.t("1 node") : l10n.t("{0} nodes", shown.length);
    const chosen = selected.length > 0 ? [l10n.t("{0} selected", selected.length)] : [];
    setText(this.#count, [count, ...chosen].join(" · "));
    const several = selected.length > 1;
    this.#links.hidden = !several;
    const summed = several ? selected : shown;
    const totals = footTotals(store, summed, format);
    reconcileKeepingFocus(
      this.#totals,
      totals.map((text) => element("span", {}, text)),
    );
    const cost = monthlyCostText(store, summed, format);
    this.#cost.hidden = cost === undefined;
    setText(this.#costText, cost ?? "");
  }

  #drawCost(): void {
    if (this.#view !== undefined) this.#costSheet.replaceChildren(...costSheet(this.#view));
  }
}
