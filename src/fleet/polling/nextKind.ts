import { type PartKind } from "./pollPolicy";

interface KindWait {
  readonly kind: PartKind;
  /** Milliseconds. */
  readonly wait: number;
}

/** The first kind that is due, but none twice in a row while another is due; otherwise the one that is due next. */
export function nextKind(turns: readonly KindWait[], last: PartKind): PartKind {
  const ready = turns.filter(({ wait }) => wait <= 0);
  if (ready.length > 0) return ready.find(({ kind }) => kind !== last)?.kind ?? last;
  return turns.reduce((soonest, turn) => (turn.wait < soonest.wait ? turn : soonest)).kind;
}
