export type LoadType =
  | ("cpu" | "gpu" | "ram" | "swap" | "load" | "temp" | "disk" | "network" | "process")
  | ("connections" | "all");

/** What part of the history; without `start` and `end` the last `hours`, which are 1 by default. */
export interface RecordsWindow {
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

export interface PingStatsQuery {
  readonly uuid: string;
  /** The last so many. */
  readonly hours: number;
  /** All tasks when absent. */
  readonly taskId?: number | undefined;
}

type WireParams = Readonly<Record<string, string | number>>;

export function loadParams(query: LoadQuery): WireParams {
  return compact({ type: "load", ...windowParams(query), load_type: loadTypeOf(query) });
}

export function pingParams(query: PingQuery): WireParams {
  return compact({ type: "ping", ...windowParams(query), task_id: atLeastOne(query.taskId) });
}

export function pingStatsParams({ uuid, hours, taskId }: PingStatsQuery): WireParams {
  return compact({ uuid, hours: atLeastOne(hours) ?? 1, task_id: atLeastOne(taskId) });
}

function loadTypeOf({ loadType }: LoadQuery): string | undefined {
  return loadType === "all" ? undefined : loadType;
}

/**
 * Servers from 1.2.7 on refuse a wrong type or an empty text, and one version crashes on a negative
 * maxCount: nothing goes out but whole hours, RFC 3339 times and -1 or more rows.
 */
function windowParams({ uuid, hours, start, end, maxCount }: RecordsWindow) {
  const from = rfc3339(start);
  const to = rfc3339(end);
  const bounded = from !== undefined || to !== undefined;
  return {
    uuid: uuid === "" ? undefined : uuid,
    hours: bounded ? undefined : (atLeastOne(hours) ?? 1),
    start: from,
    end: to,
    maxCount: rowLimit(maxCount),
  };
}

function rfc3339(time: number | undefined): string | undefined {
  const date = new Date(time ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
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
