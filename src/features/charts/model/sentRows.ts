import { type RawSeries, since } from "./snapshot";

/** The last row of a series that was sent. */
interface LastRow {
  readonly time: number;
  readonly values: ReadonlyMap<string, number>;
}

/** What the webview has of each series, so that it is sent no more than is new. */
export class SentRows {
  readonly #last = new Map<string, LastRow>();

  reset(series: readonly RawSeries[]): void {
    this.#last.clear();
    this.#note(series);
  }

  /** The rows from the last one sent on, whose bucket may not have been full; nothing if it still reads the same. */
  news(series: readonly RawSeries[]): readonly RawSeries[] {
    const news = series.flatMap((each) => {
      const last = this.#last.get(each.id);
      const rest = since(each, last?.time ?? -Infinity);
      return rest.times.length === 0 || isSame(last, lastRowOf(rest)) ? [] : [rest];
    });
    this.#note(news);
    return news;
  }

  #note(series: readonly RawSeries[]): void {
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
