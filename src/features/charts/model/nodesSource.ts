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
import { type Comparison, type Candidate, chooseLines, lineIdOf } from "./comparison";
import { LoadComparison } from "./loadComparison";
import { PingComparison } from "./pingComparison";
import { type KnownTask, knownTasks } from "./pingTasks";
import { retentionOf } from "./serverFacts";
import { type RawSeries, type Snapshot } from "./snapshot";

interface Chosen {
  readonly query: ChartQuery;
  readonly comparison: Comparison;
  readonly candidates: readonly Candidate[];
  readonly lines: readonly Candidate[];
}

/** The panel of several nodes: one chart, a line per node. */
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
        const requests =
          lines.length === 0 ? [] : [chosen.comparison.load(server, lines, query.span, share)];
        return settleAll(server, options, requests);
      }),
    );
    const failures = parts.flatMap((part) => part.failures);
    if (query.span.kind === "live") return { snapshot: this.live(query, first), failures };
    const loaded = parts.flatMap(({ results }) => results.flatMap((part) => part ?? []));
    const [knownTo] = loaded.flatMap(({ to }) => to ?? []).sort((a, b) => b - a);
    const series = loaded.flatMap((part) => part.series);
    const snapshot = {
      ...rangeOf(query, servers, series, knownTo ?? first.serverTime()),
      series: inOrder(chosen.lines, series),
      others: othersOf(chosen),
      sampled: loaded.some(({ sampled }) => sampled),
    };
    return { snapshot, failures };
  }

  report(query: ChartQuery, server: ChartServer, uuids: ReadonlySet<string>): Snapshot | undefined {
    const { comparison, lines = [] } = this.#chosen ?? {};
    const reported = lines.filter(({ serverId, uuid }) => {
      return serverId === server.id && uuids.has(uuid);
    });
    const changed = comparison?.report(server, reported) === true;
    return changed ? this.live(query, this.#first ?? server) : undefined;
  }

  live(_query: ChartQuery, server: ChartServer): Snapshot {
    const range = liveRange(server.serverTime());
    const chosen = this.#chosen;
    const series = chosen?.comparison.live(chosen.lines, range) ?? [];
    return {
      ...range,
      series: inOrder(chosen?.lines ?? [], series),
      others: chosen === undefined ? [] : othersOf(chosen),
      sampled: false,
    };
  }

  /** The same lines for the same query, for as long as there are the same nodes. */
  #choose(query: ChartQuery, servers: readonly ChartServer[]): Chosen {
    const before = this.#chosen;
    const comparison = before?.query === query ? before.comparison : this.#comparisonOf(query);
    const candidates = this.#candidates(comparison, servers);
    if (before?.query === query && sameLines(before.candidates, candidates)) return before;
    const lines = chooseLines(candidates, query.lines ?? []);
    this.#chosen = { query, comparison, candidates, lines };
    return this.#chosen;
  }

  #comparisonOf({ metric = "cpu", taskId }: ChartQuery): Comparison {
    if (isSampled(metric)) return new LoadComparison(metric, this.history, this.serverOf);
    const tasks = this.tasks();
    return new PingComparison(tasks.find(({ id }) => id === taskId) ?? tasks[0], this.history);
  }

  #candidates(comparison: Comparison, servers: readonly ChartServer[]): Candidate[] {
    const byId = new Map(servers.map((server) => [server.id, server]));
    const several = new Set(this.subject.members.map(({ serverId }) => serverId)).size > 1;
    return this.subject.members.flatMap(({ serverId, uuid }) => {
      const server = byId.get(serverId);
      const node = server?.nodes.get(uuid);
      if (server === undefined || node === undefined || !comparison.isOf(serverId)) return [];
      const name = several ? `${nodeLabel(node)} — ${server.name}` : nodeLabel(node);
      const current = comparison.current(server, uuid);
      return [{ id: lineIdOf(serverId, uuid), name, current, serverId, uuid }];
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

function inOrder(lines: readonly Candidate[], series: readonly RawSeries[]): RawSeries[] {
  const byId = new Map(series.map((each) => [each.id, each]));
  return lines.flatMap(({ id }) => byId.get(id) ?? []);
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
