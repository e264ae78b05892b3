import { type Clock } from "../../util/clock";

/** How long a row is held for its tooltip. */
const holdMs = 10_000;

/** Rows that are not redrawn for a while: a redraw would close the tooltip of a row. */
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
   * Removes and returns the rows whose hold has expired. They must be redrawn even with the same text:
   * VS Code caches a tooltip for as long as its row, even for hours.
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
