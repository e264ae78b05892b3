/** The selected nodes, by slot. */
export interface Selection {
  readonly slots: ReadonlySet<number>;
  /** Where a range begins that Shift extends. */
  readonly anchor: number | undefined;
}

export const noSelection: Selection = { slots: new Set(), anchor: undefined };

export function selectOnly(slot: number): Selection {
  return { slots: new Set([slot]), anchor: slot };
}

export function toggleSelected(selection: Selection, slot: number): Selection {
  const slots = new Set(selection.slots);
  if (!slots.delete(slot)) slots.add(slot);
  return { slots, anchor: slot };
}

/** From the anchor to the slot, in the order of the rows; folded rows in between are left out. */
export function selectRange(
  { anchor }: Selection,
  slot: number,
  shown: readonly number[],
): Selection {
  const to = shown.indexOf(slot);
  const from = anchor === undefined ? to : shown.indexOf(anchor);
  if (from < 0 || to < 0) return selectOnly(slot);
  const slots = shown.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { slots: new Set(slots), anchor: shown[from] };
}

export function selectAll(shown: readonly number[]): Selection {
  return { slots: new Set(shown), anchor: shown[0] };
}

/** Without nodes that are gone, or no longer shown. */
export function keepSelected(selection: Selection, shown: ReadonlySet<number>): Selection {
  const { slots, anchor } = selection;
  const kept = [...slots].filter((slot) => shown.has(slot));
  if (kept.length === slots.size) return selection;
  return {
    slots: new Set(kept),
    anchor: anchor !== undefined && shown.has(anchor) ? anchor : undefined,
  };
}
