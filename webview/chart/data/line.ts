import { type PingStats } from "../../../src/shared/chartApi";
import { type MetricKey } from "../../../src/shared/metrics";

/** One line as the panel holds it: decoded columns, in order of time. */
export interface Line {
  readonly id: string;
  /** Lines of one series have the same `times`. */
  readonly seriesId: string;
  readonly metric: MetricKey;
  /** The ping task or the node. Untrusted text; undefined where the metric says it all. */
  readonly name: string | undefined;
  /** Of several nodes: which one, as `EncodedLine.node`. */
  readonly node?: string | undefined;
  readonly total: number | undefined;
  readonly stats: PingStats | undefined;
  /** Pings only: each is the last of its step; undefined: these are all pings. */
  readonly lastOfStep?: boolean | undefined;
  readonly times: Float64Array;
  /** Of amounts only: each is of the time from its place in `times` to this one. */
  readonly ends?: Float64Array;
  /** NaN: unknown; `lostPing`: a ping without a response. */
  readonly values: Float64Array;
}
