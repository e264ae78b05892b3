import { type Params } from "../rpc/message";
import { isRecord } from "../util/json";
import { type LoadType } from "./decode/metricWire";
import { rfc3339In } from "./serverZone";

/** What part of the history; without `start` and `end` the last `hours`, which are 1 by default. */
interface RecordsWindow {
  readonly hours?: number | undefined;
  /** Milliseconds since the epoch. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** All nodes when absent. */
  readonly uuid?: string | undefined;
  /** -1: no limit. The server's default is 4000 rows, over all nodes together. */
  readonly maxCount?: number | undefined;
}

export interface LoadQuery extends RecordsWindow {
  /** Leaves the other fields out of the rows. */
  readonly loadType?: LoadType | undefined;
}

export interface PingQuery extends RecordsWindow {
  readonly taskId?: number | undefined;
}

export interface PingStatsQuery extends Omit<RecordsWindow, "maxCount"> {
  /** All tasks when absent. */
  readonly taskId?: number | undefined;
}

/** One node: some servers accept only one. */
export interface MetricQuery extends Pick<RecordsWindow, "hours" | "start" | "end"> {
  readonly uuid: string;
  readonly keys: readonly string[];
}

type WireParams = Readonly<Record<string, string | number>>;

/** @param zone in which the server writes its times: "Z" or "+08:00". */
export function loadParams(query: LoadQuery, zone: string): WireParams {
  return compact({ type: "load", ...windowParams(query, zone), load_type: loadTypeOf(query) });
}

/** As `loadParams`. */
export function pingParams(query: PingQuery, zone: string): WireParams {
  return compact({ type: "ping", ...windowParams(query, zone), task_id: atLeastOne(query.taskId) });
}

/** As `loadParams`. */
export function pingStatsParams(query: PingStatsQuery, zone: string): WireParams {
  return compact({ ...windowParams(query, zone), task_id: atLeastOne(query.taskId) });
}

/** public:queryMetrics for the mean of each point. As `loadParams`. */
export function metricParams({ keys, uuid, ...window }: MetricQuery, zone: string) {
  return { metric_keys: keys, entity_id: uuid, ...compact(windowParams(window, zone)) };
}

/** Whether the server takes its own time for the end of the records. */
export function endsNow(params: Params): boolean {
  return isRecord(params) && params.end === undefined;
}

function loadTypeOf({ loadType }: LoadQuery): string | undefined {
  return loadType === "all" ? undefined : loadType;
}

/**
 * Servers from 1.2.7 on refuse a wrong type or an empty text, and one version crashes on a negative
 * maxCount: nothing goes out but whole hours, RFC 3339 times and -1 or more rows. Servers before
 * 1.2.7 compare times as texts: they must be in the zone of the rows, and in whole seconds.
 */
function windowParams({ uuid, hours, start, end, maxCount }: RecordsWindow, zone: string) {
  const from = rfc3339In(wholeSecond(start, Math.floor), zone);
  const to = rfc3339In(wholeSecond(end, Math.ceil), zone);
  const bounded = from !== undefined || to !== undefined;
  return {
    uuid: uuid === "" ? undefined : uuid,
    hours: bounded ? undefined : (atLeastOne(hours) ?? 1),
    start: from,
    end: to,
    maxCount: rowLimit(maxCount),
  };
}

function wholeSecond(time: number | undefined, round: (seconds: number) => number): number {
  return round((time ?? NaN) / 1000) * 1000;
}

function atLeastOne(value: number | undefined): number | undefined {
  if (value === undefined || !Number.isFinite(value) || value <= 0) return undefined;
  return Math.ceil(value);
}

function rowLimit(maxCount: number | undefined): number | undefined {
  return maxCount !== undefined && maxCount < 0 ? -1 : atLeastOne(maxCount);
}

/** Without the absent ones: servers tell a null from nothing at all. */
function compact(params: Readonly<Record<string, string | number | undefined>>): WireParams {
  const result: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(params)) if (value !== undefined) result[name] = value;
  return result;
}
