import { type CoveredRange } from "../../komari/model";
import { type TimeRange } from "../../shared/times";
import { type ByteBudget } from "./byteBudget";
import { clockSlackMs, coveredBy, type HistoryWindow, rangeOf } from "./historyWindow";
import { finestStepMs, type RangeKind } from "./rangeKind";
import { type AskOptions, SharedRequests, type Waiting } from "./sharedRequests";

/** Records of a time range. */
export interface HeldRange<T> extends TimeRange {
  readonly data: T;
  /** The server left rows out. */
  readonly sampled: boolean;
  /** What the server itself counted over, when it told sums of its own. */
  readonly counted: TimeRange;
  /** Of the last request, by the server's clock. */
  readonly requestedAt: number;
}

export interface RangeRequest<T> {
  /** What of: server, nodes, fields. */
  readonly scope: string;
  /** Scopes whose records hold these too. */
  readonly wider: readonly string[];
  readonly window: HistoryWindow;
  /** By the server's clock. */
  readonly now: number;
  readonly rowLimit: number;
  readonly ask: (window: AskWindow, options: AskOptions) => Promise<T>;
}

/** The records of a window, or all since a time. */
export type AskWindow = HistoryWindow | { readonly kind: "since"; readonly start: number };

interface Entry<T> extends HeldRange<T> {
  readonly window: HistoryWindow;
  readonly finest: boolean;
}

/** What came so shortly before now that there is hardly anything new: no server keeps finer steps. */
const freshMs = 50_000;

/** Answers that have been had: what is held is not asked for again, what is not is asked for once. */
export class RangeCache<T extends CoveredRange> {
  readonly #entries = new Map<string, readonly Entry<T>[]>();
  readonly #requests = new SharedRequests<HeldRange<T>>();

  constructor(
    private readonly kind: RangeKind<T>,
    private readonly budget: ByteBudget,
  ) {}

