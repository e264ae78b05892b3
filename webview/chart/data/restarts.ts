import { metrics } from "../../../src/shared/metrics";
import { type Line } from "./line";

/** A fall by less than this share of the counter is the coarseness of 32-bit floats. */
const minFall = 2 ** -20;

/**
 * Finds where counters fell back, in lines of one series that become longer: what was looked at
 * before is not looked at again. Falls of several counters, or of neighbouring rows, are one: the
 * average over a restart lies between what was before and after.
 */
export class RestartFinder {
  readonly #found: number[] = [];
  readonly #latest = new Map<string, number>();
  #next = 0;
  #lastFall = -Infinity;

  find(lines: readonly Line[]): readonly number[] {
    const times = lines[0]?.times ?? new Float64Array(0);
    const falls = new Set<number>();
    for (const line of lines) {
      if ("counter" in metrics[line.metric]) this.#look(line, falls);
    }
    this.#next = times.length;
    for (const index of [...falls].sort((a, b) => a - b)) {
      if (index > this.#lastFall + 1) this.#found.push(times[index] ?? NaN);
      this.#lastFall = index;
    }
    return [...this.#found];
  }

  #look({ id, values }: Line, falls: Set<number>): void {
    let before = this.#latest.get(id) ?? -Infinity;
    for (let index = this.#next; index < values.length; index++) {
      const value = values[index] ?? NaN;
      if (Number.isNaN(value)) continue;
      if (value < before - Math.abs(before) * minFall) falls.add(index);
      before = value;
    }
    this.#latest.set(id, before);
  }
}
