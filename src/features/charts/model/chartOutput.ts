import {
  type ChartAppend,
  type ChartData,
  type ChartNotice,
  type ChartProgress,
  type ChartQuery,
} from "../../../shared/chartApi";
import { clockSlackMs } from "../../../fleet/history/historyWindow";
import {
  encodeSeries,
  isContinuation,
  type RawSeries,
  type Snapshot,
  mergeMissing,
  since,
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
  /** The servers that the data are of; undefined while the last query has no data. */
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

  /** Whether the last query has data. */
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
    const { from, to, series, startedAt } = snapshot;
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
    const rows = { from, to, startedAt, series: encodeSeries(delta) };
    this.sink.append({ query: query.id, now: this.now(), ...rows });
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
