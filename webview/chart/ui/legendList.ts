import * as l10n from "@vscode/l10n";
import { reconcileChildren, element, setText } from "../../lib/dom";
import { type Line } from "../data/line";
import { type Legend, type LegendEvents, type LegendItem } from "./legend";
import { createLegendButton } from "./legendButton";

/** Name and value of each line, side by side. */
export function createLegendList(title: string, events: LegendEvents): Legend {
  const root = element("ul", { class: "legend", "aria-label": l10n.t("Lines of {0}", title) });
  const rows = new Map<string, ReturnType<typeof createItem>>();
  let items: readonly LegendItem[] = [];
  let textAt: ((line: Line) => string) | undefined;
  const writeValues = () => {
    for (const { row } of items) {
      rows.get(row.line.id)?.setValue(textAt?.(row.line) ?? row.cells.latest?.text ?? "");
    }
  };
  return {
    element: root,
    update: (view) => {
      ({ items } = view);
      const elements = items.map((item) => {
        const { id } = item.row.line;
        const made = rows.get(id) ?? createItem(id, events);
        rows.set(id, made);
        made.update(item);
        return made.element;
      });
      reconcileChildren(root, elements);
      writeValues();
    },
    setCursor: (newTextAt) => {
      textAt = newTextAt;
      writeValues();
    },
  };
}

function createItem(id: string, events: LegendEvents) {
  const button = createLegendButton(id, events);
  const value = element("span", { class: "legend-value" });
  const root = element("li", {}, button.element, value);
  return {
    element: root,
    update: (item: LegendItem) => {
      button.update(item);
      root.classList.toggle("off", !item.shown);
    },
    setValue: (text: string) => setText(value, text),
  };
}
