import { clockSlackMs } from "../../../fleet/history/historyWindow";
import { type Sample } from "../../../komari/model/model";
import { liveSpanMs } from "./chartSpan";
import { toColumns } from "../../../komari/decode/records/columns";
import { type LoadColumns } from "../../../komari/model/records";
import { type SampleField, sampleFields } from "../../../shared/metrics";
import { type TimeRange } from "../../../shared/times";

/** A report that is not older than this is followed by the next: none is missing in between. */
const gaplessMs = 30_000;

/** Longer than what is shown: what is a gap is told by the rows before, which may be a minute apart. */
const keptMs = 2 * liveSpanMs;

/** With fewer records before the first report their steps would be taken for gaps. */
const minRecords = 5;

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
      ({ time = 0 }) => time >= now - keptMs && time <= now + clockSlackMs,
    );
    this.#samples.set(
      node,
      recent.sort((a, b) => (a.time ?? 0) - (b.time ?? 0)),
    );
  }

  /** Records, where there are no reports near them: they reach farther back. */
  fill(node: string, columns: LoadColumns, now: number): void {
    const reported = this.samplesOf(node).map(({ time = NaN }) => time);
    const isNear = (time: number) => reported.some((each) => Math.abs(each - time) < gaplessMs);
    const samples = [...columns.times.keys()]
      .map((index) => sampleAt(columns, index))
      .filter(({ time = NaN }) => time >= now - keptMs && time <= now && !isNear(time));
    if (samples.length >= minRecords) this.add(node, samples, now);
  }

  /** Whether reports that come from now on go on where those that are held end. */
  isFresh(node: string, now: number): boolean {
    return (this.samplesOf(node).at(-1)?.time ?? -Infinity) >= now - gaplessMs;
  }
}

function sampleAt({ times, fields }: LoadColumns, index: number): Sample {
  const values = sampleFields.map((field) => {
    const value = fields[field]?.[index] ?? NaN;
    return [field, Number.isNaN(value) ? undefined : value] as const;
  });
  return { time: times[index], ...(Object.fromEntries(values) as Readings) };
}

type Readings = Readonly<Record<SampleField, number | undefined>>;

/** Reports as columns, with those from before the range; none if none is in it. */
export function reportColumns(samples: readonly Sample[], { from, to }: TimeRange): LoadColumns {
  const isInside = ({ time = NaN }: Sample) => time >= from && time <= to;
  return toColumns(samples.some(isInside) ? samples.filter(({ time = NaN }) => time <= to) : []);
}
