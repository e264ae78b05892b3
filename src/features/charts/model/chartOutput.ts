import {
  type ChartAppend,
  type ChartData,
  type ChartNotice,
  type ChartProgress,
  type ChartQuery,
} from "../../../shared/chartApi";
import { clockSlackMs } from "../../../fleet/history/historyWindow";
import { SentRows } from "./sentRows";
import {
  encodeSeries,
  isContinuation,
  type RawSeries,
  type Snapshot,
  mergeMissing,
} from "./snapshot";

/** Messages to the page. */
export interface ChartSink {
  data(data: ChartData): void;
  append(append: ChartAppend): void;
  progress(progress: ChartProgress): void;
  notice(notice: ChartNotice | undefined): void;
}

/** Remembers what was sent to the page, and sends only what differs. */
export class ChartOutput {
  readonly #sent = new SentRows();
  #snapshot: Snapshot | undefined;
  /** The servers that the data are of; undefined while the last query has not been answered. */
  #serverIds: string | undefined;
  /** As written. */
  #notice: string | undefined;

  /** @param now by the clock of the server; undefined: none is there. */
  constructor(
    private readonly sink: ChartSink,
    private readonly now: () => number | undefined,
  ) {}

  /** What is shown: the response to the last query, or to the one before. */
  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  /** Whether the last query has been answered. */
  get loaded(): boolean {
    return this.#serverIds !== undefined;
  }

  /** Another query: what is shown stays until its response comes. */
  expectData(): void {
    this.#serverIds = undefined;
  }

  /** The page was disposed: everything has to be sent again. */
  reset(): void {
    this.#snapshot = undefined;
    this.#serverIds = undefined;
    this.#notice = undefined;
  }

  /**
   * @param serverIds ids of its servers; all is sent again when they change.
   * @param isPartial something could not be loaded: what is shown of it stays.
   */
  show(query: ChartQuery, serverIds: string, response: Snapshot, isPartial = false): void {
    const snapshot = isPartial && this.loaded ? this.#mergeMissing(query, response) : response;
    if (serverIds === this.#serverIds) {
      this.append(query, snapshot);
      return;
    }
    this.#serverIds = serverIds;
    this.#sendAll(query, snapshot);
  }

  append(query: ChartQuery, snapshot: Snapshot): void {
    const { from, to, series } = snapshot;
    // After a clock was set back the charts would otherwise not move until it has caught up.
    const isBack = to < (this.#snapshot?.to ?? -Infinity) - clockSlackMs;
    if (isBack || !this.#isContinuation(series)) {
      this.#sendAll(query, snapshot);
      return;
    }
    const delta = this.#sent.takeDelta(series);
    const isSame = delta.length === 0 && to === this.#snapshot?.to;
    this.#snapshot = snapshot;
    if (isSame) return;
    this.sink.append({ query: query.id, now: this.now(), from, to, series: encodeSeries(delta) });
  }

  /** A server may send other rows for the same time: of another step, or in place of a provisional row. */
  #isContinuation(series: readonly RawSeries[]): boolean {
    const now = new Map(series.map((each) => [each.id, each]));
    const before = this.#snapshot?.series ?? [];
    return before.every((each) => {
      const again = now.get(each.id);
      return again === undefined || isContinuation(each, again);
    });
  }

  #mergeMissing({ span }: ChartQuery, response: Snapshot): Snapshot {
    const before = this.#snapshot;
    const snapshot = mergeMissing(before, response);
    if (span.kind !== "all" || before === undefined || snapshot === response) return snapshot;
    // The span "all" starts with the first row, which may be in the series that stay.
    return { ...snapshot, from: Math.min(before.from, snapshot.from) };
  }

  #sendAll({ id }: ChartQuery, snapshot: Snapshot): void {
    const { series, ...rest } = snapshot;
    this.#snapshot = snapshot;
    this.#sent.reset(series);
    this.sink.data({ query: id, now: this.now(), ...rest, series: encodeSeries(series) });
  }

  /** Only until the query is loaded. */
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
