import {
  type ChartAppend,
  type ChartData,
  type ChartNotice,
  type ChartProgress,
  type ChartQuery,
} from "../../../shared/chartApi";
import { clockSlackMs } from "../../../fleet/history/historyWindow";
import { SentRows } from "./sentRows";
import { encodeSeries, goesOnFrom, type RawSeries, type Snapshot, withRestOf } from "./snapshot";

/** What the panel is told. */
export interface ChartSink {
  data(data: ChartData): void;
  append(append: ChartAppend): void;
  progress(progress: ChartProgress): void;
  notice(notice: ChartNotice | undefined): void;
}

/** Knows what the page has been told, so that it is told no more than differs. */
export class ChartOutput {
  readonly #sent = new SentRows();
  #snapshot: Snapshot | undefined;
  /** The servers that the data are of; undefined while the last query has not been answered. */
  #from: string | undefined;
  /** As written. */
  #notice: string | undefined;

  /** @param now by the clock of the server; undefined: none is there. */
  constructor(
    private readonly sink: ChartSink,
    private readonly now: () => number | undefined,
  ) {}

  /** What is shown: the answer to the last query, or to the one before. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** Whether the last query has been answered. */
  get loaded(): boolean {
    return this.#from !== undefined;
  }

  /** Another query: what is shown stays until its answer comes. */
  expectData(): void {
    this.#from = undefined;
  }

  /** The page is gone, and all that it was told. */
  forget(): void {
    this.#snapshot = undefined;
    this.#from = undefined;
    this.#notice = undefined;
  }

  /**
   * @param from the servers that it is of: others than before make it all new.
   * @param isPart something could not be had: what is shown of it stays.
   */
  show(query: ChartQuery, from: string, answer: Snapshot, isPart = false): void {
    const snapshot = isPart && this.loaded ? this.#withRest(query, answer) : answer;
    if (from === this.#from) {
      this.append(query, snapshot);
      return;
    }
    this.#from = from;
    this.#renew(query, snapshot);
  }

  append(query: ChartQuery, snapshot: Snapshot): void {
    const { from, to, series } = snapshot;
    // A clock that was set back: what is shown would otherwise stand still until it has caught up.
    const isBack = to < (this.#snapshot?.to ?? -Infinity) - clockSlackMs;
    if (isBack || !this.#goesOn(series)) {
      this.#renew(query, snapshot);
      return;
    }
    const news = this.#sent.news(series);
    const isSame = news.length === 0 && to === this.#snapshot?.to;
    this.#snapshot = snapshot;
    if (isSame) return;
    this.sink.append({ query: query.id, now: this.now(), from, to, series: encodeSeries(news) });
  }

  /** A server may tell the same time in other rows: of another step, or in place of a row that was for now only. */
  #goesOn(series: readonly RawSeries[]): boolean {
    const now = new Map(series.map((each) => [each.id, each]));
    const before = this.#snapshot?.series ?? [];
    return before.every((each) => {
      const again = now.get(each.id);
      return again === undefined || goesOnFrom(each, again);
    });
  }

  #withRest({ span }: ChartQuery, answer: Snapshot): Snapshot {
    const before = this.#snapshot;
    const snapshot = withRestOf(before, answer);
    if (span.kind !== "all" || before === undefined || snapshot === answer) return snapshot;
    // All there is begins with the first row, which may be of what stays.
    return { ...snapshot, from: Math.min(before.from, snapshot.from) };
  }

  #renew({ id }: ChartQuery, snapshot: Snapshot): void {
    const { series, ...rest } = snapshot;
    this.#snapshot = snapshot;
    this.#sent.reset(series);
    this.sink.data({ query: id, now: this.now(), ...rest, series: encodeSeries(series) });
  }

  /** For as long as there is nothing else to see of the query. */
  progress(progress: ChartProgress): void {
    if (!this.loaded) this.sink.progress(progress);
  }

  notice(notice: ChartNotice | undefined): void {
    const text = notice && JSON.stringify(notice);
    if (text === this.#notice) return;
    this.#notice = text;
    this.sink.notice(notice);
  }
}
