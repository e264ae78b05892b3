import * as l10n from "@vscode/l10n";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { shownHealth } from "../../../src/shared/nodes/presence";
import { reasonText } from "../../../src/shared/nodes/reasonText";
import { button, element, setAttributes, setText } from "../../lib/dom";
import { healthIcon } from "../../lib/healthIcon";
import { icon } from "../../lib/icons";
import { attentionText } from "../state/attention";
import { cellText, columnOf, isOutdated } from "../state/columnTable";
import { nodeContext } from "../state/nodeContext";
import { isOver, untold } from "../state/overThreshold";
import { type GridScene } from "./gridScene";
import { createSparkline, drawSparkline } from "./sparkline";

export interface NodeRowOptions {
  readonly onOpenCharts: (slot: number) => void;
  readonly onMenu: (slot: number, at: HTMLElement) => void;
}

/** What stands for a value that is not known. */
export const unknownText = "–";

/** The row of one node. `update` writes only what differs. */
export class NodeRow {
  readonly element = element("div", { class: "row node", role: "row" });
  readonly #name = element("span", { class: "name" });
  readonly #reason = element("span", { class: "reason" });
  readonly #nameCell: HTMLElement;
  #icon: HTMLElement | undefined;
  #cells: readonly Cell[] = [];
  #layout = "";
  /** Columns that the note takes beside its first. */
  #extraSpan = 0;
  #slot: number;

