import { type SampleField } from "../../shared/metrics";
import { type PingTask, type CoveredRange } from "./model";

/** The rows of one node as columns of equal length, in order of time. */
export interface LoadColumns {
  /** Milliseconds since the epoch, never falling. */
  readonly times: Float64Array;
  /** NaN: unknown. A field of which nothing at all is known may be left out. Units as in `Sample`. */
  readonly fields: Readonly<Partial<Record<SampleField, Float64Array>>>;
}

/** common:getRecords, type load. Nodes whose rows were all sampled away have empty columns. */
export interface LoadHistory extends CoveredRange {
  readonly nodes: ReadonlyMap<string, LoadColumns>;
  readonly rows: number;
}

/** What one GPU of a node did, in order of time. NaN: unknown; units as in `GpuDevice`. */
export interface GpuColumns {
  /** From 0, in the agent's order. */
  readonly index: number;
  /** Untrusted text. */
  readonly name: string | undefined;
  readonly times: Float64Array;
  readonly usage: Float64Array;
  readonly memoryUsed: Float64Array;
  readonly temperature: Float64Array;
  /** The last that is known. */
  readonly memoryTotal: number | undefined;
}

/** The pings of one task from one node, in order of time. */
export interface PingColumns {
  readonly taskId: number;
  /** Undefined when the server does not say. */
  readonly uuid: string | undefined;
  readonly times: Float64Array;
  /** Milliseconds; `lostPing` when no response came. */
  readonly values: Float64Array;
}

/** common:getRecords, type ping. */
export interface PingHistory extends CoveredRange {
  readonly series: readonly PingColumns[];
  readonly tasks: readonly PingTask[];
  readonly rows: number;
}
