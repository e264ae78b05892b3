import { pingStats } from "../fleet/pingStats";
import { visibleTo } from "../fleet/wireClient";
import { writeTime } from "../goTime";
import { allPings, tasksOf } from "../history/pingRows";
import { type Json } from "../json";
import { type MethodContext } from "./handler";
import { metricSpan, one } from "./metrics";
import { asTexts, asWhole, bind } from "./params";

const names = [
  ...["uuid", "entity_ids", "entity_id", "task_id", "task_ids"],
  ...["hours", "start", "start_time", "end", "end_time"],
] as const;

/** Counts every ping that was sent, unlike the records, which keep one of each minute. */
export function getPingMetricStats({ world, caller, params }: MethodContext): Json {
  const bound = bind(params, names);
  const ids = asTexts(bound.entity_ids) ?? [...one(bound.uuid), ...one(bound.entity_id)];
  const span = metricSpan({ hours: 1, ...bound }, world.clock.now());
  const stats = world.fleet.nodes
    .filter((node) => visibleTo(caller.role, node) && (ids.length === 0 || ids.includes(node.uuid)))
    .flatMap((node) =>
      tasksOf(asWhole(bound.task_id) ?? 0, world)
        .filter((task) => task.runsOn(node))
        .map((task) => {
          const { name, type, interval } = task;
          const counted = pingStats(allPings(node, task, span, world));
          const task_id = String(task.id);
          const about = { entity_id: node.uuid, task_id, name, type, interval, tags: { task_id } };
          return { ...about, ...wireStats(counted) };
        }),
    );
  return {
    start: writeTime(span.from, world.profile.time),
    end: writeTime(span.to, world.profile.time),
    interval_seconds: span.to - span.from > 36_000_000 ? 300 : 60,
    stats,
    count: stats.length,
  };
}

/** Where every ping was lost there is no best, worst or average. */
function wireStats(counted: ReturnType<typeof pingStats>): Record<string, number> {
  const { total, valid, loss, min, max, avg, latest, p50, p99, deviation, ratio } = counted;
  const values = valid === 0 ? {} : { min, max, avg, latest, p50, p99 };
  return { total, valid, loss, ...values, stddev: deviation, p99_p50_ratio: ratio };
}
