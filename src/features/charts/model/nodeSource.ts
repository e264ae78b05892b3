import { type HistoryStore, type PingResponse } from "../../../fleet/history/historyStore";
import { type HistoryWindow } from "../../../fleet/history/historyWindow";
import { type ChartQuery } from "../../../shared/chartApi";
import { liveWindow, liveRange, shownRange, sinceFirstRow, windowOf } from "./chartSpan";
import {
  type ChartServer,
  type ChartSource,
  type Loaded,
  type LoadOptions,
  settleAll,
  sharedProgress,
} from "./chartSource";
import { countedPings, notCounted, type CountedPings, pingSeries } from "./pingLines";
import { gpuSeries, recordedGpus, reportedGpus, loadSeries, machineOf } from "./loadLines";
import { type LoadColumns } from "../../../komari/model/records";
import { LiveReports, reportColumns } from "./liveReports";
import { identityOf, retentionOf } from "./serverFacts";
import { type RawSeries, since, type Snapshot } from "./snapshot";

/** The charts of one node: its load, and a line for every ping task. */
export class NodeSource implements ChartSource {
  readonly #reports = new LiveReports();
  #livePings: readonly RawSeries[] = [];

  constructor(
    private readonly uuid: string,
    private readonly history: HistoryStore,
  ) {}

  async load(
    query: ChartQuery,
    [server]: readonly ChartServer[],
    options: LoadOptions,
  ): Promise<Loaded> {
    if (server === undefined) throw new Error("no server to ask");
    return query.span.kind === "live"
      ? this.#loadLive(query, server, options)
      : this.#loadRecords(query, server, options);
  }

  report(query: ChartQuery, server: ChartServer, uuids: ReadonlySet<string>): Snapshot | undefined {
    const status = uuids.has(this.uuid) ? server.status(this.uuid) : undefined;
    if (status === undefined) return undefined;
    this.#reports.add(this.uuid, [status], server.serverTime());
    return this.live(query, server);
  }

  live(_query: ChartQuery, server: ChartServer): Snapshot {
    const samples = this.#reports.samplesOf(this.uuid);
    const range = liveRange(server.serverTime(), samples[0]?.time);
    const columns = reportColumns(samples, range);
    const load = loadSeries(columns, machineOf(server, this.uuid));
    const pings = this.#livePings.map((series) => since(series, range.from));
    const gpus = gpuSeries(reportedGpus(samples, range));
    const series = [...(load === undefined ? [] : [load]), ...gpus, ...pings];
    return { ...range, series, others: [], sampled: false, startedAt: this.#startedAt(server) };
  }

  #startedAt(server: ChartServer): number | undefined {
    const { time, uptimeSeconds } = server.status(this.uuid) ?? {};
    if (time === undefined || uptimeSeconds === undefined) return undefined;
    // Uptimes are whole seconds: to the minute it stays the same from report to report, nearly always.
    return Math.round((time - uptimeSeconds * 1000) / 60_000) * 60_000;
  }

  async #loadLive(query: ChartQuery, server: ChartServer, options: LoadOptions): Promise<Loaded> {
    const { failures } = await settleAll(server, options, [
      this.#fetchRecent(server, options),
      this.#fetchPings(server, liveWindow, options).then((response) => {
        this.#livePings = pingSeries(response, notCounted(server));
      }),
    ]);
    return { snapshot: this.live(query, server), failures };
  }

  async #loadRecords(
    { span }: ChartQuery,
    server: ChartServer,
    options: LoadOptions,
  ): Promise<Loaded> {
    if (span.kind === "live") throw new Error("live is no span of records");
    const { kept, keptPings } = retentionOf(server);
    const now = server.serverTime();
    const [loadOptions = options, pingOptions = options] = sharedProgress(options, 2);
    const { results, failures } = await settleAll(server, options, [
      this.#loadPart(server, windowOf(span, kept.recordPreserveHours, now), loadOptions),
      this.#pingPart(server, windowOf(span, keptPings, now), pingOptions),
    ]);
    const parts = results.filter((part) => part !== undefined);
    const to = Math.max(...parts.map((part) => part.to));
    const range = shownRange(span, kept, parts.length > 0 ? to : now);
    const series = parts.flatMap((part) => part.series);
    return {
      snapshot: {
        ...(span.kind === "all" ? sinceFirstRow(range, series) : range),
        series,
        others: [],
        sampled: parts.some(({ sampled }) => sampled),
        startedAt: this.#startedAt(server),
      },
      failures,
    };
  }

  async #loadPart(server: ChartServer, window: HistoryWindow | undefined, options: LoadOptions) {
    if (window === undefined) return undefined;
    const request = {
      uuids: [this.uuid],
      total: server.nodes.size,
      loadType: "all",
      window,
    } as const;
    const [{ nodes, sampled, to }, gpus] = await Promise.all([
      this.history.load(server, request, options),
      recordedGpus(server, this.uuid, window, options.signal),
    ]);
    const columns = nodes.get(this.uuid);
    const load = columns && loadSeries(columns, machineOf(server, this.uuid));
    return { series: [...(load === undefined ? [] : [load]), ...gpuSeries(gpus)], sampled, to };
  }

  async #pingPart(server: ChartServer, window: HistoryWindow | undefined, options: LoadOptions) {
    if (window === undefined) return undefined;
    const [response, counted] = await Promise.all([
      this.#fetchPings(server, window, options),
      this.#fetchCounts(server, window, options),
    ]);
    return { series: pingSeries(response, counted), sampled: response.sampled, to: response.to };
  }

  #fetchPings(
    server: ChartServer,
    window: HistoryWindow,
    options: LoadOptions,
  ): Promise<PingResponse> {
    const request = { uuid: this.uuid, total: server.nodes.size, window };
    return this.history.ping(server, request, options);
  }

  #fetchCounts(
    server: ChartServer,
    window: HistoryWindow,
    { signal }: LoadOptions,
  ): Promise<CountedPings | undefined> {
    return countedPings(server, this.uuid, window, signal);
  }

  async #fetchRecent(server: ChartServer, options: LoadOptions): Promise<void> {
    if (this.#reports.isFresh(this.uuid, server.serverTime())) return;
    const { signal } = options;
    const [{ samples }, records] = await Promise.all([
      server.session.api.recentStatus(this.uuid, { signal }),
      this.#fetchNewest(server, options),
    ]);
    const status = server.status(this.uuid);
    const all = status === undefined ? samples : [...samples, status];
    this.#reports.add(this.uuid, all, server.serverTime());
    if (records !== undefined) this.#reports.fill(this.uuid, records, server.serverTime());
  }

  /** Servers hold the reports of a minute only. Undefined: there are no records, or they cannot be had. */
  async #fetchNewest(server: ChartServer, options: LoadOptions): Promise<LoadColumns | undefined> {
    if (identityOf(server)?.publicInfo.recordEnabled === false) return undefined;
    const request = { uuids: [this.uuid], total: server.nodes.size, loadType: "all" } as const;
    return this.history
      .load(server, { ...request, window: liveWindow }, options)
      .then(({ nodes }) => nodes.get(this.uuid))
      .catch(() => undefined);
  }
}
