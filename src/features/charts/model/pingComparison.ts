import { type HistoryStore, type PingResponse } from "../../../fleet/history/historyStore";
import { type HistoryWindow } from "../../../fleet/history/historyWindow";
import { runConcurrently } from "../../../fleet/history/runConcurrently";
import { isSingleRequestCheaper } from "../../../fleet/history/rowLimits";
import { type PingStats, type Span } from "../../../shared/chartApi";
import { type TimeRange } from "../../../shared/times";
import { liveWindow, windowOf } from "./chartSpan";
import { type ChartServer, type LoadOptions, sharedProgress } from "./chartSource";
import { type Comparison, emptyPart, type Part, type Candidate, seriesIdOf } from "./comparison";
import { countedNodes, notCounted } from "./pingLines";
import { type KnownTask } from "./pingTasks";
import { retentionOf, onlineStatus } from "./serverFacts";
import { type RawLine, type RawSeries, since } from "./snapshot";

const maxConcurrent = 4;
const nothingCounted: ReadonlyMap<string, PingStats> = new Map();

/** Nodes compared by the pings of one task. */
export class PingComparison implements Comparison {
  #live: readonly RawSeries[] = [];

  constructor(
    private readonly task: KnownTask | undefined,
    private readonly history: HistoryStore,
  ) {}

  isOf(serverId: string): boolean {
    return this.task?.serverId === serverId;
  }

  /** The average of the last hour; of several kinds of pings the mean, as a row has it. */
  current(server: ChartServer, uuid: string): number | undefined {
    const averages = (onlineStatus(server, uuid)?.ping ?? []).flatMap(({ taskId, average }) =>
      taskId === this.task?.taskId && average !== undefined ? [average] : [],
    );
    if (averages.length === 0) return undefined;
    return averages.reduce((sum, average) => sum + average, 0) / averages.length;
  }

  async load(
    server: ChartServer,
    lines: readonly Candidate[],
    span: Span,
    options: LoadOptions,
  ): Promise<Part> {
    const { keptPings } = retentionOf(server);
    const isLive = span.kind === "live";
    const window = isLive ? liveWindow : windowOf(span, keptPings, server.serverTime());
    if (window === undefined || this.task === undefined) return emptyPart;
    const { taskId } = this.task;
    const [responses, counted] = await Promise.all([
      this.#fetchPings(server, lines, taskId, window, options),
      isLive ? nothingCounted : fetchCounts(server, lines, taskId, window, options),
    ]);
    const lastOfStep = notCounted(server) !== undefined;
    const series = lines.flatMap((line) => {
      const stats = counted.get(line.uuid);
      return seriesOf(line, responses, { lastOfStep, ...(stats !== undefined && { stats }) });
    });
    if (isLive) this.#live = series;
    const to = Math.max(...responses.map((response) => response.to));
    return { to, series, sampled: responses.some(({ sampled }) => sampled) };
  }

  report(): boolean {
    return false;
  }

  live(lines: readonly Candidate[], { from }: TimeRange): readonly RawSeries[] {
    const ids = new Set(lines.map((line) => seriesIdOf(line, "ping")));
    return this.#live.filter(({ id }) => ids.has(id)).map((series) => since(series, from));
  }

  #fetchPings(
    server: ChartServer,
    lines: readonly Candidate[],
    taskId: number,
    window: HistoryWindow,
    options: LoadOptions,
  ): Promise<PingResponse[]> {
    const total = server.nodes.size;
    const uuids = requestedNodes(server, lines);
    const shares = sharedProgress(options, uuids.length);
    const request = (uuid: string | undefined, index: number) => () =>
      this.history.ping(server, { uuid, taskId, total, window }, shares[index] ?? options);
    return runConcurrently(maxConcurrent, uuids.map(request));
  }
}

/** Undefined: all of the server in one response. */
function requestedNodes(
  { nodes }: ChartServer,
  lines: readonly Candidate[],
): (string | undefined)[] {
  return isSingleRequestCheaper(lines.length, nodes.size)
    ? [undefined]
    : lines.map(({ uuid }) => uuid);
}

async function fetchCounts(
  server: ChartServer,
  lines: readonly Candidate[],
  taskId: number,
  window: HistoryWindow,
  { signal }: LoadOptions,
): Promise<typeof nothingCounted> {
  const request = (uuid: string | undefined) => () =>
    countedNodes(server, { uuid, taskId }, window, signal);
  const counted = await runConcurrently(maxConcurrent, requestedNodes(server, lines).map(request));
  return new Map(counted.flatMap((byNode) => [...byNode]));
}

function seriesOf(
  candidate: Candidate,
  responses: readonly PingResponse[],
  more: Pick<RawLine, "stats" | "lastOfStep">,
): RawSeries[] {
  const { id: node, name, uuid } = candidate;
  const found = responses
    .flatMap(({ series }) => series)
    .find((series) => series.uuid === uuid && series.times.length > 0);
  if (found === undefined) return [];
  const { times, values } = found;
  const id = seriesIdOf(candidate, "ping");
  const line: RawLine = { id, metric: "ping", name, node, values, ...more };
  return [{ id, times, lines: [line] }];
}
