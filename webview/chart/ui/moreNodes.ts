import * as l10n from "@vscode/l10n";
import { type OtherNode } from "../../../src/shared/chartApi";
import { reconcileKeepingFocus, element, newId, setText } from "../../lib/dom";
import { createPopover } from "../../lib/popover";

export interface MoreNodesView {
  readonly others: readonly OtherNode[];
  /** Lines that were chosen here before. */
  readonly added: readonly { readonly id: string; readonly name: string }[];
  readonly textOf: (value: number | undefined) => string;
}

export interface MoreNodes {
  readonly element: HTMLElement;
  readonly update: (view: MoreNodesView) => void;
}

/** More would not be read; the search finds the rest. */
const maxShown = 200;

interface Entry {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly chosen: boolean;
}

/** Nodes that have no line yet, to be chosen from. */
export function createMoreNodes(onToggle: (line: string) => void): MoreNodes {
  let view: MoreNodesView | undefined;
  let entries: readonly Entry[] = [];
  let rows = new Map<string, ReturnType<typeof createRow>>();
  const list = element("ul", { class: "node-list" });
  const search = element("input", {
    type: "search",
    placeholder: l10n.t("Search nodes"),
    "aria-label": l10n.t("Search nodes"),
  });
  const count = element("p", { class: "hint", role: "status" });
  const fill = () => {
    const words = search.value.trim().toLocaleLowerCase();
    const found = entries.filter(({ name }) => name.toLocaleLowerCase().includes(words));
    const shown = found.slice(0, maxShown);
    // A click that is under way must find the row again that it began on.
    const kept = rows;
    rows = new Map(shown.map(({ id }) => [id, kept.get(id) ?? createRow(id, onToggle)]));
    for (const entry of shown) rows.get(entry.id)?.update(entry);
    reconcileKeepingFocus(
      list,
      [...rows.values()].map((row) => row.element),
    );
    const hidden = found.length - shown.length;
    const rest = hidden > 0 ? l10n.t("{0} more. Search by name.", hidden) : "";
    setText(count, found.length === 0 ? l10n.t("No matching nodes.") : rest);
  };
  search.addEventListener("input", fill);
  const content = element("div", { class: "more-nodes" }, search, count, list);
  const popover = createPopover({
    text: l10n.t("More Nodes"),
    icon: "add",
    title: l10n.t("Add lines of other nodes"),
    content,
    onOpen: () => {
      search.value = "";
      entries = view === undefined ? [] : entriesOf(view, []);
      fill();
    },
  });
  return {
    element: popover.element,
    update: (next) => {
      view = next;
      popover.element.hidden = next.others.length + next.added.length === 0;
      // There may be thousands: their texts are made for those who look.
      if (!popover.isOpen()) return;
      // What stood here stays until it is opened again: nothing vanishes under the pointer.
      entries = entriesOf(next, entries);
      fill();
    },
  };
}

function entriesOf({ others, added, textOf }: MoreNodesView, before: readonly Entry[]) {
  const entries = new Map<string, Entry>(
    before.map((each) => [each.id, { ...each, chosen: false }]),
  );
  for (const { id, name } of added) {
    entries.set(id, { id, name, value: entries.get(id)?.value ?? "", chosen: true });
  }
  for (const { id, name, current } of others) {
    const chosen = entries.get(id)?.chosen ?? false;
    entries.set(id, { id, name, value: textOf(current), chosen });
  }
  return [...entries.values()];
}

function createRow(id: string, onToggle: (line: string) => void) {
  const inputId = newId();
  const input = element("input", { type: "checkbox", id: inputId });
  const label = element("label", { for: inputId });
  const current = element("span", { class: "legend-value" });
  input.addEventListener("change", () => onToggle(id));
  return {
    element: element("li", {}, input, label, current),
    update: ({ name, value, chosen }: Entry) => {
      input.checked = chosen;
      setText(label, name);
      label.title = name;
      setText(current, value);
    },
  };
}
