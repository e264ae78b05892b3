import { type HistoryStore } from "../../../fleet/history/historyStore";
import { type ChartQuery } from "../../../shared/chartApi";
import { isSampled } from "../../../shared/metrics";
import { type TimeRange } from "../../../shared/times";
import { nodeLabel } from "../../common/nodeRef";
import { type Subject } from "../../common/chartSubject";
import { liveRange, shownRange, sinceFirstRow } from "./chartSpan";
import {
  type ChartServer,
  type ChartSource,
  type Loaded,
  type LoadOptions,
  settleAll,
  sharedProgress,
} from "./chartSource";
import { type Comparison, type Candidate, chooseNodes, nodeIdOf, seriesIdOf } from "./comparison";
import { LoadComparison } from "./loadComparison";
import { PingComparison } from "./pingComparison";
import { type KnownTask, knownTasks } from "./pingTasks";
import { retentionOf } from "./serverFacts";
import { type RawSeries, type Snapshot } from "./snapshot";

interface Chosen {
  readonly query: ChartQuery;
  /** The first one decides on the nodes. */
  readonly comparisons: readonly Comparison[];
  readonly candidates: readonly Candidate[];
  readonly lines: readonly Candidate[];
}

/** The panel of several nodes: a chart per metric, a line per node. */
export class NodesSource implements ChartSource {
  #chosen: Chosen | undefined;
  /** Whose clock a live span goes by: whichever server reports, it must not jump to and fro. */
  #first: ChartServer | undefined;

  constructor(
    private readonly subject: Extract<Subject, { readonly kind: "nodes" }>,
    private readonly history: HistoryStore,
    private readonly serverOf: (id: string) => ChartServer | undefined,
    private readonly tasks: () => readonly KnownTask[] = () => knownTasks(subject, serverOf),
  ) {}

  async load(
    query: ChartQuery,
    servers: readonly ChartServer[],
    options: LoadOptions,
  ): Promise<Loaded> {
    const [first] = servers;
    if (first === undefined) throw new Error("no server to ask");
    this.#first = first;
    const chosen = this.#choose(query, servers);
    const shares = sharedProgress(options, servers.length);
    const parts = await Promise.all(
      servers.map((server, index) => {
        const lines = chosen.lines.filter(({ serverId }) => serverId === server.id);
        const share = shares[index] ?? options;
        const comparisons = chosen.comparisons.filter((each) => each.isOf(server.id));
        const requests = lines.length === 0 ? [] : comparisons;
        const progress = sharedProgress(share, requests.length);
        return settleAll(
          server,
          options,
          requests.map((each, place) =>
            each.load(server, lines, query.span, progress[place] ?? share),
          ),
        );
      }),
    );
    const failures = parts.flatMap((part) => part.failures);
    if (query.span.kind === "live") return { snapshot: this.live(query, first), failures };
    const loaded = parts.flatMap(({ results }) => results.flatMap((part) => part ?? []));
    const [knownTo] = loaded.flatMap(({ to }) => to ?? []).sort((a, b) => b - a);
    const series = loaded.flatMap((part) => part.series);
    const snapshot = {
      ...rangeOf(query, servers, series, knownTo ?? first.serverTime()),
      series: inOrder(chosen, series),
      others: othersOf(chosen),
      sampled: loaded.some(({ sampled }) => sampled),
    };
    return { snapshot, failures };
  }

  report(query: ChartQuery, server: ChartServer, uuids: ReadonlySet<string>): Snapshot | undefined {
    const { comparisons = [], lines = [] } = this.#chosen ?? {};
    const reported = lines.filter(({ serverId, uuid }) => {
      return serverId === server.id && uuids.has(uuid);
    });
    const changed = comparisons.map((each) => each.report(server, reported));
    return changed.includes(true) ? this.live(query, this.#first ?? server) : undefined;
  }

  live(_query: ChartQuery, server: ChartServer): Snapshot {
    const range = liveRange(server.serverTime());
    const chosen = this.#chosen;
    const series = chosen?.comparisons.flatMap((each) => each.live(chosen.lines, range)) ?? [];
    return {
      ...range,
      series: chosen === undefined ? [] : inOrder(chosen, series),
      others: chosen === undefined ? [] : othersOf(chosen),
      sampled: false,
    };
  }

  /** The same nodes for the same query, for as long as there are the same ones to choose from. */
  #choose(query: ChartQuery, servers: readonly ChartServer[]): Chosen {
    const before = this.#chosen;
    const comparisons = before?.query === query ? before.comparisons : this.#comparisonsOf(query);
    const candidates = this.#candidates(comparisons, servers);
    if (before?.query === query && sameLines(before.candidates, candidates)) return before;
    const lines = chooseNodes(candidates, query.nodes ?? []);
    this.#chosen = { query, comparisons, candidates, lines };
    return this.#chosen;
  }

  #comparisonsOf({ metrics = ["cpu"], taskId }: ChartQuery): readonly Comparison[] {
    const sampled = metrics.filter(isSampled);
    const loads =
      sampled.length === 0 ? [] : [new LoadComparison(sampled, this.history, this.serverOf)];
    if (!metrics.includes("ping")) return loads;
    const tasks = this.tasks();
    const task = tasks.find(({ id }) => id === taskId) ?? tasks[0];
    const pings = new PingComparison(task, this.history);
    return metrics[0] === "ping" ? [pings, ...loads] : [...loads, pings];
  }

  #candidates(comparisons: readonly Comparison[], servers: readonly ChartServer[]): Candidate[] {
    const [first] = comparisons;
    const byId = new Map(servers.map((server) => [server.id, server]));
    const several = new Set(this.subject.members.map(({ serverId }) => serverId)).size > 1;
    return this.subject.members.flatMap(({ serverId, uuid }) => {
      const server = byId.get(serverId);
      const node = server?.nodes.get(uuid);
      if (server === undefined || node === undefined) return [];
      if (!comparisons.some((each) => each.isOf(serverId))) return [];
      const name = several ? `${nodeLabel(node)} — ${server.name}` : nodeLabel(node);
      const current = first?.current(server, uuid);
      return [{ id: nodeIdOf({ serverId, uuid }), name, current, serverId, uuid }];
    });
  }
}

/** Of all there is: as far back as the server that keeps the most. */
function rangeOf(
  { span }: ChartQuery,
  servers: readonly ChartServer[],
  series: readonly RawSeries[],
  to: number,
): TimeRange {
  const ranges = servers.map((server) => shownRange(span, retentionOf(server).kept, to));
  const from = Math.min(...ranges.map((range) => range.from));
  const range = { from, to: Math.max(...ranges.map((range) => range.to)) };
  return span.kind === "all" ? sinceFirstRow(range, series) : range;
}

/** Metric after metric, the nodes of each in the same order. */
function inOrder({ query, lines }: Chosen, series: readonly RawSeries[]): RawSeries[] {
  const byId = new Map(series.map((each) => [each.id, each]));
  const { metrics = ["cpu"] } = query;
  return metrics.flatMap((metric) =>
    lines.flatMap((line) => byId.get(seriesIdOf(line, metric)) ?? []),
  );
}

function othersOf({ candidates, lines }: Chosen): Snapshot["others"] {
  const shown = new Set(lines);
  return candidates
    .filter((candidate) => !shown.has(candidate))
    .map(({ id, name, current }) => ({ id, name, current }));
}

function sameLines(before: readonly Candidate[], now: readonly Candidate[]): boolean {
  return before.length === now.length && before.every(({ id }, index) => id === now[index]?.id);
}
