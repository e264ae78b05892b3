import * as l10n from "@vscode/l10n";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { type Format } from "../../../src/shared/format";
import { countPresences, countReported, shownHealth } from "../../../src/shared/nodes/presence";
import { element, newId, setAttributes, setText } from "../../lib/dom";
import { healthMark } from "../../lib/healthIcon";
import { icon } from "../../lib/icons";
import { type FleetStore } from "../data/fleetStore";
import { columnOf, numberAt } from "../state/columnTable";
import { type NodeGroup } from "../state/groupNodes";
import { type FillScale, fillStep, percentScale, scaleOf } from "../state/mapFill";
import { layoutMap, mapMeasures, type MapLayout } from "../state/mapLayout";
import { nodeContext } from "../state/nodeContext";
import { neighbourOf } from "../state/mapMoves";
import { isOver } from "../state/overThreshold";
import {
  type Selection,
  noSelection,
  selectAll,
  selectOnly,
  selectRange,
  toggleSelected,
} from "../state/selection";
import { spokenCell } from "../state/spokenCell";
import { totalOf } from "../state/totals";
import { MapLegend } from "./mapLegend";
import { NodeTip } from "./nodeTip";

export interface MapScene {
  readonly store: FleetStore;
  readonly format: Format;
  /** One without a name if the nodes are not grouped. */
  readonly groups: readonly NodeGroup[];
  readonly folded: ReadonlySet<string>;
  readonly fill: FleetColumn;
  readonly selection: Selection;
}

export interface MapOptions {
  readonly onSelect: (selection: Selection) => void;
  readonly onOpen: (slots: readonly number[], beside: boolean) => void;
  readonly onFold: (key: string) => void;
  readonly onVisible: (slots: readonly number[]) => void;
}

interface MapCell {
  readonly element: HTMLElement;
  readonly slot: number;
}

/** Every node as a cell, filled by what one column says of it. One stop for Tab. */
export class MapView {
  readonly element: HTMLElement;
  readonly legend = new MapLegend();
  readonly #box: HTMLElement;
  readonly #groups = element("div", { class: "map-groups", role: "presentation" });
  readonly #tip: NodeTip;
  readonly #observer: ResizeObserver;
  readonly #activeId = newId();
  #cells: readonly MapCell[] = [];
  #bySlot = new Map<number, MapCell[]>();
  #scene: MapScene | undefined;
  #layout: MapLayout | undefined;
  #active = 0;

