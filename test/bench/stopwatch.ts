const warmUps = 4;

/** The value below which `share` (0 to 1) of all lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
}

/** Times one thing again and again. The first laps, before V8 has optimised, do not count. */
export class Stopwatch {
  readonly #laps: number[] = [];

  time<T>(run: () => T): T {
    const start = performance.now();
    const result = run();
    this.#laps.push(performance.now() - start);
    return result;
  }

  /** The same for a lap of which `before` milliseconds are over. */
  add(before: number, run: () => void): void {
    const start = performance.now();
    run();
    this.#laps.push(before + performance.now() - start);
  }

  /** Milliseconds. Noise only ever adds, so that the quick laps tell the most. */
  get p25(): number {
    return percentile(this.#laps.slice(warmUps), 0.25);
  }
}

/** So that none pays for another's garbage. Needs node --expose-gc. */
export function collectGarbage(): void {
  global.gc?.();
}
