import { type CoveredRange } from "../../komari/model/model";
import { type TimeRange } from "../../shared/times";
import { type ByteBudget } from "./byteBudget";
import { clockSlackMs, coveredBy, type HistoryWindow, rangeOf } from "./historyWindow";
import { finestStepMs, type RangeKind } from "./rangeKind";
import { type FetchOptions, SharedRequests, type RequestOptions } from "./sharedRequests";

/** Records of a time range. */
export interface CachedRange<T> extends TimeRange {
  readonly data: T;
  /** The server left rows out. */
  readonly sampled: boolean;
  /** The range that the server's own statistics cover. */
  readonly counted: TimeRange;
  /** Time of the last request, by the server's clock. */
  readonly requestedAt: number;
}

export interface RangeRequest<T> {
  /** Server, nodes and fields. */
  readonly scope: string;
  /** Scopes whose records include these. */
  readonly widerScopes: readonly string[];
  readonly window: HistoryWindow;
  /** By the server's clock. */
  readonly now: number;
  readonly rowLimit: number;
  readonly fetch: (window: FetchWindow, options: FetchOptions) => Promise<T>;
}

/** The records of a window, or all since a time. */
export type FetchWindow = HistoryWindow | { readonly kind: "since"; readonly start: number };

interface Entry<T> extends CachedRange<T> {
  readonly window: HistoryWindow;
  readonly finest: boolean;
}

/** A response this recent is up to date: no server keeps finer steps. */
const freshMs = 50_000;

/** Caches records by time range and shares requests that are pending. */
export class RangeCache<T extends CoveredRange> {
  readonly #entries = new Map<string, readonly Entry<T>[]>();
  readonly #requests = new SharedRequests<CachedRange<T>>();

  constructor(
    private readonly kind: RangeKind<T>,
    private readonly budget: ByteBudget,
  ) {}

  async get(request: RangeRequest<T>, options: RequestOptions): Promise<CachedRange<T>> {
    const range = rangeOf(request.window, request.now);
    const cached = this.#findCovering(request, range);
    if (cached !== undefined) return this.#sliceOf(cached, range);
    const partial = this.#findExtendable(request, range);
    const key = JSON.stringify([request.scope, request.window]);
    return this.#requests.get(key, options, (fetchOptions) =>
      partial === undefined
        ? this.#fetchWhole(request, range, fetchOptions)
        : this.#fetchTail(request, partial, range, fetchOptions),
    );
  }

  /** Drops the scopes that do not begin with one of these. */
  keepOnly(prefixes: readonly string[]): void {
    for (const [scope, entries] of this.#entries) {
      if (prefixes.some((prefix) => scope.startsWith(prefix))) continue;
      for (const entry of entries) this.budget.remove(entry);
      this.#entries.delete(scope);
    }
  }

  #findCovering(request: RangeRequest<T>, range: TimeRange): Entry<T> | undefined {
    const scopes = [request.scope, ...request.widerScopes];
    return scopes
      .flatMap((scope) => this.#entries.get(scope) ?? [])
      .find(
        (entry) =>
          hasSameRows(entry, request.window, range) && reachesEnd(entry, request, range.to),
      );
  }

  /**
   * Reaches back far enough, and is recent enough that most of the range need not be requested. Never for rows
   * in coarser steps: servers return finer steps for short ranges than for long ones, and statistics over
   * both would count a minute as much as a day.
   */
  #findExtendable({ scope, window }: RangeRequest<T>, range: TimeRange): Entry<T> | undefined {
    if (window.kind !== "last") return undefined;
    const minEnd = range.from + (range.to - range.from) / 2;
    return this.#entries
      .get(scope)
      ?.find(
        (entry) =>
          hasSameRows(entry, window, range) && entry.finest && !entry.sampled && entry.to >= minEnd,
      );
  }

  /** A cached range may end earlier than the requested one: then the result is shifted back to its end. */
  #sliceOf(entry: Entry<T>, range: TimeRange): CachedRange<T> {
    this.budget.touch(entry);
    const { sampled, counted, requestedAt } = entry;
    const delayMs = Math.max(0, range.to - entry.to);
    const shifted = { from: range.from - delayMs, to: range.to - delayMs };
    return {
      ...shifted,
      data: this.kind.slice(entry.data, shifted),
      sampled,
      counted,
      requestedAt,
    };
  }

  async #fetchWhole(request: RangeRequest<T>, range: TimeRange, options: FetchOptions) {
    const data = await request.fetch(request.window, options);
    const corrected = correctedRange(request.window, range, data);
    const requestedAt = request.now + (corrected.to - range.to);
    const counted = coveredBy(data, corrected);
    return this.#store(request, corrected, {
      data,
      counted,
      window: request.window,
      requestedAt,
      sampled: this.kind.rows(data) >= request.rowLimit,
    });
  }

  async #fetchTail(
    request: RangeRequest<T>,
    partial: Entry<T>,
    range: TimeRange,
    options: FetchOptions,
  ): Promise<CachedRange<T>> {
    const start = this.kind.lastTime(partial.data) ?? partial.to;
    const tail = await request.fetch({ kind: "since", start }, options);
    if (!this.kind.hasStepOf(partial.data, tail)) return this.#fetchWhole(request, range, options);
    const data = this.kind.extend(partial.data, tail);
    this.#remove(request.scope, partial);
    const { counted, sampled } = partial;
    return this.#store(request, range, {
      counted,
      sampled,
      window: request.window,
      requestedAt: request.now,
      data: this.kind.slice(data, range),
    });
  }

  #store(
    { scope }: RangeRequest<T>,
    range: TimeRange,
    response: Omit<Entry<T>, keyof TimeRange | "finest">,
  ): CachedRange<T> {
    const entry = { ...response, ...range, finest: this.kind.isFinest(response.data) };
    const others = this.#entries.get(scope) ?? [];
    for (const other of others) if (isReplacedBy(other, entry)) this.#remove(scope, other);
    this.#entries.set(scope, [entry, ...(this.#entries.get(scope) ?? [])]);
    this.budget.add(entry, this.kind.bytes(entry.data), () => this.#remove(scope, entry));
    return entry;
  }

  #remove(scope: string, entry: Entry<T>): void {
    this.budget.remove(entry);
    const rest = (this.#entries.get(scope) ?? []).filter((other) => other !== entry);
    if (rest.length > 0) this.#entries.set(scope, rest);
    else this.#entries.delete(scope);
  }
}

