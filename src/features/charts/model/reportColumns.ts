import { toColumns } from "../../../komari/decode/records/columns";
import { type Sample } from "../../../komari/model/model";
import { type LoadColumns } from "../../../komari/model/records";
import { type TimeRange } from "../../../shared/times";

/** Reports within a range as columns. */
export function reportColumns(samples: readonly Sample[], { from, to }: TimeRange): LoadColumns {
  return toColumns(samples.filter(({ time = NaN }) => time >= from && time <= to));
}