  constructor(slot: number, options: NodeRowOptions) {
    this.#slot = slot;
    const more = button({
      icon: icon("ellipsis"),
      label: l10n.t("More Actions"),
      class: "icon-only",
      onClick: () => options.onMenu(this.#slot, more),
    });
    const charts = button({
      icon: icon("chart"),
      label: l10n.t("Open Charts"),
      class: "icon-only",
      onClick: () => options.onOpenCharts(this.#slot),
    });
    // The keys of the grid do the same: in its row a button would be one more stop for Tab.
    for (const each of [charts, more]) each.tabIndex = -1;
    const actions = element("span", { class: "row-actions" }, charts, more);
    this.#nameCell = element("div", { class: "cell name-cell", role: "gridcell" }, this.#name);
    this.#nameCell.append(this.#reason, actions);
  }

  get slot(): number {
    return this.#slot;
  }

  /** Makes it the row of another node: cheaper than a new row. */
  reuse(slot: number): void {
    this.#slot = slot;
    this.element.classList.remove("active-row");
    const active = this.element.querySelector(".active-cell");
    active?.classList.remove("active-cell");
    active?.removeAttribute("aria-label");
    active?.removeAttribute("id");
  }

  update(scene: GridScene): void {
    const { store, selection } = scene;
    const { slot } = this;
    const node = store.node(slot);
    if (node === undefined) return;
    const state = { presence: store.presence(slot), troubles: store.troubles(slot) };
    const shape = shownHealth(state);
    this.#layCells(scene);
    setAttributes(this.element, {
      class: `row node ${shape} ${state.presence}`,
      "aria-selected": String(selection.slots.has(slot)),
      "data-vscode-context": nodeContext(node),
    });
    if (this.#icon?.classList.contains(shape) !== true) this.#setIcon(healthIcon(state));
    setText(this.#name, node.name);
    setText(this.#reason, this.#reasonOf(scene));
    for (const cell of this.#cells) cell.update(scene, slot);
  }

  /** The sparkline alone. */
  updateTrail({ store }: GridScene): void {
    for (const cell of this.#cells) cell.updateTrail(store.trail(this.slot));
  }

  cellOf(index: number): HTMLElement | undefined {
    if (index === 0) return this.#nameCell;
    return this.#cells[Math.max(0, index - 1 - this.#extraSpan)]?.element;
  }

  #reasonOf({ store, format, fitted }: GridScene): string {
    if (store.presence(this.slot) === "offline") return "";
    const columns = fitted.columns.map(({ id }) => id);
    const trouble = untold(store.troubles(this.slot), columns);
    return trouble === undefined ? "" : reasonText(trouble, format);
  }

  #setIcon(made: HTMLElement): void {
    if (this.#icon === undefined) this.#nameCell.prepend(made);
    else this.#icon.replaceWith(made);
    this.#icon = made;
  }

  /** Other cells if there are other columns, or a note takes the place of some. */
  #layCells({ store, fitted }: GridScene): void {
    const ids = fitted.columns.slice(1).map(({ id }) => id);
    const noteSpan = spanOfNote(ids, (id) => isOutdated(store, columnOf(id), this.slot));
    const layout = `${ids.join(" ")} ${noteSpan}`;
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#extraSpan = Math.max(0, noteSpan - 1);
    const rest = ids.slice(noteSpan).map((id) => new ValueCell(id));
    this.#cells = noteSpan > 0 ? [new NoteCell(noteSpan), ...rest] : rest;
    this.element.replaceChildren(this.#nameCell, ...this.#cells.map((cell) => cell.element));
  }
}

/** A note such as "Offline for 5 d" takes at most the first two columns, as far as they say nothing. */
function spanOfNote(ids: readonly FleetColumn[], isNothing: (id: FleetColumn) => boolean): number {
  const [first, second] = ids;
  if (first === undefined || !isNothing(first)) return 0;
  return second !== undefined && isNothing(second) ? 2 : 1;
}

interface Cell {
  readonly element: HTMLElement;
  update(scene: GridScene, slot: number): void;
  updateTrail(trail: Uint8Array): void;
}

class NoteCell implements Cell {
  readonly element: HTMLElement;

  constructor(span: number) {
    this.element = element("div", {
      class: "cell note",
      role: "gridcell",
      "aria-colspan": String(span),
    });
    this.element.style.gridColumn = `span ${span}`;
  }

  update({ store, format }: GridScene, slot: number): void {
    const text = noteOf(store.presence(slot)) ?? attentionText(store, slot, format) ?? "";
    setText(this.element, text.charAt(0).toLocaleUpperCase() + text.slice(1));
  }

  updateTrail(): void {
    // There is none.
  }
}

function noteOf(presence: string): string | undefined {
  if (presence === "neverReported") return l10n.t("Never reported");
  return presence === "waiting" ? l10n.t("Waiting for status") : undefined;
}

class ValueCell implements Cell {
  readonly element: HTMLElement;
  readonly #text = element("span", { class: "value" });
  readonly #upload: HTMLElement | undefined;
  readonly #fill: HTMLElement | undefined;
  readonly #bar: HTMLElement | undefined;
  readonly #line: SVGSVGElement | undefined;

  constructor(private readonly id: FleetColumn) {
    const { words, bar } = columnOf(id);
    const kind = words === undefined ? "number" : "words";
    this.element = element("div", { class: `cell ${kind} ${id}`, role: "gridcell" });
    if (id === "cpu") this.element.append((this.#line = createSparkline()));
    if (bar !== undefined) {
      this.#fill = element("span", { class: "fill" });
      this.#bar = element("span", { class: "bar", "aria-hidden": "true" }, this.#fill);
      this.element.append(this.#bar);
    }
    this.element.append(this.#text);
    if (id === "network") this.element.append((this.#upload = element("span", { class: "value" })));
  }

  update(scene: GridScene, slot: number): void {
    const { store, format } = scene;
    const text = cellText(store, this.id, slot, format);
    setText(this.#text, text ?? unknownText);
    if (this.#upload !== undefined) {
      const rate = isOutdated(store, columnOf(this.id), slot)
        ? NaN
        : store.figure("networkOut", slot);
      setText(this.#upload, Number.isNaN(rate) ? unknownText : format.shortRate(rate));
    }
    const isOld = this.id === "agent" && scene.oldAgents.has(slot);
    this.element.classList.toggle("over", isOld || isOver(store.troubles(slot), this.id));
    this.element.classList.toggle("unknown", text === undefined);
    if (columnOf(this.id).words !== undefined) {
      const old = isOld ? [l10n.t("older than the newest agent")] : [];
      setAttributes(this.element, { title: [text, ...old].join(": ") });
    }
    this.#updateBar(scene, slot, text !== undefined);
    if (this.#line !== undefined) {
      this.#line.classList.toggle("empty", text === undefined);
      drawSparkline(this.#line, store.trail(slot));
    }
  }

  updateTrail(trail: Uint8Array): void {
    if (this.#line !== undefined) drawSparkline(this.#line, trail);
  }

  #updateBar({ store }: GridScene, slot: number, isKnown: boolean): void {
    if (this.#bar === undefined || this.#fill === undefined) return;
    const percent = isKnown ? (columnOf(this.id).bar?.(store, slot) ?? NaN) : NaN;
    this.#bar.classList.toggle("empty", Number.isNaN(percent));
    this.#fill.style.width = `${Number.isNaN(percent) ? 0 : Math.min(100, Math.max(0, percent))}%`;
  }
}
