import { type PanelState, toggled } from "./panelState";
import { type Section } from "./sections";

type Choice = Pick<PanelState, "hidden" | "isolated">;

/** The line of this chart that hides its others, if there is one. */
function isolatedOf({ isolated }: Choice, lines: readonly string[]): string | undefined {
  return isolated.find((id) => lines.includes(id));
}

/** @param lines of one chart. @returns those that are drawn, in the same order. */
export function visibleLines(choice: Choice, lines: readonly string[]): readonly string[] {
  const alone = isolatedOf(choice, lines);
  if (alone !== undefined) return [alone];
  return lines.filter((id) => !choice.hidden.includes(id));
}

/** Shows or hides a line; beside an isolated one it joins that, and the others stay hidden. */
export function toggleLine(state: PanelState, lines: readonly string[], line: string): PanelState {
  const alone = isolatedOf(state, lines);
  if (alone === line) return withoutIsolated(state, lines);
  if (alone === undefined) return { ...state, hidden: toggled(state.hidden, line) };
  const others = lines.filter((id) => id !== alone && id !== line);
  const elsewhere = state.hidden.filter((id) => !lines.includes(id));
  return { ...withoutIsolated(state, lines), hidden: [...elsewhere, ...others] };
}

/** Shows this line of a chart only; again: all of them. */
export function isolateLine(state: PanelState, lines: readonly string[], line: string): PanelState {
  const again = isolatedOf(state, lines) === line;
  const isolated = state.isolated.filter((id) => !lines.includes(id));
  const hidden = state.hidden.filter((id) => !lines.includes(id));
  return { ...state, hidden, isolated: again ? isolated : [...isolated, line] };
}

function withoutIsolated(state: PanelState, lines: readonly string[]): PanelState {
  return { ...state, isolated: state.isolated.filter((id) => !lines.includes(id)) };
}

/** Ids of the lines of a chart that are drawn, in their order. */
export function visibleIdsOf(
  { lines }: Pick<Section, "lines">,
  state: PanelState,
): readonly string[] {
  const visible = visibleLines(state, lines.map(visibilityKey));
  return lines.filter((line) => visible.includes(visibilityKey(line))).map(({ id }) => id);
}

/** What is hidden by one click: of several nodes all lines of one, in all charts. */
export function visibilityKey({ id, node }: Section["lines"][number]): string {
  return node ?? id;
}
