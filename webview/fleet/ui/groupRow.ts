import * as l10n from "@vscode/l10n";
import { countPresences, countReported } from "../../../src/shared/nodes/presence";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { element, setAttributes, setText } from "../../lib/dom";
import { icon } from "../../lib/icons";
import { type NodeGroup } from "../state/groupNodes";
import { columnOf } from "../state/columnTable";
import { totalOf } from "../state/totals";
import { type GridScene } from "./gridScene";

/** The row of a group, with the totals of its nodes. */
export class GroupRow {
  readonly element = element("div", { class: "row group", role: "row" });
  readonly #label = element("span", { class: "group-label" });
  readonly #count = element("span", { class: "dim" });
  readonly #nameCell: HTMLElement;
  #cells: readonly HTMLElement[] = [];
  #layout = "";

  constructor(private readonly onToggle: () => void) {
    this.#nameCell = element("div", { class: "cell name-cell", role: "gridcell" }, icon("chevron"));
    this.#nameCell.append(this.#label, " ", this.#count);
    this.element.append(this.#nameCell);
    this.element.addEventListener("click", () => this.onToggle());
  }

  update(scene: GridScene, group: NodeGroup, folded: boolean): void {
    const { store, fitted } = scene;
    setText(this.#label, group.label);
    const states = group.slots.map((slot) => ({
      presence: store.presence(slot),
      troubles: store.troubles(slot),
    }));
    const counts = countPresences(states);
    setText(this.#count, l10n.t("{0} of {1}", counts.online, countReported(counts)));
    setAttributes(this.#nameCell, { "aria-expanded": String(!folded) });
    const ids = fitted.columns.slice(1).map(({ id }) => id);
    if (ids.join(" ") !== this.#layout) this.#layCells(ids);
    ids.forEach((id, index) => this.#updateTotal(scene, group, id, this.#cells[index]));
  }

  cellOf(index: number): HTMLElement | undefined {
    return index === 0 ? this.#nameCell : this.#cells[index - 1];
  }

  #layCells(ids: readonly FleetColumn[]): void {
    this.#layout = ids.join(" ");
    this.#cells = ids.map((id) => {
      const values = id === "network" ? 2 : 1;
      const spans = Array.from({ length: values }, () => element("span", { class: "value" }));
      return element("div", { class: `cell number total ${id}`, role: "gridcell" }, ...spans);
    });
    this.element.replaceChildren(this.#nameCell, ...this.#cells);
  }

  #updateTotal(
    { store, format }: GridScene,
    { slots }: NodeGroup,
    id: FleetColumn,
    cell?: HTMLElement,
  ): void {
    [...(cell?.children ?? [])].forEach((place, index) => {
      const total = totalOf(store, id, slots, index === 1);
      setText(place, Number.isNaN(total) ? "" : (columnOf(id).text?.(total, format) ?? ""));
    });
  }
}
