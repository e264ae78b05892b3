import { type PartKind } from "./pollPolicy";

interface Turn {
  readonly kind: PartKind;
  /** Milliseconds. */
  readonly wait: number;
}

/** The first that need not wait, but no kind twice while another need not either; else what waits least. */
export function whoseTurn(turns: readonly Turn[], last: PartKind): PartKind {
  const ready = turns.filter(({ wait }) => wait <= 0);
  if (ready.length > 0) return ready.find(({ kind }) => kind !== last)?.kind ?? last;
  return turns.reduce((soonest, turn) => (turn.wait < soonest.wait ? turn : soonest)).kind;
}
