import { type PanelState } from "./panelState";
import { type Section } from "./sections";
import { visibleLines } from "./visibility";

/** Ids of the lines of a chart that are drawn, in their order. */
export function visibleIdsOf({ lines }: Section, state: PanelState): readonly string[] {
  return visibleLines(state, idsOf(lines));
}

export function idsOf(lines: Section["lines"]): readonly string[] {
  return lines.map(({ id }) => id);
}
