import { day } from "../../fleet/simNode";
import { type Json } from "../../json";
import { invalidParams } from "../../rpcError";
import { type Handlers, type MethodContext } from "../handler";
import {
  type MetricParams,
  entitiesIn,
  metricKeysIn,
  metricParams,
  metricRange,
  queryMetrics,
} from "../metrics";
import { asNumber, bind } from "../params";
import { getPingMetricStats } from "../pingMetricStats";

const limits = { keys: 32, entities: 256, perSeries: 4096, points: 250_000, days: 366 } as const;
const defaultPoints = 500;

/** Queries of metrics and pings within limits, and with what is known of their quality. */
export const nekomariQueries: Handlers = {
  "public:queryMetrics": (context) => {
    checkLimits(context);
    const { series, ...rest } = queryMetrics(context);
    return {
      ...rest,
      series: series.map(({ points, ...about }) => ({
        ...about,
        semantics: "gauge",
        quality: "ok",
        window_semantics: "bucket_coverage",
        points: points.length === 0 ? null : points,
      })),
    };
  },
  "public:getPingMetricStats": (context) => {
    checkSpan(context);
    const { stats, ...rest } = getPingMetricStats(context);
    const all = stats.flatMap((entry) => byProtocol(entry));
    return { ...rest, stats: all, count: all.length };
  },
};

function checkLimits(context: MethodContext): void {
  const { params, world } = context;
  const bound: MetricParams = bind(params, metricParams);
  const keys = metricKeysIn(bound);
  const ids = entitiesIn(bound);
  if (keys.length > limits.keys) throw invalidParams("too many metric keys");
  if (ids.length > limits.entities) throw invalidParams("too many entities");
  for (const id of ids) {
    if (world.fleet.get(id) === undefined) throw invalidParams(`unknown entity: ${id}`);
  }
  checkSpan(context);
  const series = keys.length * (ids.length === 0 ? world.fleet.nodes.length : ids.length);
  const perSeries = asNumber(bound.max_points) ?? defaultPoints;
  if (perSeries > limits.perSeries || perSeries * series > limits.points) {
    throw invalidParams("query point budget exceeded; request fewer nodes, metrics or points");
  }
}

function checkSpan({ params, world }: MethodContext): void {
  const { from, to } = metricRange(bind(params, metricParams), world.clock.now());
  if (to <= from || to - from > limits.days * day) {
    throw invalidParams("query window must be positive and at most 366 days");
  }
}

type Stats = ReturnType<typeof getPingMetricStats>["stats"][number];

/** Where any ping came back. */
function p95Of({ p99 }: Readonly<Partial<Record<string, Json>>>): Record<string, Json> {
  return p99 === undefined ? {} : { p95: p99 };
}

/**
 * A task over TCP is one that pings by ICMP too, of which it is not known whether anything came back:
 * an entry for each protocol.
 */
function byProtocol(entry: Stats): readonly Record<string, Json>[] {
  const { entity_id, task_id, name, type, interval, tags, total } = entry;
  const about = { entity_id, task_id, name, type, interval, tags, total, family: "ipv4" };
  const window = { semantics: "probe", window_semantics: "exact_samples" };
  const known = { quality: "ok", valid_known: true, ...p95Of(entry) };
  const counted = { ...entry, ...about, ...window, ...known };
  if (type !== "tcp") return [{ ...counted, protocol: "icmp", role: "primary" }];
  const unknown = { quality: "unknown", valid: 0, valid_known: false };
  return [
    {
      ...about,
      ...window,
      ...unknown,
      type: "dual",
      protocol: "icmp",
      role: "primary",
      loss: null,
      p99_p50_ratio: null,
    },
    { ...counted, type: "dual", protocol: "tcp", role: "secondary" },
  ];
}
