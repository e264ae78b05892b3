/** A value that stands in a row. */
export interface RowFigure {
  readonly name: string;
  readonly value: RowValue;
  readonly notices: NoticedChange;
}

/** Undefined: not known. Words are shown as they are. */
export type RowValue = number | string | undefined;

/** A change that a reader notices: 3 points of a percentage, 30 % of an amount, or any. */
export type NoticedChange = "points" | "ratio" | "any";

const minPoints = 3;
const minRatio = 0.3;

/**
 * Whether a reader would notice: 3 points of a percentage, 30 % of the larger amount, so that back
 * and forth are judged alike, or any word.
 */
export function differNoticeably(shown: readonly RowFigure[], now: readonly RowFigure[]): boolean {
  return shown.length !== now.length || shown.some((figure, index) => differs(figure, now[index]));
}

export function areEqual(shown: readonly RowFigure[], now: readonly RowFigure[]): boolean {
  return (
    shown.length === now.length &&
    shown.every(({ name, value }, index) => {
      const other = now[index];
      return other?.name === name && other.value === value;
    })
  );
}

function differs({ name, value: before, notices }: RowFigure, now: RowFigure | undefined): boolean {
  if (now?.name !== name) return true;
  if (typeof before !== "number" || typeof now.value !== "number") return before !== now.value;
  const distance = Math.abs(now.value - before);
  switch (notices) {
    case "points":
      return distance >= minPoints;
    case "ratio":
      return distance > 0 && distance >= minRatio * Math.max(Math.abs(before), Math.abs(now.value));
    case "any":
      return distance > 0;
  }
}
