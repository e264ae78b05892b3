import { type HistoryProgress } from "../../../fleet/history/sharedRequests";
import { type ServerChange } from "../../../fleet/serverFleet";
import { type ChartQuery, type Span } from "../../../shared/chartApi";
import { type Format } from "../../../shared/format";
import { type Clock } from "../../../util/clock";
import { type Disposable, DisposableStore } from "../../../util/disposable";
import { type Event } from "../../../util/emitter";
import { type Logger } from "../../../util/logger";
import { serverIdsOf, type Subject } from "../../common/chartSubject";
import { ChartOutput, type ChartSink } from "./chartOutput";
import { type ChartServer, type ChartSource, type Failure, type Loaded } from "./chartSource";
import { includesNow } from "./chartSpan";
import { noticeOf } from "./notices";
import {
  idsOf,
  isAnyUnavailable,
  hasRecovered,
  type Readiness,
  readinessOf,
  type ServerLookup,
  signatureOf,
} from "./readiness";
import { type Snapshot } from "./snapshot";
import { medianStep } from "../../../fleet/history/historyWindow";

export interface ChartFleet extends ServerLookup {
  readonly onDidChangeServers: Event<undefined>;
  readonly onDidChange: Event<{ readonly server: ChartServer; readonly change: ServerChange }>;
}

export interface ChartModelParts {
  readonly subject: Subject;
  readonly fleet: ChartFleet;
  readonly source: ChartSource;
  readonly sink: ChartSink;
  readonly clock: Clock;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
  readonly format: Pick<Format, "duration">;
  readonly logger: Logger;
}

/** Without a snapshot nothing could be had at all. */
type Outcome = Pick<Loaded, "failures"> & { readonly snapshot: Snapshot | undefined };

const progressMs = 200;

/** A live span moves on at least this often, whether or not there are reports. */
const liveStepMs = 10_000;

/**
 * What one panel shows: executes the last query, and keeps the result up to date while the panel is visible.
 * Inactive it holds no timer, no listener and no request.
 */
export class ChartModel implements Disposable {
  readonly #serverIds: ReadonlySet<string>;
  readonly #output: ChartOutput;
  #subscriptions: DisposableStore | undefined;
  #query: ChartQuery | undefined;
  #loading: AbortController | undefined;
  #timer: Disposable | undefined;
  #nextTailAt = 0;
  #failures: readonly Failure[] = [];
  #failedTails = 0;
  /** How it stood with the servers when that was last looked at. */
  #lastReadiness: Readiness | undefined;

  constructor(private readonly parts: ChartModelParts) {
    this.#serverIds = new Set(serverIdsOf(parts.subject));
    this.#output = new ChartOutput(parts.sink, () => this.#readiness().ready[0]?.serverTime());
  }

  /** What is shown, in full precision; undefined before the first data. */
  get shown(): Snapshot | undefined {
    return this.#output.snapshot;
  }

  /** Takes the place of the query before. */
  show(query: ChartQuery): void {
    this.#query = query;
    this.#output.expectData();
    this.retry();
  }

