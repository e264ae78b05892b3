import { isRecord } from "../../util/json";
import { type PingSummary } from "../model";
import { nonNegative, positive, rowId, text, type WireRecord } from "./primitives";

/** The `ping` map of a status, task id → summary, in order of ids; undefined on servers without. */
export function pingSummaries(value: unknown): readonly PingSummary[] | undefined {
  if (!isRecord(value)) return undefined;
  const summaries: PingSummary[] = [];
  for (const key in value) {
    const entry = value[key];
    const taskId = rowId(key);
    if (taskId !== undefined && isRecord(entry)) summaries.push(summary(taskId, entry));
  }
  // Integer keys come in order already, whatever the server's.
  return summaries;
}

/** Times of 0, and `latest` -1, say that no ping came back: the server takes 0 as unset. */
function summary(taskId: number, entry: WireRecord): PingSummary {
  const average = positive(entry.avg);
  return {
    taskId,
    name: text(entry.name) ?? "",
    latest: nonNegative(entry.latest),
    average,
    min: positive(entry.min),
    max: positive(entry.max),
    loss: nonNegative(entry.loss),
    tail: average === undefined ? undefined : nonNegative(entry.tail),
  };
}
