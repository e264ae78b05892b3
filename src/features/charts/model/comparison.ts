import { type Span } from "../../../shared/chartApi";
import { type TimeRange } from "../../../shared/times";
import { type ChartServer, type LoadOptions } from "./chartSource";
import { type Candidate } from "./ranking";
import { type RawSeries } from "./snapshot";

export interface Part {
  /** Up to when it is known; undefined: nothing was asked. */
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
  /** Takes the last reports of these nodes; false when none of it is of use. */
  report(server: ChartServer, lines: readonly Candidate[]): boolean;
  live(lines: readonly Candidate[], range: TimeRange): readonly RawSeries[];
}

export const nothing: Part = { to: undefined, series: [], sampled: false };
