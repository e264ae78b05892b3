import { type TimeRange } from "../../../src/shared/times";
import { lostAlone } from "../data/lossBuckets";
import { gapSteps } from "../data/gaps";
import { type Line } from "../data/line";
import { crossing, drawn, type Drawn, samplesIn, valueOf } from "./samples";

/** In place of the index of a sample: the edge of what is looked at, or the middle of a gap. */
const [edge, gap] = [-1, -2];

/** Where lines with the same times have something to draw. */
interface Track {
  readonly times: readonly number[];
  /** The sample that stands there, `edge` or `gap`. */
  readonly samples: readonly number[];
}

export interface AlignedLines {
  readonly times: Float64Array;
  /** As many for every line as there are times. */
  readonly values: Drawn[][];
}

export interface AlignedSource {
  readonly line: Line;
  readonly factor: number;
}

/**
 * Every sample of the lines in the range on one list of times, and where they cross its edges. A
 * line goes on over the times of others, and is broken by gaps, lost pings and unknown values; not by the lost last ping of
 * a step whose other pings had a response.
 */
export function alignLines(sources: readonly AlignedSource[], range: TimeRange): AlignedLines {
  const tracks = new Map<Float64Array, Track>();
  for (const { line } of sources) {
    if (!tracks.has(line.times)) tracks.set(line.times, trackOf(line.times, range));
  }
  const { times, places } = mergeTracks([...tracks.values()]);
  const values = sources.map((source) => {
    const track = tracks.get(source.line.times);
    return track === undefined ? [] : columnOf(source, track, times.length, places.get(track));
  });
  return { times, values };
}

function columnOf(
  source: AlignedSource,
  { times, samples }: Track,
  length: number,
  places: Uint32Array | undefined,
): Drawn[] {
  const own: Drawn[] = [];
  const isPassedOver = lostAlone(source.line);
  for (let index = 0; index < samples.length; index++) {
    const sample = samples[index] ?? gap;
    const value = isPassedOver(sample) ? undefined : drawnAt(source, sample, times[index] ?? NaN);
    own.push(value);
  }
  if (places === undefined) return own;
  const column = new Array<Drawn>(length).fill(undefined);
  own.forEach((value, index) => (column[places[index] ?? 0] = value));
  return column;
}

function drawnAt({ line, factor }: AlignedSource, sample: number, time: number): Drawn {
  if (sample === gap) return null;
  return sample === edge ? crossing(line, time, factor) : drawn(valueOf(line, sample, factor));
}

function trackOf(all: Float64Array, { from, to }: TimeRange): Track {
  const { first, end } = samplesIn(all, from, to);
  const times: number[] = [];
  const samples: number[] = [];
  const put = (time: number, sample: number) => {
    times.push(time);
    samples.push(sample);
  };
  if (first > 0 && all[first] !== from) put(from, edge);
  const gaps = gapSteps(all, first, end - 1);
  let nextGap = 0;
  for (let index = first; index < end; index++) {
    const time = all[index] ?? NaN;
    // Of rows with the same time the last one counts.
    if (times.at(-1) === time) samples[samples.length - 1] = index;
    else put(time, index);
    if (index === gaps[nextGap]) {
      put((time + (all[index + 1] ?? NaN)) / 2, gap);
      nextGap += 1;
    }
  }
  if (end < all.length && all[end - 1] !== to) put(to, edge);
  return { times, samples };
}

/** All times of the tracks in their order, and at which of them each of a track's is. */
function mergeTracks(tracks: readonly Track[]): {
  readonly times: Float64Array;
  readonly places: ReadonlyMap<Track, Uint32Array>;
} {
  const [only] = tracks;
  if (only !== undefined && tracks.length === 1) {
    return { times: new Float64Array(only.times), places: new Map() };
  }
  const sorted = Float64Array.from(tracks.flatMap(({ times }) => times)).sort();
  const times = sorted.filter((time, index) => time !== sorted[index - 1]);
  const places = new Map(tracks.map((track) => [track, placesIn(times, track.times)]));
  return { times, places };
}

function placesIn(all: Float64Array, some: readonly number[]): Uint32Array {
  let place = 0;
  return Uint32Array.from(some, (time) => {
    while ((all[place] ?? Infinity) < time) place += 1;
    return place;
  });
}
