import { visibleTo } from "../fleet/wireClient";
import { writeTime } from "../goTime";
import { groupBy } from "../groupBy";
import { gridOf } from "../history/grid";
import { allPings, type Ping, tasksOf } from "../history/pingRows";
import { type World } from "../world";
import { type MethodContext } from "./handler";
import { metricRange, one } from "./metrics";
import { asTexts, asWhole, bind } from "./params";

const names = [
  ...["uuid", "entity_ids", "entity_id", "task_id", "task_ids"],
  ...["hours", "start", "start_time", "end", "end_time"],
] as const;

/** Counts every ping that was sent, unlike the records, which keep one of each minute. */
export function getPingMetricStats({ world, caller, params }: MethodContext) {
  const bound = bind(params, names);
  const ids = asTexts(bound.entity_ids) ?? [...one(bound.uuid), ...one(bound.entity_id)];
  const range = metricRange({ hours: 1, ...bound }, world.clock.now());
  const stepMs = bucketMsOf(range, world);
  const stats = world.fleet.nodes
    .filter((node) => visibleTo(caller.role, node) && (ids.length === 0 || ids.includes(node.uuid)))
    .flatMap((node) =>
      tasksOf(asWhole(bound.task_id) ?? 0, world)
        .filter((task) => task.runsOn(node))
        .map((task) => {
          const { name, type, interval } = task;
          const pings = allPings(node, task, range, world);
          const task_id = String(task.id);
          const about = { entity_id: node.uuid, task_id, name, type, interval, tags: { task_id } };
          return { about, pings };
        }),
    )
    .filter(({ pings }) => pings.length > 0)
    .map(({ about, pings }) => ({ ...about, ...statsOf(pings, stepMs) }));
  return {
    start: writeTime(range.from, world.profile.time),
    end: writeTime(range.to, world.profile.time),
    interval_seconds: stepMs / 1000,
    stats,
    count: stats.length,
  };
}

const [second, maxPoints] = [1000, 500];
const steps = [
  ...[1, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800],
  ...[1, 2, 3, 6, 12, 24].map((hours) => hours * 3600),
].map((seconds) => seconds * second);

/** How long the buckets are that averages are taken of: a multiple of the step of the records. */
function bucketMsOf(range: { from: number; to: number }, world: World): number {
  const { stepMs } = gridOf(range, world.clock.now(), Infinity, world.profile);
  const minStepMs = (range.to - range.from) / maxPoints;
  const step = steps.find((each) => each >= minStepMs) ?? stepMs;
  return Math.ceil(Math.max(step, stepMs) / stepMs) * stepMs;
}

interface Figures extends Readonly<Record<string, number>> {
  readonly total: number;
}

interface Bucket {
  readonly count: number;
  readonly values: readonly number[];
}

/**
 * A lost ping is -1 in every figure of a bucket. What comes of a bucket below 0 is left out: an
 * average where all were lost, a minimum where one was.
 */
function statsOf(pings: readonly Ping[], stepMs: number): Figures {
  const buckets = [...groupBy(pings, ({ time }) => Math.floor(time / stepMs)).values()].map(
    (pingsIn): Bucket => ({ count: pingsIn.length, values: pingsIn.map(({ value }) => value) }),
  );
  const total = pings.length;
  const valid = pings.filter(({ value }) => value >= 0).length;
  const figures = compact({
    min: minOf(buckets.map(({ values }) => Math.min(...values))),
    max: maxOf(buckets.map(({ values }) => Math.max(...values))),
    avg: weighted(buckets, mean),
    latest: pings.findLast(({ value }) => value >= 0)?.value,
    p50: weighted(buckets, (values) => quantile(values, 0.5)),
    p99: weighted(buckets, (values) => quantile(values, 0.99)),
  });
  return {
    total,
    valid,
    loss: (100 * (total - valid)) / total,
    ...figures,
    stddev: weighted(buckets, deviation) ?? 0,
    p99_p50_ratio: ratio(figures),
  };
}

function minOf(values: readonly number[]): number | undefined {
  const known = values.filter((value) => value >= 0);
  return known.length === 0 ? undefined : Math.min(...known);
}

function maxOf(values: readonly number[]): number | undefined {
  const known = values.filter((value) => value >= 0);
  return known.length === 0 ? undefined : Math.max(...known);
}

function weighted(
  buckets: readonly Bucket[],
  figure: (values: readonly number[]) => number,
): number | undefined {
  const known = buckets
    .map(({ count, values }) => ({ count, value: figure(values) }))
    .filter(({ value }) => value >= 0);
  const count = known.reduce((sum, each) => sum + each.count, 0);
  return count === 0
    ? undefined
    : known.reduce((sum, each) => sum + each.value * each.count, 0) / count;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? -1;
}

function ratio({ p50 = 0, p99 = 0 }: Readonly<Record<string, number>>): number {
  return p50 > 0 && p99 >= p50 ? (p99 - p50) / Math.max(Math.min(p50, 50), 10) : 0;
}

function compact(values: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const known = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(known);
}