  constructor(private readonly options: MapOptions) {
    this.#box = element("div", { class: "map", role: "grid", tabindex: "0" }, this.#groups);
    setAttributes(this.#box, { "aria-label": l10n.t("Nodes"), "aria-multiselectable": "true" });
    this.#tip = new NodeTip();
    this.element = element("div", { class: "map-box" }, this.#box, this.#tip.element);
    this.#box.addEventListener("click", (event) => this.#onClick(event));
    this.#box.addEventListener("dblclick", (event) => this.#onDoubleClick(event));
    this.#box.addEventListener("contextmenu", (event) => this.#onMenu(event));
    this.#box.addEventListener("keydown", (event) => this.#onKey(event));
    this.#box.addEventListener("pointerover", (event) => this.#onHover(event));
    this.#box.addEventListener("pointerleave", () => this.#tip.hide());
    this.#box.addEventListener("scroll", () => this.#tip.hide());
    this.#observer = new ResizeObserver(() => this.#scene && this.update(this.#scene));
    this.#observer.observe(this.#box);
  }

  /** Other nodes, groups, sizes or fill. */
  update(scene: MapScene): void {
    const activeSlot = this.#cells[this.#active]?.slot;
    this.#scene = scene;
    this.#layout = layoutMap(
      scene.groups.map(({ key, slots }) => ({ cells: scene.folded.has(key) ? 0 : slots.length })),
      { width: this.#box.clientWidth - sidePadding, height: this.#box.clientHeight },
    );
    this.#draw(scene, this.#layout);
    const kept = this.#cells.findIndex(({ slot }) => slot === activeSlot);
    this.#active = Math.max(0, kept);
    this.#markActive();
    this.options.onVisible(this.#cells.map(({ slot }) => slot));
  }

  /** The same nodes in the same places: some have other values. */
  updateNodes(scene: MapScene, slots: ReadonlySet<number>): void {
    this.#scene = scene;
    const scale = this.#scale(scene);
    for (const slot of slots) {
      for (const cell of this.#bySlot.get(slot) ?? []) this.#fillCell(scene, cell, scale);
    }
    this.#tip.refresh(scene);
  }

  focus(): void {
    this.#box.focus();
  }

  hide(): void {
    this.#tip.hide();
  }

  #draw(scene: MapScene, layout: MapLayout): void {
    const { cell } = layout;
    this.#box.style.setProperty("--cell-width", `${cell.width}px`);
    this.#box.style.setProperty("--cell-height", `${cell.height}px`);
    const { withValue } = mapMeasures;
    const hasValues = cell.width >= withValue.width && cell.height >= withValue.height;
    this.#box.classList.toggle("with-values", hasValues);
    this.#groups.style.height = `${layout.height}px`;
    const cells: MapCell[] = [];
    const groups = scene.groups.map((group, index) => {
      const place = layout.groups[index];
      const made = scene.folded.has(group.key) ? [] : group.slots.map((slot) => this.#cell(slot));
      cells.push(...made);
      const root = element(
        "div",
        { class: "map-group", role: "row" },
        group.label === "" ? undefined : this.#head(scene, group),
        element(
          "div",
          { class: "map-cells", role: "presentation" },
          ...made.map((each) => each.element),
        ),
      );
      if (place !== undefined) {
        root.style.transform = `translate(${place.x}px, ${place.y}px)`;
        root.style.width = `${place.width}px`;
        root.style.setProperty("--cells", String(place.cellsPerRow));
      }
      return root;
    });
    this.#cells = cells;
    this.#bySlot = new Map();
    const scale = this.#scale(scene);
    for (const each of cells) {
      this.#bySlot.set(each.slot, [...(this.#bySlot.get(each.slot) ?? []), each]);
      this.#fillCell(scene, each, scale);
    }
    this.#groups.replaceChildren(...groups);
    this.legend.update(scene.fill, scale, scene.format);
  }

  #cell(slot: number): MapCell {
    return { slot, element: element("div", { class: "map-cell", role: "gridcell" }) };
  }

  #head({ store, folded, fill, format }: MapScene, { key, label, slots }: NodeGroup): HTMLElement {
    const states = slots.map((slot) => ({
      presence: store.presence(slot),
      troubles: store.troubles(slot),
    }));
    const counts = countPresences(states);
    const average = totalOf(store, fill, slots);
    const text = Number.isNaN(average) ? "" : (columnOf(fill).text?.(average, format) ?? "");
    const rule =
      columnOf(fill).total === "sum" ? l10n.t("total {0}", text) : l10n.t("avg {0}", text);
    const head = element(
      "button",
      {
        type: "button",
        class: "map-head",
        "aria-expanded": String(!folded.has(key)),
        tabindex: "-1",
      },
      icon("chevron"),
      element("strong", {}, label),
      element("span", { class: "dim" }, l10n.t("{0} of {1}", counts.online, countReported(counts))),
      ...(counts.offline > 0
        ? [element("span", { class: "count-offline" }, l10n.t("{0} offline", counts.offline))]
        : []),
      ...(counts.hot > 0
        ? [element("span", { class: "count-hot" }, l10n.t("{0} hot", counts.hot))]
        : []),
      ...(counts.neverReported > 0
        ? [element("span", { class: "dim" }, l10n.t("{0} never reported", counts.neverReported))]
        : []),
      element("span", { class: "spacer" }),
      element("span", { class: "dim" }, text === "" ? "" : rule),
    );
    head.addEventListener("click", () => this.options.onFold(key));
    return element("div", { role: "rowheader" }, head);
  }

  #scale({ store, fill, groups }: MapScene): FillScale {
    if (columnOf(fill).percent === true) return percentScale;
    const slots = groups.flatMap((group) => group.slots);
    return scaleOf(slots.map((slot) => numberAt(store, fill, slot))) ?? percentScale;
  }

  #fillCell({ store, fill, format, selection }: MapScene, cell: MapCell, scale: FillScale): void {
    const { slot } = cell;
    const state = { presence: store.presence(slot), troubles: store.troubles(slot) };
    const shape = shownHealth(state);
    const node = store.node(slot);
    const value = numberAt(store, fill, slot);
    const over = isOver(state.troubles, fill) && state.presence !== "offline";
    const step = Number.isNaN(value) ? "none" : over ? "over" : `step-${fillStep(value, scale)}`;
    setAttributes(cell.element, {
      class: `map-cell ${shape} ${step}`,
      "aria-selected": String(selection.slots.has(slot)),
      "data-vscode-context": node && nodeContext(node),
    });
    const isOffline = shape === "offline";
    if (isOffline !== (cell.element.firstElementChild !== null)) {
      cell.element.replaceChildren(...(isOffline ? [healthMark("offline")] : []));
    }
    if (!isOffline)
      setText(cell.element, Number.isNaN(value) ? "" : shortValue(fill, value, format));
  }

