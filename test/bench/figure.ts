/** One line of the table: what something costs, as a multiple of what it could not cost less than. */
export interface Figure {
  readonly what: string;
  /** The floor, measured in the same run. */
  readonly against: string;
  readonly ratio: number;
  /** The ratio should be at most this. */
  readonly goal: number;
  /** Where the numbers themselves matter too. */
  readonly absolute?: Absolute;
}

export interface Absolute {
  readonly value: number;
  readonly floor: number;
  readonly unit: string;
  /** The value should be at most this. */
  readonly goal?: number;
}

/** How a bench, a process of its own, tells its figures to main.ts. */
export function report(figures: readonly Figure[]): void {
  process.stdout.write(JSON.stringify(figures));
}
