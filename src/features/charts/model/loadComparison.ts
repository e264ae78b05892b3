import { type HistoryStore } from "../../../fleet/history/historyStore";
import { runConcurrently } from "../../../fleet/history/runConcurrently";
import { metricWire } from "../../../komari/decode/metricWire";
import { type LoadColumns } from "../../../komari/model/records";
import { type Span } from "../../../shared/chartApi";
import { type SampledMetric } from "../../../shared/metrics";
import { type TimeRange } from "../../../shared/times";
import { windowOf } from "./chartSpan";
import { type ChartServer, type LoadOptions, sharedProgress } from "./chartSource";
import { type Comparison, emptyPart, type Part, type Candidate, seriesIdOf } from "./comparison";
import { LiveReports, reportColumns } from "./liveReports";
import { loadLine, machineOf } from "./loadLines";
import { retentionOf, onlineStatus } from "./serverFacts";
import { type RawSeries } from "./snapshot";

const maxConcurrent = 4;

/** Nodes compared by metrics of their load. */
export class LoadComparison implements Comparison {
  readonly #reports = new LiveReports();

  constructor(
    private readonly metrics: readonly SampledMetric[],
    private readonly history: HistoryStore,
    private readonly serverOf: (id: string) => ChartServer | undefined,
  ) {}

  isOf(): boolean {
    return true;
  }

  current(server: ChartServer, uuid: string): number | undefined {
    const [first] = this.metrics;
    return first && onlineStatus(server, uuid)?.[first];
  }

  async load(
    server: ChartServer,
    lines: readonly Candidate[],
    span: Span,
    options: LoadOptions,
  ): Promise<Part> {
    if (span.kind === "live") {
      await this.#fetchRecent(server, lines, options);
      return emptyPart;
    }
    const { kept } = retentionOf(server);
    const window = windowOf(span, kept.recordPreserveHours, server.serverTime());
    if (window === undefined) return emptyPart;
    const uuids = lines.map(({ uuid }) => uuid);
    const loadTypes = [...new Set(this.metrics.map((metric) => metricWire[metric].loadType))];
    const shares = sharedProgress(options, loadTypes.length);
    const parts = await Promise.all(
      loadTypes.map(async (loadType, index): Promise<Part> => {
        const metrics = this.metrics.filter((each) => metricWire[each].loadType === loadType);
        const request = { uuids, total: server.nodes.size, loadType, window };
        const { nodes, sampled, to } = await this.history.load(
          server,
          request,
          shares[index] ?? options,
        );
        const series = lines.flatMap((line) => this.#series(line, nodes.get(line.uuid), metrics));
        return { to, series, sampled };
      }),
    );
    return {
      to: Math.max(...parts.flatMap(({ to }) => to ?? [])),
      series: parts.flatMap(({ series }) => series),
      sampled: parts.some(({ sampled }) => sampled),
    };
  }

  report(server: ChartServer, lines: readonly Candidate[]): boolean {
    let changed = false;
    for (const { id, uuid } of lines) {
      const status = server.status(uuid);
      if (status === undefined) continue;
      this.#reports.add(id, [status], server.serverTime());
      changed = true;
    }
    return changed;
  }

  live(lines: readonly Candidate[], range: TimeRange): readonly RawSeries[] {
    return lines.flatMap((line) =>
      this.#series(line, reportColumns(this.#reports.samplesOf(line.id), range), this.metrics),
    );
  }

  async #fetchRecent(
    server: ChartServer,
    lines: readonly Candidate[],
    { signal }: LoadOptions,
  ): Promise<void> {
    const fetchOne = ({ id, uuid }: Candidate) => {
      return async (): Promise<void> => {
        signal.throwIfAborted();
        const { samples } = await server.session.api.recentStatus(uuid, { signal });
        this.#reports.add(id, samples, server.serverTime());
      };
    };
    const missing = lines.filter(({ id }) => !this.#reports.isFresh(id, server.serverTime()));
    await runConcurrently(maxConcurrent, missing.map(fetchOne));
    this.report(server, lines);
  }

  #series(
    candidate: Candidate,
    columns: LoadColumns | undefined,
    metrics: readonly SampledMetric[],
  ): RawSeries[] {
    if (columns === undefined) return [];
    const { id: node, name, serverId, uuid } = candidate;
    const machine = machineOf(this.serverOf(serverId), uuid);
    return metrics.flatMap((metric) => {
      const id = seriesIdOf(candidate, metric);
      const line = loadLine(id, metric, columns, machine);
      return line ? [{ id, times: columns.times, lines: [{ ...line, name, node }] }] : [];
    });
  }
}