  /** Gives up what is being loaded; what is shown stays. */
  cancel(): void {
    if (this.#output.loaded) return;
    this.#stop();
    this.#query = undefined;
  }

  retry(): void {
    this.#stop();
    this.#failures = [];
    this.#failedTails = 0;
    this.#start();
  }

  /** Whether the panel is visible. The last query is then executed again. */
  setActive(active: boolean): void {
    if (active === (this.#subscriptions !== undefined)) return;
    if (!active) {
      this.#stop();
      this.#subscriptions?.dispose();
      this.#subscriptions = undefined;
      return;
    }
    const { fleet } = this.parts;
    this.#subscriptions = new DisposableStore();
    this.#subscriptions.add(fleet.onDidChangeServers(() => this.#onServersChange()));
    this.#subscriptions.add(
      fleet.onDidChange(({ server, change }) => this.#onFleetChange(server, change)),
    );
    this.#start();
  }

  /** The page was disposed: a new one sends its own query. */
  reset(): void {
    this.#stop();
    this.#query = undefined;
    this.#failures = [];
    this.#output.reset();
  }

  dispose(): void {
    this.setActive(false);
    this.reset();
  }

  #stop(): void {
    this.#loading?.abort();
    this.#loading = undefined;
    this.#timer?.dispose();
    this.#timer = undefined;
  }

  #start(): void {
    if (this.#query === undefined || this.#subscriptions === undefined) return;
    const readiness = this.#readiness();
    this.#lastReadiness = readiness;
    const { ready, missing, members } = readiness;
    if (ready.length > 0 && missing < members) void this.#load(this.#query, ready);
    else this.#sendNotice(readiness);
  }

  async #load(query: ChartQuery, ready: readonly ChartServer[]): Promise<void> {
    this.#stop();
    const controller = new AbortController();
    const { signal } = controller;
    this.#loading = controller;
    const report = (progress: HistoryProgress) => {
      if (!signal.aborted) this.#output.progress({ query: query.id, ...progress });
    };
    const onProgress = throttled(this.parts.clock, progressMs, report);
    const loaded = await this.parts.source
      .load(query, ready, { signal, onProgress })
      .catch((error: unknown) => ({
        snapshot: undefined,
        failures: ready.slice(0, 1).map((server) => ({ server, error })),
      }));
    if (signal.aborted) return;
    this.#loading = undefined;
    this.#apply(query, ready, loaded);
    this.#nextTailAt = this.parts.clock.now() + this.#untilTail(query);
    this.#schedule(query);
  }

  #apply(query: ChartQuery, ready: readonly ChartServer[], outcome: Outcome): void {
    const { snapshot, failures } = outcome;
    this.#failures = failures;
    this.#failedTails = failures.length > 0 ? this.#failedTails + 1 : 0;
    for (const { server, error } of failures) {
      this.parts.logger.warn(`${server.name}: reading the history failed`, error);
    }
    const hasData = failures.length === 0 || (snapshot?.series.length ?? 0) > 0;
    const isPartial = failures.length > 0 || isAnyUnavailable(this.#readiness());
    if (hasData && snapshot !== undefined)
      this.#output.show(query, idsOf(ready), snapshot, isPartial);
    this.#sendNotice(this.#readiness());
  }

  #untilTail({ span }: ChartQuery): number {
    const { snapshot, loaded } = this.#output;
    const [server] = this.#readiness().ready;
    const pause = tailPause(span, snapshot, this.#failedTails, this.parts.random());
    if (!loaded || this.#failedTails > 0 || server === undefined) return pause;
    return untilTail(pause, snapshot, server.serverTime());
  }

  #schedule(query: ChartQuery): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    const [server] = this.#readiness().ready;
    if (server === undefined || !includesNow(query.span, server.serverTime())) return;
    const pause = Math.ceil(this.#nextTailAt - this.parts.clock.now());
    const delay = query.span.kind === "live" ? Math.min(pause, liveStepMs) : pause;
    this.#timer = this.parts.clock.setTimeout(() => this.#tick(query, server), Math.max(0, delay));
  }

  #tick(query: ChartQuery, server: ChartServer): void {
    // Timers may run a little early; only a live span has anything to show between tails.
    if (query.span.kind !== "live" || this.parts.clock.now() >= this.#nextTailAt) {
      this.#start();
      return;
    }
    if (this.#output.loaded) this.#output.append(query, this.parts.source.live(query, server));
    this.#schedule(query);
  }

  #onFleetChange(server: ChartServer, change: ServerChange): void {
    if (!this.#serverIds.has(server.id)) return;
    const query = this.#query;
    if (change.kind === "nodes" && query?.span.kind === "live" && this.#output.loaded) {
      const snapshot = this.parts.source.report(query, server, change.uuids);
      if (snapshot !== undefined) this.#report(query, snapshot);
    }
    if (change.kind === "session" || change.structure || change.presence) this.#onServersChange();
  }

  #report(query: ChartQuery, snapshot: Snapshot): void {
    const wasEmpty = this.shown?.series.length === 0;
    this.#output.append(query, snapshot);
    if (wasEmpty) this.#sendNotice(this.#readiness());
    if (this.#loading === undefined) this.#schedule(query);
  }

  /** The ready servers have changed: a query that is pending or failed is executed again. */
  #onServersChange(): void {
    const before = this.#lastReadiness;
    const readiness = this.#readiness();
    if (before !== undefined && signatureOf(before) === signatureOf(readiness)) return;
    this.#lastReadiness = readiness;
    const back = hasRecovered(before, readiness);
    if (back) this.#failures = [];
    if (back || before?.missing !== readiness.missing) this.#start();
    else this.#sendNotice(readiness);
  }

  #readiness(): Readiness {
    return readinessOf(this.parts.subject, this.parts.fleet);
  }

  #sendNotice(readiness: Readiness): void {
    if (this.#query === undefined) return;
    const { loaded, snapshot } = this.#output;
    const notice = noticeOf({
      subject: this.parts.subject,
      query: this.#query,
      failures: this.#failures,
      format: this.parts.format,
      readiness,
      loaded,
      snapshot,
    });
    this.#output.notice(notice);
  }
}

/** Lets the first through, and then at most one each `everyMs`; the others are dropped. */
export function throttled<T>(clock: Clock, everyMs: number, run: (value: T) => void) {
  let last = -Infinity;
  return (value: T): void => {
    const now = clock.now();
    // The computer's clock may have been set back.
    if (now - last < everyMs) return;
    last = now;
    run(value);
  };
}

const minMs = 60_000;
const maxMs = 3_600_000;
const maxDoublings = 6;

/** A smaller share of the time range is hardly visible, and coarse rows are all requested again. */
const minShare = 1 / 300;

/**
 * Milliseconds from one request for new rows to the next: as long as a bucket of the records,
 * for nothing comes in between, or the minimum visible step; doubled with every failure in a row.
 * @param random 0 to 1: spreads the requests of panels and windows.
 */
export function tailPause(
  span: Span,
  snapshot: Snapshot | undefined,
  failures: number,
  random: number,
): number {
  const times = snapshot?.series[0]?.times ?? new Float64Array(0);
  const step = span.kind === "live" ? minMs : (medianStep(times) ?? minMs);
  const seen = snapshot === undefined ? 0 : (snapshot.to - snapshot.from) * minShare;
  const pause = Math.max(step, seen, minMs) * 2 ** Math.min(failures, maxDoublings);
  return Math.min(pause, maxMs) * (0.9 + 0.2 * random);
}

/** Also where the clocks of a panel's servers differ. */
const minWaitMs = 10_000;

/** What was held already has waited for a part of the pause. */
export function untilTail(pause: number, snapshot: Snapshot | undefined, now: number): number {
  const age = snapshot === undefined ? 0 : Math.max(0, now - snapshot.to);
  return Math.max(pause - age, minWaitMs);
}
