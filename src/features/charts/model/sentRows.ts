import { type RawSeries, since } from "./snapshot";

/** What the webview has of each series, so that it is sent no more than is new. */
export class SentRows {
  readonly #last = new Map<string, number>();

  reset(series: readonly RawSeries[]): void {
    this.#last.clear();
    this.#note(series);
  }

  /** The rows from the last one sent on, which may have been of a bucket that was not full. */
  news(series: readonly RawSeries[]): readonly RawSeries[] {
    const news = series.flatMap((each) => {
      const last = this.#last.get(each.id) ?? -Infinity;
      const rest = since(each, last);
      return (rest.times.at(-1) ?? -Infinity) > last ? [rest] : [];
    });
    this.#note(news);
    return news;
  }

  #note(series: readonly RawSeries[]): void {
    for (const { id, times } of series) {
      const last = times.at(-1);
      if (last !== undefined) this.#last.set(id, last);
    }
  }
}
