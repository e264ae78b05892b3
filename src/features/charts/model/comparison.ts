import { type Span, type OtherLine } from "../../../shared/chartApi";
import { type TimeRange } from "../../../shared/times";
import { type ChartServer, type LoadOptions } from "./chartSource";
import { type RawSeries } from "./snapshot";

export interface Part {
  /** The end of the loaded range; undefined: nothing was requested. */
  readonly to: number | undefined;
  readonly series: readonly RawSeries[];
  readonly sampled: boolean;
}

/** What the nodes of a panel are compared by: a metric of their load, or the pings of one task. */
export interface Comparison {
  /** Nodes of other servers have none of it. */
  isOf(serverId: string): boolean;
  /** By the last report. */
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

/** A node that could be a line. */
export interface Candidate extends OtherLine {
  readonly serverId: string;
  readonly uuid: string;
}

/** More lines cannot be distinguished. */
const maxInitialLines = 10;

export function lineIdOf(serverId: string, uuid: string): string {
  return `node:${serverId}:${uuid}`;
}

/** The ten with the largest values, largest first, and those that were added. */
export function chooseLines(
  candidates: readonly Candidate[],
  addedIds: readonly string[],
): readonly Candidate[] {
  const ranked = candidates.toSorted((a, b) => (b.current ?? -1) - (a.current ?? -1));
  const first = ranked.slice(0, maxInitialLines);
  const more = ranked.slice(maxInitialLines).filter(({ id }) => addedIds.includes(id));
  return [...first, ...more];
}
