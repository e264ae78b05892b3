import * as l10n from "@vscode/l10n";
import { type SavedView } from "../../../src/shared/fleet/fleetChoices";
import { button, element } from "../../lib/dom";

interface ViewsMenuActions {
  readonly choose: (view: SavedView) => void;
  readonly save: () => void;
  readonly remove: () => void;
}

/** The saved views, and what can be done with them. */
export function viewsMenu(
  views: readonly SavedView[],
  current: string | undefined,
  { choose, save, remove }: ViewsMenuActions,
): HTMLElement {
  const entry = (text: string, onClick: () => void, isCurrent = false) => {
    const made = button({ text, onClick });
    if (isCurrent) made.setAttribute("aria-current", "true");
    return element("li", {}, made);
  };
  return element(
    "ul",
    { class: "menu" },
    ...views.map((view) => entry(view.name, () => choose(view), view.name === current)),
    entry(l10n.t("Save View…"), save),
    views.length > 0 ? entry(l10n.t("Delete Views…"), remove) : undefined,
  );
}
