import { type Clock } from "../../util/clock";

/** How long a tooltip may be read in peace. */
const restMs = 10_000;

/** Rows that are left as they are for a while: a redraw takes away the tooltip of a row. */
export class RestingRows<Row> {
  readonly #until = new Map<Row, number>();

  constructor(private readonly clock: Clock) {}

  add(row: Row): void {
    this.#until.set(row, this.clock.now() + restMs);
  }

  has(row: Row): boolean {
    return this.#until.has(row);
  }

  /**
   * Lets go of those that have rested long enough. They are to be redrawn though they may read the
   * same: VS Code keeps a tooltip for as long as its row, be it for hours.
   */
  takeRested(): readonly Row[] {
    const now = this.clock.now();
    const rested = [...this.#until].filter(([, until]) => until <= now).map(([row]) => row);
    for (const row of rested) this.#until.delete(row);
    return rested;
  }

  clear(): void {
    this.#until.clear();
  }
}