  #markActive(): void {
    this.#box.querySelector(".active-cell")?.classList.remove("active-cell");
    this.#box.querySelector(`[id="${this.#activeId}"]`)?.removeAttribute("id");
    const cell = this.#cells[this.#active];
    const scene = this.#scene;
    if (cell === undefined || scene === undefined) {
      setAttributes(this.#box, { "aria-activedescendant": undefined });
      return;
    }
    cell.element.id = this.#activeId;
    cell.element.classList.add("active-cell");
    const label = spokenCell(scene.store, cell.slot, scene.fill, scene.format);
    setAttributes(cell.element, { "aria-label": label });
    setAttributes(this.#box, { "aria-activedescendant": this.#activeId });
  }

  #indexOf(target: EventTarget | null): number {
    const found = target instanceof Element ? target.closest(".map-cell") : null;
    return found === null ? -1 : this.#cells.findIndex((cell) => cell.element === found);
  }

  #select(slot: number, extend: boolean, toggle: boolean): void {
    const { selection } = this.#scene ?? { selection: noSelection };
    const order = this.#cells.map((cell) => cell.slot);
    if (extend) this.options.onSelect(selectRange(selection, slot, order));
    else if (toggle) this.options.onSelect(toggleSelected(selection, slot));
    else this.options.onSelect(selectOnly(slot));
  }

  #onClick(event: MouseEvent): void {
    const index = this.#indexOf(event.target);
    const cell = this.#cells[index];
    if (cell === undefined) return;
    this.#active = index;
    this.#select(cell.slot, event.shiftKey, event.ctrlKey || event.metaKey);
    this.#markActive();
  }

  #onDoubleClick(event: MouseEvent): void {
    const cell = this.#cells[this.#indexOf(event.target)];
    if (cell !== undefined) this.options.onOpen([cell.slot], false);
  }

  #onMenu(event: MouseEvent): void {
    const cell = this.#cells[this.#indexOf(event.target)];
    this.#tip.hide();
    if (cell !== undefined && this.#scene?.selection.slots.has(cell.slot) !== true) {
      this.options.onSelect(selectOnly(cell.slot));
    }
  }

  #onHover(event: PointerEvent): void {
    const cell = this.#cells[this.#indexOf(event.target)];
    if (cell === undefined || this.#scene === undefined) this.#tip.hide();
    else this.#tip.show(this.#scene, cell.slot, cell.element);
  }

  #onKey(event: KeyboardEvent): void {
    const cell = this.#cells[this.#active];
    if (event.target !== this.#box || cell === undefined) return;
    const places = this.#cells.map(({ element: each }) => each);
    const next = neighbourOf(event.key, this.#active, places.length, (index) =>
      boxOf(places[index]),
    );
    if (next !== undefined) this.#moveTo(next, event.shiftKey);
    else if (!this.#act(event, cell)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #moveTo(index: number, extend: boolean): void {
    this.#active = index;
    const cell = this.#cells[index];
    cell?.element.scrollIntoView({ block: "nearest" });
    if (extend && cell !== undefined) this.#select(cell.slot, true, false);
    this.#markActive();
    if (cell !== undefined && this.#scene) this.#tip.show(this.#scene, cell.slot, cell.element);
  }

  #act(
    { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
    { slot, element: place }: MapCell,
  ): boolean {
    const withCtrl = ctrlKey || metaKey;
    if (key === "Enter") this.options.onOpen([slot], withCtrl);
    else if (key === " ") this.#select(slot, shiftKey, true);
    else if (key === "a" && withCtrl) {
      this.options.onSelect(selectAll(this.#cells.map((cell) => cell.slot)));
    } else if (key === "Escape") {
      this.#tip.hide();
      this.options.onSelect(noSelection);
    } else if (key === "ContextMenu" || (key === "F10" && shiftKey)) {
      const { left, bottom } = place.getBoundingClientRect();
      const at = {
        clientX: left,
        clientY: bottom,
        bubbles: true,
        cancelable: true,
        composed: true,
      };
      place.dispatchEvent(new MouseEvent("contextmenu", at));
    } else return false;
    return true;
  }
}

/** Pixels, left and right. */
const sidePadding = 20;

function boxOf(place: HTMLElement | undefined) {
  const { left = 0, top = 0 } = place?.getBoundingClientRect() ?? {};
  return { left, top };
}

/** Without its unit: all cells are of one metric. */
function shortValue(fill: FleetColumn, value: number, format: Format): string {
  const text = columnOf(fill).text?.(value, format) ?? "";
  return text.replace(/\s?(?:%|ms|°C)$/, "");
}
