import { isRecord } from "../../util/json";
import { type PingSummary } from "../model/model";
import { pingKind } from "./pingKind";
import { isArray, nonNegative, positive, rowId, label, type WireRecord } from "./primitives";

/**
 * The `ping` map of a status, task id → summary, in order of ids; undefined on servers without, and
 * if pings were not requested (null). If a server distinguishes several kinds of pings of one task,
 * each is an entry: in a list under the id, or under a key that begins with it, as `1:ipv6`. One list of
 * all entries, each with its `task_id`, is accepted too.
 */
export function pingSummaries(value: unknown): readonly PingSummary[] | undefined {
  if (isArray(value)) return listed(value);
  if (!isRecord(value)) return undefined;
  const summaries: PingSummary[] = [];
  let isSorted = true;
  for (const key in value) {
    const entry = value[key];
    const taskId = rowId(key) ?? leadingId(key);
    if (taskId === undefined) continue;
    isSorted &&= taskId >= (summaries.at(-1)?.taskId ?? 0);
    if (isRecord(entry)) summaries.push(summary(taskId, entry));
    else if (isArray(entry)) {
      for (const each of entry) if (isRecord(each)) summaries.push(summary(taskId, each));
    }
  }
  // Integer keys come in order already, whatever the server's.
  return isSorted ? summaries : summaries.sort((a, b) => a.taskId - b.taskId);
}

function listed(entries: readonly unknown[]): readonly PingSummary[] | undefined {
  const summaries = entries.filter(isRecord).flatMap((entry) => {
    const taskId = rowId(entry.task_id);
    return taskId === undefined ? [] : [summary(taskId, entry)];
  });
  return summaries.length === 0 ? undefined : summaries.sort((a, b) => a.taskId - b.taskId);
}

function leadingId(key: string): number | undefined {
  return rowId(/^(\d+)[^\d.]/.exec(key)?.[1]);
}

/** Times of 0, and `latest` -1, say that no ping came back: the server takes 0 as unset. */
function summary(taskId: number, entry: WireRecord): PingSummary {
  const kind = pingKind(entry);
  const usual = {
    taskId,
    name: label(entry.name) ?? "",
    latest: nonNegative(entry.latest),
    average: positive(entry.avg),
    loss: nonNegative(entry.loss),
  };
  return kind === undefined ? usual : { ...usual, ...kind };
}
