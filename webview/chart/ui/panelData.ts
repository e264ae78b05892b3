import { type ChartAppend, type ChartData, type OtherLine } from "../../../src/shared/chartApi";
import { type TimeRange } from "../../../src/shared/times";
import { type Line } from "../data/line";
import { LineStore } from "../data/lineStore";
import { type LineStats } from "../data/stats";
import { StatsCache } from "../state/statsCache";
import { ServerClock } from "./serverClock";

/** What the host has sent, and what follows from it. */
export class PanelData {
  readonly store = new LineStore();
  readonly clock = new ServerClock();
  readonly #stats = new StatsCache();
  #last: Pick<ChartData, "query" | "others" | "sampled"> | undefined;
  /** Names of all nodes that the host ever sent: those of lines and those that could be some. */
  readonly #names = new Map<string, string>();

  /** The query that was answered last; undefined: none yet. */
  get query(): number | undefined {
    return this.#last?.query;
  }

  /** The range of the data; undefined until the first response. */
  get held(): TimeRange | undefined {
    return this.#last === undefined ? undefined : { from: this.store.from, to: this.store.to };
  }

  get others(): readonly OtherLine[] {
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
