import { type RawSeries, since } from "./snapshot";

/** The last row of a series that was sent. */
interface LastRow {
  readonly time: number;
  readonly values: ReadonlyMap<string, number>;
}

/** The last row of each series that the page has, to send only newer ones. */
export class SentRows {
  readonly #last = new Map<string, LastRow>();

  reset(series: readonly RawSeries[]): void {
    this.#last.clear();
    this.#remember(series);
  }

  /** The rows from the last one sent on, whose bucket may not have been full; none if nothing changed. */
  takeDelta(series: readonly RawSeries[]): readonly RawSeries[] {
    const delta = series.flatMap((each) => {
      const last = this.#last.get(each.id);
      const rest = since(each, last?.time ?? -Infinity);
      return rest.times.length === 0 || isSame(last, lastRowOf(rest)) ? [] : [rest];
    });
    this.#remember(delta);
    return delta;
  }

  #remember(series: readonly RawSeries[]): void {
    for (const each of series) {
      const last = lastRowOf(each);
      if (last !== undefined) this.#last.set(each.id, last);
    }
  }
}

function lastRowOf({ times, lines }: RawSeries): LastRow | undefined {
  const time = times.at(-1);
  if (time === undefined) return undefined;
  return { time, values: new Map(lines.map(({ id, values }) => [id, values.at(-1) ?? NaN])) };
}

function isSame(one: LastRow | undefined, other: LastRow | undefined): boolean {
  if (one === undefined || one.time !== other?.time) return false;
  return [...other.values].every(([id, value]) => Object.is(one.values.get(id), value));
}
