import { clockSlackMs } from "../../../fleet/history/historyWindow";
import { type Sample } from "../../../komari/model/model";
import { liveSpanMs } from "./chartSpan";
import { toColumns } from "../../../komari/decode/records/columns";
import { type LoadColumns } from "../../../komari/model/records";
import { type TimeRange } from "../../../shared/times";

/** A report that is not older than this is followed by the next: none is missing in between. */
const gaplessMs = 30_000;

/** The reports of the last minutes, by node. */
export class LiveReports {
  readonly #samples = new Map<string, readonly Sample[]>();

  samplesOf(node: string): readonly Sample[] {
    return this.#samples.get(node) ?? [];
  }

  /** In whatever order they come; one that is held already, or without a time, changes nothing. */
  add(node: string, samples: readonly Sample[], now: number): void {
    const byTime = new Map(this.samplesOf(node).map((sample) => [sample.time, sample]));
    for (const sample of samples) if (sample.time !== undefined) byTime.set(sample.time, sample);
    // What is farther ahead of the server's clock is wrong, and would never become old.
    const recent = [...byTime.values()].filter(
      ({ time = 0 }) => time >= now - liveSpanMs && time <= now + clockSlackMs,
    );
    this.#samples.set(
      node,
      recent.sort((a, b) => (a.time ?? 0) - (b.time ?? 0)),
    );
  }

  /** Whether reports that come from now on go on where those that are held end. */
  isFresh(node: string, now: number): boolean {
    return (this.samplesOf(node).at(-1)?.time ?? -Infinity) >= now - gaplessMs;
  }
}

/** Reports within a range as columns. */
export function reportColumns(samples: readonly Sample[], { from, to }: TimeRange): LoadColumns {
  return toColumns(samples.filter(({ time = NaN }) => time >= from && time <= to));
}
