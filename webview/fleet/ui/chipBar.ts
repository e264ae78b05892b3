import * as l10n from "@vscode/l10n";
import { type FleetState, type Narrowing } from "../../../src/shared/fleet/fleetChoices";
import { keepOneTabStop, watchArrows } from "../../lib/buttonRow";
import { button, element, reconcileKeepingFocus, setAttributes, setText } from "../../lib/dom";
import { healthMark, type HealthShape } from "../../lib/healthIcon";
import {
  type ChipState,
  chipStates,
  isSame,
  type NarrowingCount,
  type StateCounts,
} from "../state/chips";

export interface ChipBarView {
  readonly counts: StateCounts;
  readonly narrowings: readonly NarrowingCount[];
  readonly state: FleetState;
  readonly narrowedTo: readonly Narrowing[];
}

interface ChipBarOptions {
  readonly onState: (state: FleetState) => void;
  readonly onNarrow: (narrowedTo: readonly Narrowing[]) => void;
}

/** Buttons with counts that narrow the nodes down: one state, and any tags or groups. */
export class ChipBar {
  readonly element = element("div", {
    class: "chips",
    role: "toolbar",
    "aria-label": l10n.t("Show"),
  });
  readonly #states: ReadonlyMap<ChipState, Chip>;
  readonly #narrowings = new Map<string, Chip>();
  #view: ChipBarView | undefined;

  constructor(private readonly options: ChipBarOptions) {
    this.#states = new Map(
      chipStates.map((state) => [
        state,
        new Chip(labelOf(state), () => this.#toggle(state), state),
      ]),
    );
    watchArrows(this.element);
  }

  update(view: ChipBarView): void {
    this.#view = view;
    for (const [state, chip] of this.#states) chip.update(view.counts[state], view.state === state);
    const states = [...this.#states.values()].map((chip) => chip.element);
    const chips = [...states, ...view.narrowings.map((each) => this.#narrowing(each, view))];
    reconcileKeepingFocus(this.element, chips);
    keepOneTabStop(chips);
  }

  #narrowing({ by, value, count }: NarrowingCount, { narrowedTo }: ChipBarView): HTMLElement {
    const narrowing = { by, value };
    const key = `${by} ${value}`;
    const label = by === "tag" ? l10n.t("Tag: {0}", value) : l10n.t("Group: {0}", value);
    const chip =
      this.#narrowings.get(key) ?? new Chip(label, () => this.#toggleNarrowing(narrowing));
    this.#narrowings.set(key, chip);
    chip.update(
      count,
      narrowedTo.some((each) => isSame(each, narrowing)),
    );
    return chip.element;
  }

  /** A second click shows all again. */
  #toggle(state: ChipState): void {
    this.options.onState(this.#view?.state === state ? "all" : state);
  }

  #toggleNarrowing(narrowing: Narrowing): void {
    const { narrowedTo = [] } = this.#view ?? {};
    const others = narrowedTo.filter((each) => !isSame(each, narrowing));
    this.options.onNarrow(others.length < narrowedTo.length ? others : [...others, narrowing]);
  }
}

const shapes: Readonly<Partial<Record<ChipState, HealthShape>>> = {
  trouble: "hot",
  offline: "offline",
  expiring: "expiring",
};

class Chip {
  readonly element: HTMLButtonElement;
  readonly #count = element("span", { class: "chip-count" });

  constructor(label: string, onClick: () => void, state?: ChipState) {
    const shape = state && shapes[state];
    this.element = button({
      ...(shape && { icon: healthMark(shape) }),
      class: `chip ${state ?? ""}`,
      title: label,
      onClick: () => {
        if (this.element.getAttribute("aria-disabled") !== "true") onClick();
      },
    });
    this.element.append(element("span", { class: "chip-label" }, label), " ", this.#count);
  }

  /** One that nothing is in stays in its place; one that is on can always be switched off. */
  update(count: number, isOn: boolean): void {
    setText(this.#count, String(count));
    setAttributes(this.element, {
      "aria-pressed": String(isOn),
      "aria-disabled": String(count === 0 && !isOn),
    });
  }
}

function labelOf(state: ChipState): string {
  switch (state) {
    case "all":
      return l10n.t("All");
    case "online":
      return l10n.t("Online");
    case "trouble":
      return l10n.t("Trouble");
    case "offline":
      return l10n.t("Offline");
    case "neverReported":
      return l10n.t("Never reported");
    case "expiring":
      return l10n.t("Expiring");
  }
}
