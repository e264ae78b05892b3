import {
  type ChartAppend,
  type ChartData,
  type ChartNotice,
  type ChartProgress,
  type OtherNode,
} from "../../../src/shared/chartApi";
import { isHindrance } from "../state/waiting";
import { type PanelNotices } from "./panelNotices";
import { type Queries } from "./queries";
import { type TimeRange } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { LineStore } from "../data/lineStore";
import { type LineStats, StatsCache } from "../data/stats";

interface FeedEvents {
  readonly onChange: () => void;
}

/** Receives what the host sends; data and progress count only for the newest query. */
export class PanelFeed {
  #data = new PanelData();
  /** The data are of the previous subject: they stay while the response takes only a moment. */
  #isPrevious = false;

  constructor(
    private readonly queries: Queries,
    private readonly notices: PanelNotices,
    private readonly events: FeedEvents,
  ) {}

  get data(): PanelData {
    return this.#data;
  }

  /** Another subject is shown from here on. */
  markPrevious(): void {
    this.#isPrevious = true;
    this.notices.setHost(undefined);
  }

  dropPrevious(): void {
    if (this.#isPrevious) this.#data = new PanelData();
    this.#isPrevious = false;
  }

  setData(data: ChartData): void {
    if (!this.queries.isNewest(data.query)) return;
    this.queries.complete();
    this.dropPrevious();
    this.#data.set(data);
    this.events.onChange();
  }

  append(append: ChartAppend): void {
    if (!this.queries.isNewest(append.query) || this.queries.waiting) return;
    this.#data.append(append);
    this.events.onChange();
  }

  setProgress(progress: ChartProgress): void {
    if (!this.queries.isNewest(progress.query)) return;
    this.queries.setProgress(progress);
    this.events.onChange();
  }

  setNotice(notice: ChartNotice | undefined): void {
    const query = notice?.query;
    if (query !== undefined && !this.queries.isNewest(query)) return;
    if (query !== undefined) this.queries.complete();
    else if (isHindrance(notice)) this.queries.clearProgress();
    if (notice !== undefined) this.dropPrevious();
    this.notices.setHost(notice);
    this.events.onChange();
  }
}

/** What the host has sent, and what follows from it. */
export class PanelData {
  readonly store = new LineStore();
  readonly clock = new ServerClock();
  readonly #stats = new StatsCache();
  #last: Pick<ChartData, "query" | "others" | "sampled"> | undefined;
  /** Names of all nodes that the host ever sent: those of lines and those that could be some. */
  readonly #names = new Map<string, string>();

  /** The query that the data are of; undefined: none yet. */
  get query(): number | undefined {
    return this.#last?.query;
  }

  /** The range of the data; undefined until the first response. */
  get held(): TimeRange | undefined {
    return this.#last === undefined ? undefined : { from: this.store.from, to: this.store.to };
  }

  get others(): readonly OtherNode[] {
    return this.#last?.others ?? [];
  }

  get sampled(): boolean {
    return this.#last?.sampled ?? false;
  }

  set(data: ChartData): void {
    const { query, now, others, sampled } = data;
    this.#last = { query, others, sampled };
    this.store.set(data);
    if (now !== undefined) this.clock.set(now);
    for (const { id, name } of others) this.#names.set(id, name);
    for (const { id, name } of this.store.lines) if (name !== undefined) this.#names.set(id, name);
  }

  append(append: ChartAppend): void {
    this.store.append(append);
    if (append.now !== undefined) this.clock.set(append.now);
  }

  nameOf(line: string): string | undefined {
    return this.#names.get(line);
  }

  statsOf(line: Line, range: TimeRange): LineStats {
    return this.#stats.get(line, range);
  }
}

/** The server's clock, as the host knows it; between two messages it goes on by monotonic time. */
export class ServerClock {
  #aheadMs: number | undefined;

  /** @param now by the server's clock, milliseconds since the epoch. */
  set(now: number): void {
    this.#aheadMs = now - performance.now();
  }

  /** Milliseconds since the epoch; the computer's until the server's is known. */
  now(): number {
    return this.#aheadMs === undefined ? Date.now() : performance.now() + this.#aheadMs;
  }
}
