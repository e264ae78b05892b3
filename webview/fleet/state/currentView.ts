import {
  type FleetView,
  readFleetView,
  type SavedView,
} from "../../../src/shared/fleet/fleetChoices";

export interface CurrentView {
  readonly name: string;
  /** Something was chosen differently since. */
  readonly changed: boolean;
}

/** The saved view that is shown: the one that is equal to what is chosen, else the one last chosen. */
export function currentView(
  views: readonly SavedView[],
  choices: FleetView & { readonly view: string | undefined },
): CurrentView | undefined {
  const shown = textOf(choices);
  const equal = views.filter((view) => textOf(view) === shown);
  const last = views.find(({ name }) => name === choices.view);
  const view = last !== undefined && equal.includes(last) ? last : (equal[0] ?? last);
  return view && { name: view.name, changed: equal.length === 0 };
}

/** The same for equal views. */
function textOf(view: FleetView): string {
  return JSON.stringify(readFleetView(view));
}
