import * as l10n from "@vscode/l10n";
import { type NodeState } from "../../../src/shared/nodes/presence";
import { button, element, newId, setAttributes, setText } from "../../lib/dom";
import { healthIcon } from "../../lib/healthIcon";
import { icon } from "../../lib/icons";

export interface AttentionEntry extends NodeState {
  readonly slot: number;
  readonly name: string;
  readonly reason: string;
}

interface AttentionView {
  /** How many there is room for. */
  readonly columns: number;
  readonly unfolded: boolean;
  /** How many agents are older than the newest. */
  readonly oldAgents: number;
  readonly newestAgent: string;
}

interface AttentionStripOptions {
  readonly onToggle: (unfolded: boolean) => void;
  readonly onOpen: (slot: number) => void;
  readonly onShowAll: () => void;
  readonly onShowAgents: () => void;
}

const rows = 2;

/** The nodes in trouble, the worst first: as many as two rows hold. */
export class AttentionStrip {
  readonly element: HTMLElement;
  readonly #count = element("span", { class: "dim" });
  readonly #toggle: HTMLButtonElement;
  readonly #list: HTMLElement;
  readonly #agents: HTMLButtonElement;
  #shown = "";

  constructor(private readonly options: AttentionStripOptions) {
    this.#agents = button({ text: " ", class: "link", onClick: () => options.onShowAgents() });
    const id = newId();
    const title = l10n.t("Needs attention");
    this.#toggle = button({
      icon: icon("chevron"),
      class: "attention-head",
      onClick: () => options.onToggle(this.#toggle.getAttribute("aria-expanded") !== "true"),
    });
    this.#toggle.append(element("strong", {}, title), " ", this.#count);
    this.#toggle.setAttribute("aria-controls", id);
    this.#list = element("ul", { class: "attention-list", id });
    this.element = element(
      "section",
      { class: "attention", "aria-label": title },
      element("div", { class: "attention-line" }, this.#toggle, this.#agents),
      this.#list,
    );
  }

  update(entries: readonly AttentionEntry[], view: AttentionView): void {
    const { columns, unfolded, oldAgents, newestAgent } = view;
    this.element.hidden = entries.length === 0 && oldAgents === 0;
    const text =
      oldAgents === 1
        ? l10n.t("1 agent older than {0}", newestAgent)
        : l10n.t("{0} agents older than {1}", oldAgents, newestAgent);
    setText(this.#agents, text);
    this.#agents.hidden = oldAgents === 0;
    setText(this.#count, String(entries.length));
    setAttributes(this.#toggle, { "aria-expanded": String(unfolded) });
    this.#list.hidden = !unfolded;
    if (!unfolded) return;
    const room = columns * rows;
    const shown = entries.length <= room ? entries : entries.slice(0, room - 1);
    const key = JSON.stringify([columns, entries.length, shown]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#draw(shown, entries.length - shown.length, columns);
  }

  #draw(shown: readonly AttentionEntry[], more: number, columns: number): void {
    const buttons = () => [...this.#list.querySelectorAll("button")];
    const focused = buttons().findIndex((each) => each === document.activeElement);
    this.#list.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
    const text = l10n.t("{0} more", more);
    const all = button({ text, class: "link", onClick: () => this.options.onShowAll() });
    const items = [...shown.map((entry) => this.#node(entry)), ...(more > 0 ? [all] : [])];
    this.#list.replaceChildren(...items.map((item) => element("li", {}, item)));
    if (focused >= 0) buttons()[focused]?.focus();
  }

  #node({ slot, name, reason, presence, troubles }: AttentionEntry): HTMLElement {
    const open = button({
      icon: healthIcon({ presence, troubles }),
      class: "attention-node",
      title: `${name}: ${reason}`,
      onClick: () => this.options.onOpen(slot),
    });
    open.append(
      element("span", { class: "attention-name" }, name),
      " ",
      element("span", { class: "dim" }, reason),
    );
    return open;
  }
}

/** Columns of the list by the width of the page, pixels. */
export function attentionColumns(width: number): number {
  if (width < 560) return 2;
  return width < 700 ? 3 : 4;
}
