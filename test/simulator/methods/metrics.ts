import { type SimNode, hour, minute, second } from "../fleet/simNode";
import { visibleTo } from "../fleet/wireClient";
import { readTime, writeTime } from "../goTime";
import { type TimeRange } from "../history/timeRange";
import { type Json } from "../json";
import { invalidParams } from "../rpcError";
import { type World } from "../world";
import { type MethodContext } from "./handler";
import {
  type MetricDefinition,
  metricNamed,
  type MetricSeries,
  seriesOfMetric,
} from "./metricKeys";
import { type Bound, asNumber, asText, asTexts, bind } from "./params";

export const metricParams = [
  ...["metric_keys", "metrics", "metric_key", "entity_ids", "entity_id"],
  ...["start", "start_time", "end", "end_time", "hours", "max_points"],
  ...["aggregation", "fill_empty"],
] as const;

const defaultPoints = 500;
const steps = [minute, 5 * minute, 15 * minute, hour, 6 * hour, 24 * hour];

interface Plan {
  readonly range: TimeRange;
  readonly maxPoints: number;
  readonly aggregation: string;
  readonly fillEmpty: boolean;
  /** Undefined = every report as it came, kept for a quarter of an hour. */
  readonly stepMs: number | undefined;
}

export function queryMetrics({ world, caller, params }: MethodContext) {
  const bound = bind(params, metricParams);
  const keys = metricKeysIn(bound);
  if (keys.length === 0) throw invalidParams("metric_keys is required");
  const metrics = keys.map((key) => {
    const metric = metricNamed(key);
    if (metric === undefined) throw invalidParams(`unknown metric key: ${key}`);
    return metric;
  });
  const ids = entitiesIn(bound);
  if (world.knobs.oneEntity) requireOne(ids);
  const nodes = world.fleet.nodes.filter(
    (node) => visibleTo(caller.role, node) && (ids.length === 0 || ids.includes(node.uuid)),
  );
  const plan = planOf(bound, world.clock.now());
  const series = metrics.flatMap((metric) =>
    nodes.flatMap((node) =>
      seriesOfMetric(metric.name, node, world.fleet.pingTasks[0]).map((series) =>
        seriesOf(metric, node, series, plan, world),
      ),
    ),
  );
  return {
    count: series.length,
    default_points: defaultPoints,
    start: writeTime(plan.range.from, world.profile.time),
    end: writeTime(plan.range.to, world.profile.time),
    series,
    server_downsample_default: true,
  };
}

export type MetricParams = Bound<(typeof metricParams)[number]>;

export function metricKeysIn({
  metric_keys,
  metrics,
  metric_key,
}: MetricParams): readonly string[] {
  return asTexts(metric_keys) ?? asTexts(metrics) ?? one(metric_key);
}

export function entitiesIn({ entity_ids, entity_id }: MetricParams): readonly string[] {
  return asTexts(entity_ids) ?? one(entity_id);
}

/** For one server, of which it is not known whether it was released. */
function requireOne(ids: readonly string[]): void {
  if (ids.length === 0) throw invalidParams("entity_id is required");
  if (ids.length > 1) throw invalidParams("queryMetrics accepts a single entity_id");
}

export function one(value: unknown): readonly string[] {
  const text = asText(value) ?? "";
  return text === "" ? [] : [text];
}

export function metricRange(
  bound: Readonly<Partial<Record<string, unknown>>>,
  now: number,
): TimeRange {
  const at = (value: unknown) => readTime(asText(value) ?? "");
  const to = at(bound.end) ?? at(bound.end_time) ?? now;
  const from = at(bound.start) ?? at(bound.start_time) ?? to - (asNumber(bound.hours) ?? 4) * hour;
  return { from, to };
}

function planOf(bound: Readonly<Partial<Record<string, unknown>>>, now: number): Plan {
  const range = metricRange(bound, now);
  const maxPoints = asNumber(bound.max_points) ?? defaultPoints;
  const raw = range.to - range.from <= 15 * minute && now - range.from <= 15 * minute;
  const finest = (range.to - range.from) / Math.max(1, maxPoints);
  return {
    range,
    maxPoints,
    aggregation: asText(bound.aggregation) ?? "avg",
    fillEmpty: bound.fill_empty === true,
    stepMs: raw ? undefined : (steps.find((step) => step >= finest) ?? 24 * hour),
  };
}

function seriesOf(
  metric: MetricDefinition,
  node: SimNode,
  series: MetricSeries,
  plan: Plan,
  world: World,
) {
  const { stepMs, maxPoints, aggregation, fillEmpty } = plan;
  const points = pointsOf(series, node, plan, world);
  const sampled =
    stepMs === undefined
      ? { downsampled: false, max_points: maxPoints }
      : {
          downsampled: true,
          downsample_algorithm: aggregation,
          fill_empty: fillEmpty ? true : undefined,
          max_points: maxPoints,
          interval_seconds: stepMs / second,
        };
  return {
    metric_key: metric.name,
    entity_id: node.uuid,
    type: metric.type,
    unit: metric.unit,
    retention_days: metric.retention_days,
    tags: series.tags,
    ...sampled,
    count: points.length,
    points,
  };
}

function pointsOf(
  { tags, valueAt }: MetricSeries,
  node: SimNode,
  { range, stepMs, fillEmpty }: Plan,
  world: World,
): Json[] {
  const { fleet, profile } = world;
  const point = (time: number, moment: number): Json => {
    const value = fleet.recorded(node, moment) ? valueAt(moment) : null;
    return { time: writeTime(time, profile.time), value, count: value === null ? 0 : 1, tags };
  };
  if (stepMs === undefined) {
    return fleet.reportsBetween(node, range.from, range.to).map((time) => point(time, time));
  }
  const points: Json[] = [];
  for (let time = Math.floor(range.from / stepMs) * stepMs; time <= range.to; time += stepMs) {
    const moment = Math.min(time + stepMs / 2, range.to);
    if (fillEmpty || fleet.recorded(node, moment)) points.push(point(time, moment));
  }
  return points;
}
