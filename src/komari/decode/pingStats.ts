import { isRecord } from "../../util/json";
import { type PingTaskStats } from "../model/model";
import { malformed } from "./malformed";
import { answeredAverage, type CountedAverage } from "./pingAverage";
import { pingKind } from "./pingKind";
import { label, isArray, nonNegative, rowId, text, type WireRecord } from "./primitives";

/**
 * public:getPingMetricStats: `{start, end, interval_seconds, stats: Task[], count}`, of which the
 * tasks of `uuid` are taken, or of all nodes. If all pings were lost, times are omitted. Nekomari
 * has an entry for every kind of pings of a task, and null for an unknown loss.
 */
export function decodePingStats(result: unknown, uuid?: string): readonly PingTaskStats[] {
  const stats = isRecord(result) ? (result.stats ?? []) : undefined;
  if (!isArray(stats)) throw malformed("ping statistics", result);
  return stats
    .filter(isRecord)
    .map((record) => taskStats(record, text(record.entity_id) ?? uuid))
    .filter((task) => task !== undefined)
    .filter((task) => uuid === undefined || task.uuid === uuid);
}

/** Without a response there are none, whatever stands in their place. */
const noTimes: WireRecord = Object.freeze({});

function taskStats(record: WireRecord, uuid: string | undefined): PingTaskStats | undefined {
  const taskId = rowId(record.task_id);
  if (taskId === undefined) return undefined;
  const total = nonNegative(record.total);
  const isCounted = total !== 0 && record.valid_known !== false;
  const loss = isCounted ? nonNegative(record.loss) : undefined;
  const times = record.valid === 0 ? noTimes : record;
  return {
    ...pingKind(record),
    uuid,
    taskId,
    name: label(record.name) ?? "",
    latest: nonNegative(times.latest),
    ...averageOf(times, total, loss),
    min: nonNegative(times.min),
    max: nonNegative(times.max),
    p50: nonNegative(times.p50),
    p99: nonNegative(times.p99),
    loss,
    total,
  };
}

/** Nekomari states how it has counted, and excludes lost pings. */
const ownCount = ["semantics", "window_semantics", "valid_known"];

function averageOf(
  record: WireRecord,
  total: number | undefined,
  loss: number | undefined,
): CountedAverage {
  const average = nonNegative(record.avg);
  const isRight = ownCount.some((name) => name in record);
  if (isRight || average === undefined || total === undefined || loss === undefined) {
    return { average };
  }
  return answeredAverage(average, total, loss, nonNegative(record.max));
}