  async get(request: RangeRequest<T>, waiting: Waiting): Promise<HeldRange<T>> {
    const wanted = rangeOf(request.window, request.now);
    const held = this.#covering(request, wanted);
    if (held !== undefined) return this.#use(held, wanted);
    const begun = this.#continuable(request, wanted);
    const key = JSON.stringify([request.scope, request.window]);
    return this.#requests.get(key, waiting, (options) =>
      begun === undefined
        ? this.#askWhole(request, wanted, options)
        : this.#askTail(request, begun, wanted, options),
    );
  }

  /** Forgets the scopes that do not begin with one of these. */
  keepOnly(prefixes: readonly string[]): void {
    for (const [scope, entries] of this.#entries) {
      if (prefixes.some((prefix) => scope.startsWith(prefix))) continue;
      for (const entry of entries) this.budget.remove(entry);
      this.#entries.delete(scope);
    }
  }

  #covering(request: RangeRequest<T>, wanted: TimeRange): Entry<T> | undefined {
    const scopes = [request.scope, ...request.wider];
    return scopes
      .flatMap((scope) => this.#entries.get(scope) ?? [])
      .find(
        (entry) => isLike(entry, request.window, wanted) && reachesEnd(entry, request, wanted.to),
      );
  }

  /**
   * Reaches back far enough, and is recent enough that most of the range need not be requested. Never for rows
   * in coarser steps: servers return finer steps for short ranges than for long ones, and statistics over
   * both would count a minute as much as a day.
   */
  #continuable({ scope, window }: RangeRequest<T>, wanted: TimeRange): Entry<T> | undefined {
    if (window.kind !== "last") return undefined;
    const enough = wanted.from + (wanted.to - wanted.from) / 2;
    return this.#entries
      .get(scope)
      ?.find(
        (entry) =>
          isLike(entry, window, wanted) && entry.finest && !entry.sampled && entry.to >= enough,
      );
  }

  /** What is held is known up to its own end only: the range moves back that far. */
  #use(entry: Entry<T>, wanted: TimeRange): HeldRange<T> {
    this.budget.touch(entry);
    const { sampled, counted, requestedAt } = entry;
    const late = Math.max(0, wanted.to - entry.to);
    const range = { from: wanted.from - late, to: wanted.to - late };
    return {
      ...range,
      data: this.kind.slice(entry.data, range),
      sampled,
      counted,
      requestedAt,
    };
  }

  async #askWhole(request: RangeRequest<T>, wanted: TimeRange, options: AskOptions) {
    const data = await request.ask(request.window, options);
    const range = correctedRange(request.window, wanted, data);
    const requestedAt = request.now + (range.to - wanted.to);
    const counted = coveredBy(data, range);
    return this.#keep(request, range, {
      data,
      counted,
      window: request.window,
      requestedAt,
      sampled: this.kind.rows(data) >= request.rowLimit,
    });
  }

  async #askTail(
    request: RangeRequest<T>,
    begun: Entry<T>,
    wanted: TimeRange,
    options: AskOptions,
  ): Promise<HeldRange<T>> {
    const start = this.kind.lastTime(begun.data) ?? begun.to;
    const tail = await request.ask({ kind: "since", start }, options);
    if (!this.kind.hasStepOf(begun.data, tail)) return this.#askWhole(request, wanted, options);
    const data = this.kind.extend(begun.data, tail);
    this.#remove(request.scope, begun);
    const { counted, sampled } = begun;
    return this.#keep(request, wanted, {
      counted,
      sampled,
      window: request.window,
      requestedAt: request.now,
      data: this.kind.slice(data, wanted),
    });
  }

  #keep(
    { scope }: RangeRequest<T>,
    wanted: TimeRange,
    answer: Omit<Entry<T>, keyof TimeRange | "finest">,
  ): HeldRange<T> {
    const entry = { ...answer, ...wanted, finest: this.kind.isFinest(answer.data) };
    const others = this.#entries.get(scope) ?? [];
    for (const other of others) if (isWithin(other, entry)) this.#remove(scope, other);
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

/** Records up to now end where the server says: its clock may turn out to differ from what was known of it. */
function correctedRange(window: HistoryWindow, wanted: TimeRange, { to }: CoveredRange): TimeRange {
  if (window.kind !== "last" || to === undefined) return wanted;
  return Math.abs(to - wanted.to) > clockSlackMs ? rangeOf(window, to) : wanted;
}

const maxStepMs = 24 * 60 * finestStepMs;

/** Servers keep old records in coarser steps: cached ones may have another step than the server returns now. */
const heldMs = 10 * 60_000;

/** Up to the end of the requested range, including its last row, which may have been incomplete. */
function reachesEnd<T>(entry: Entry<T>, { window, now }: RangeRequest<T>, end: number): boolean {
  if (window.kind === "last") return entry.to >= end - freshMs;
  const full = end + (entry.finest ? finestStepMs : maxStepMs);
  const age = now - entry.requestedAt;
  return entry.to >= end && (age <= freshMs || (age <= heldMs && entry.requestedAt >= full));
}

/** Whether these are the rows that asking for the window would bring, as far as they reach. */
function isLike<T>(entry: Entry<T>, window: HistoryWindow, wanted: TimeRange): boolean {
  const slack = window.kind === "last" ? clockSlackMs : 0;
  if (entry.from > wanted.from + slack) return false;
  if (entry.finest && !entry.sampled) return true;
  if (window.kind === "last") {
    return entry.window.kind === "last" && entry.window.hours === window.hours;
  }
  return entry.from === wanted.from && entry.to === wanted.to;
}

/** An old answer that a new one makes useless: the same range at the same or a finer step. */
function isWithin<T>(old: Entry<T>, entry: Entry<T>): boolean {
  const inside = entry.from <= old.from && entry.to >= old.to;
  const same = JSON.stringify(old.window) === JSON.stringify(entry.window);
  return same || (inside && entry.finest && !entry.sampled);
}
