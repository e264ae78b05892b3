import { type MetricKey } from "../../../shared/metrics";
import { type NodeRef } from "../../common/nodeRef";
import { type Span, type OtherNode } from "../../../shared/chartApi";
import { type TimeRange } from "../../../shared/times";
import { type ChartServer, type LoadOptions } from "./chartSource";
import { type RawSeries } from "./snapshot";

export interface Part {
  /** The end of the loaded range; undefined: nothing was requested. */
  readonly to: number | undefined;
  readonly series: readonly RawSeries[];
  readonly sampled: boolean;
}

/** What the nodes of a panel are compared by: metrics of their load, or the pings of one task. */
export interface Comparison {
  /** Nodes of other servers have none of it. */
  isOf(serverId: string): boolean;
  /** By the last report, of the first metric. */
  current(server: ChartServer, uuid: string): number | undefined;
  /** Of a live span: what `live` then shows. */
  load(
    server: ChartServer,
    lines: readonly Candidate[],
    span: Span,
    options: LoadOptions,
  ): Promise<Part>;
  /** Adds the last reports of these nodes; false if none belongs to a line. */
  report(server: ChartServer, lines: readonly Candidate[]): boolean;
  live(lines: readonly Candidate[], range: TimeRange): readonly RawSeries[];
}

export const emptyPart: Part = { to: undefined, series: [], sampled: false };

/** A node that could have lines. */
export interface Candidate extends OtherNode {
  readonly serverId: string;
  readonly uuid: string;
}

/** More lines cannot be distinguished. */
const maxInitialNodes = 10;

export function nodeIdOf({ serverId, uuid }: NodeRef): string {
  return `node:${serverId}:${uuid}`;
}

/** Of the series of a node, and of the line in it. */
export function seriesIdOf({ id }: Pick<Candidate, "id">, metric: MetricKey): string {
  return `${id}:${metric}`;
}

/** The ten with the largest values, largest first, and those that were added. */
export function chooseNodes(
  candidates: readonly Candidate[],
  addedIds: readonly string[],
): readonly Candidate[] {
  const ranked = candidates.toSorted((a, b) => (b.current ?? -1) - (a.current ?? -1));
  const first = ranked.slice(0, maxInitialNodes);
  const more = ranked.slice(maxInitialNodes).filter(({ id }) => addedIds.includes(id));
  return [...first, ...more];
}
