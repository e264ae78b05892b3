import * as l10n from "@vscode/l10n";
import { type FleetColumn } from "../../../src/shared/fleet/fleetChoices";
import { type Format } from "../../../src/shared/format";
import { presenceText } from "../../../src/shared/nodes/presenceText";
import { element } from "../../lib/dom";
import { healthIcon } from "../../lib/healthIcon";
import { type FleetStore } from "../data/fleetStore";
import { attentionText } from "../state/attention";
import { cellText, columnOf } from "../state/columnTable";
import { isOver } from "../state/overThreshold";
import { createSparkline, drawSparkline } from "./sparkline";

interface TipScene {
  readonly store: FleetStore;
  readonly format: Format;
}

const delayMs = 300;
const gap = 4;
const lines = ["cpu", "memory", "disk", "network", "traffic", "ping", "uptime"] as const;

/** What is known of the node under the pointer. Opens below its cell, never over it. */
export class NodeTip {
  readonly element = element("div", { class: "node-tip", popover: "manual", role: "tooltip" });
  #timer: number | undefined;
  #shown: { readonly slot: number; readonly at: HTMLElement } | undefined;

  show(scene: TipScene, slot: number, at: HTMLElement): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#open(scene, slot, at), this.#shown ? 0 : delayMs);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#shown = undefined;
    if (this.element.matches(":popover-open")) this.element.hidePopover();
  }

  /** The values of the node may be others. */
  refresh(scene: TipScene): void {
    if (this.#shown !== undefined) this.#draw(scene, this.#shown.slot);
  }

  #open(scene: TipScene, slot: number, at: HTMLElement): void {
    if (!at.isConnected) return;
    this.#shown = { slot, at };
    this.#draw(scene, slot);
    this.element.showPopover();
    const { left, top, bottom } = at.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.element;
    const room = document.documentElement.clientWidth - offsetWidth - gap;
    const below = bottom + gap + offsetHeight <= window.innerHeight;
    this.element.style.left = `${Math.max(gap, Math.min(left, room))}px`;
    this.element.style.top = `${below ? bottom + gap : Math.max(gap, top - gap - offsetHeight)}px`;
  }

  #draw({ store, format }: TipScene, slot: number): void {
    const node = store.node(slot);
    if (node === undefined) {
      this.hide();
      return;
    }
    const state = { presence: store.presence(slot), troubles: store.troubles(slot) };
    const about = [node.group, attentionText(store, slot, format) ?? presenceText(state.presence)];
    const known = about.filter((part) => part !== undefined && part !== "").join(" · ");
    this.element.replaceChildren(
      element(
        "div",
        { class: "tip-head" },
        healthIcon(state),
        element("strong", {}, node.name),
        element("span", { class: "dim" }, known),
      ),
      ...lines.flatMap((id) => this.#line(store, id, slot, format)),
    );
  }

  #line(store: FleetStore, id: FleetColumn, slot: number, format: Format): readonly HTMLElement[] {
    const text = cellText(store, id, slot, format);
    if (text === undefined) return [];
    const upload = store.figure("networkOut", slot);
    const isNetwork = id === "network" && !Number.isNaN(upload);
    const value = isNetwork ? `↓ ${text} ↑ ${format.shortRate(upload)}` : text;
    const over = isOver(store.troubles(slot), id) ? "over" : "";
    const line = id === "cpu" ? createSparkline() : undefined;
    if (line !== undefined) drawSparkline(line, store.trail(slot));
    const picture = line ?? barOf(store, id, slot);
    return [
      element(
        "div",
        { class: `tip-line ${over} ${picture === undefined ? "plain" : ""}` },
        element("span", { class: "dim" }, columnOf(id).label()),
        picture,
        element(
          "span",
          { class: "value" },
          id === "ping" ? withLoss(store, slot, value, format) : value,
        ),
      ),
    ];
  }
}

function withLoss(store: FleetStore, slot: number, ping: string, format: Format): string {
  const loss = store.figure("loss", slot);
  return Number.isNaN(loss) ? ping : l10n.t("{0}, {1} lost", ping, format.loss(loss));
}

function barOf(store: FleetStore, id: FleetColumn, slot: number): HTMLElement | undefined {
  const percent = columnOf(id).bar?.(store, slot) ?? NaN;
  if (Number.isNaN(percent)) return undefined;
  const fill = element("span", { class: "fill" });
  fill.style.width = `${Math.min(100, Math.max(0, percent))}%`;
  return element("span", { class: "bar", "aria-hidden": "true" }, fill);
}
