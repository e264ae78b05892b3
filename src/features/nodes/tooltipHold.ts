import { type Clock } from "../../util/clock";

/** How long a tooltip may be read in peace. */
const holdMs = 10_000;

/** Rows that are left as they are for a while: a redraw takes away the tooltip of a row. */
export class TooltipHold<Row> {
  readonly #until = new Map<Row, number>();

  constructor(private readonly clock: Clock) {}

  hold(row: Row): void {
    this.#until.set(row, this.clock.now() + holdMs);
  }

  has(row: Row): boolean {
    return this.#until.has(row);
  }

  /**
   * Lets go of those that have rested long enough. They are to be redrawn though they may read the
   * same: VS Code keeps a tooltip for as long as its row, be it for hours.
   */
  takeExpired(): readonly Row[] {
    const now = this.clock.now();
    const expired = [...this.#until].filter(([, until]) => until <= now).map(([row]) => row);
    for (const row of expired) this.#until.delete(row);
    return expired;
  }

  clear(): void {
    this.#until.clear();
  }
}
