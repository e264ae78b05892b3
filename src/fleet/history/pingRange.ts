import { type PingTask } from "../../komari/model/model";
import { type PingColumns, type PingHistory } from "../../komari/model/records";
import { type TimeRange } from "../../shared/times";
import { concat, rowsThrough, medianStep } from "./historyWindow";
import { lowerBound } from "../../shared/sortedSearch";
import { finestStepMs, hasStepOf, isFineStep, type RangeKind } from "./rangeKind";

const bytesPerRow = 16;

/** History of pings: a series for each task and node. */
export const pingRange: RangeKind<PingHistory> = {
  rows: ({ rows }) => rows,
  bytes: ({ series }) => rowsOf(series) * bytesPerRow,
  lastTime: ({ series }) => {
    const newest = series.reduce((last, { times }) => Math.max(last, times.at(-1) ?? last), -1);
    return newest < 0 ? undefined : newest;
  },
  isFinest: ({ series, tasks }) => {
    const intervals = new Map(tasks.map(({ id, intervalSeconds }) => [id, intervalSeconds]));
    const finest = (id: number) => Math.max(finestStepMs, (intervals.get(id) ?? 0) * 1000);
    return (
      series.length > 0 &&
      series.every(({ taskId, times }) => isFineStep(medianStep(times), finest(taskId))) &&
      !series.every(({ times }) => times.every(isCoarseBucket))
    );
  },
  hasStepOf: (data, tail) => {
    const before = new Map(data.series.map((each) => [keyOf(each), each.times]));
    return tail.series.every((each) => {
      const times = before.get(keyOf(each));
      return times === undefined || hasStepOf(times, each.times);
    });
  },
  slice: (data, range) => ({ ...data, series: data.series.map((each) => slice(each, range)) }),
  extend: (data, tail) => {
    const series = new Map(data.series.map((each) => [keyOf(each), each]));
    for (const each of tail.series) {
      const before = series.get(keyOf(each));
      series.set(keyOf(each), before === undefined ? each : extend(before, each));
    }
    const all = [...series.values()];
    const tasks = tasksOf(data.tasks, tail.tasks);
    return { ...data, to: tail.to ?? data.to, series: all, tasks, rows: rowsOf(all) };
  },
};

/** The next coarser step of servers that keep one ping per step, at the start of the step. */
const coarseStepMs = 5 * finestStepMs;

/**
 * If every row may be such a step, an equal interval of the task proves nothing: another request could
 * return the same pings at the minutes in which they were sent.
 */
function isCoarseBucket(time: number): boolean {
  return time % coarseStepMs === 0;
}

function keyOf({ taskId, uuid = "" }: PingColumns): string {
  return `${taskId} ${uuid}`;
}

function rowsOf(series: readonly PingColumns[]): number {
  return series.reduce((rows, { times }) => rows + times.length, 0);
}

function slice(series: PingColumns, range: TimeRange): PingColumns {
  const { times, values } = series;
  const [begin, end] = rowsThrough(times, range);
  if (begin === 0 && end === times.length) return series;
  return { ...series, times: times.subarray(begin, end), values: values.subarray(begin, end) };
}

function extend(before: PingColumns, after: PingColumns): PingColumns {
  const [first] = after.times;
  if (first === undefined) return before;
  const kept = lowerBound(before.times, first);
  return {
    ...before,
    times: concat(before.times.subarray(0, kept), after.times),
    values: concat(before.values.subarray(0, kept), after.values),
  };
}

/** Statistics of the later response do not cover the whole range, so new tasks are added without them. */
function tasksOf(before: readonly PingTask[], after: readonly PingTask[]): readonly PingTask[] {
  const known = new Set(before.map(({ id }) => id));
  const uncounted = after.filter(({ id }) => !known.has(id)).map(withoutCounts);
  return [...before, ...uncounted];
}

function withoutCounts(task: PingTask): PingTask {
  const none = { latest: undefined, average: undefined, min: undefined, max: undefined };
  return { ...task, ...none, p50: undefined, p99: undefined, loss: undefined, total: undefined };
}
