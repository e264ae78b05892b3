import { type Stretch } from "../../../fleet/history/historyWindow";
import { toColumns } from "../../../komari/decode/columns";
import { type Sample } from "../../../komari/model";
import { type LoadColumns } from "../../../komari/records";

/** Reports within a stretch as columns. */
export function reportColumns(samples: readonly Sample[], { from, to }: Stretch): LoadColumns {
  return toColumns(samples.filter(({ time = NaN }) => time >= from && time <= to));
}
