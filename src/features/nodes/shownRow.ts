import { type Row } from "../../platform/treeRow";

/** What is remembered of a row on screen. */
export interface ShownRow {
  readonly text: string;
  readonly icon: string | undefined;
}

export function shownRow(row: Row): ShownRow {
  return { text: JSON.stringify(row), icon: row.icon?.id };
}

/** @param resting its tooltip is being read: figures may wait for that, online or not may not. */
export function readsDifferently(shown: ShownRow, row: Row, resting: boolean): boolean {
  const now = shownRow(row);
  return resting ? shown.icon !== now.icon : shown.text !== now.text;
}
