import { sampleFields } from "../../../shared/metrics";
import { type Sample } from "../../model/model";
import { type LoadColumns } from "../../model/records";
import { ColumnSet } from "./columnSet";
import { loadColumns } from "./loadBuilder";

/** Samples (of getNodeRecentStatus, or statuses as they come) as columns. Those without a time are dropped. */
export function toColumns(samples: readonly Sample[]): LoadColumns {
  const set = new ColumnSet(sampleFields.length, samples.length);
  const row = new Float64Array(sampleFields.length + 1);
  for (const sample of samples) {
    if (sample.time === undefined) continue;
    row[0] = sample.time;
    sampleFields.forEach((field, index) => (row[index + 1] = sample[field] ?? NaN));
    set.add(row);
  }
  set.sort();
  return loadColumns(set);
}