/** Records up to now end at the time that the server reports: its clock may differ from our estimate. */
function correctedRange(window: HistoryWindow, range: TimeRange, { to }: CoveredRange): TimeRange {
  if (window.kind !== "last" || to === undefined) return range;
  return Math.abs(to - range.to) > clockSlackMs ? rangeOf(window, to) : range;
}

const maxStepMs = 24 * 60 * finestStepMs;

/** Servers keep old records in coarser steps: cached ones may have another step than the server returns now. */
const maxAgeMs = 10 * 60_000;

/** Up to the end of the requested range, including its last row, which may have been incomplete. */
function reachesEnd<T>(entry: Entry<T>, { window, now }: RangeRequest<T>, end: number): boolean {
  if (window.kind === "last") return entry.to >= end - freshMs;
  const full = end + (entry.finest ? finestStepMs : maxStepMs);
  const age = now - entry.requestedAt;
  return entry.to >= end && (age <= freshMs || (age <= maxAgeMs && entry.requestedAt >= full));
}

/** Whether a request for the window would return the same rows, up to the end of the entry. */
function hasSameRows<T>(entry: Entry<T>, window: HistoryWindow, range: TimeRange): boolean {
  const slack = window.kind === "last" ? clockSlackMs : 0;
  if (entry.from > range.from + slack) return false;
  if (entry.finest && !entry.sampled) return true;
  if (window.kind === "last") {
    return entry.window.kind === "last" && entry.window.hours === window.hours;
  }
  return entry.from === range.from && entry.to === range.to;
}

/** Whether a new entry replaces an old one: the same range at the same or a finer step. */
function isReplacedBy<T>(old: Entry<T>, entry: Entry<T>): boolean {
  const inside = entry.from <= old.from && entry.to >= old.to;
  const same = JSON.stringify(old.window) === JSON.stringify(entry.window);
  return same || (inside && entry.finest && !entry.sampled);
}
