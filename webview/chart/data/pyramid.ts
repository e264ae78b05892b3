/** So many samples, or blocks of the level below, become one block. */
const blockShift = 4;
const blockSize = 2 ** blockShift;

/**
 * A summary of samples. Unknown values and lost pings are in none of the first four. If samples cover different
 * lengths of time, `count` and `lost` are sums of lengths, and the sum is weighted by length.
 */
export interface Summary {
  /** Infinity when `count` is 0. */
  min: number;
  /** -Infinity when `count` is 0. */
  max: number;
  sum: number;
  count: number;
  /** Pings without a response. */
  lost: number;
}

export function emptySummary(): Summary {
  return { min: Infinity, max: -Infinity, sum: 0, count: 0, lost: 0 };
}

/** Blocks that are complete, in arrays with room for more. */
interface Level {
  min: Float64Array;
  max: Float64Array;
  sum: Float64Array;
  count: Float64Array;
  lost: Float64Array;
  length: number;
}

/**
 * Summaries of a column in levels, each over 16 of the one below: any range is summed up from a
 * few dozen of them, however long it is. Samples may be added at the end; of the others only the last may change.
 */
export class Pyramid {
  #levels: Level[] = [];
  #lengths: Float64Array | undefined;
  readonly #minValue: number;

  /** @param pings values below 0 are lost pings. */
  constructor(pings: boolean) {
    this.#minValue = pings ? 0 : -Infinity;
  }

  /**
   * Takes in the samples of `values` that are new at its end; does nothing when none are. Leaves the
   * last one out, for it may stand for a bucket that is not full yet and still change.
   * @param lengths of time that the samples cover; undefined: all the same.
   */
  cover(values: Float64Array, lengths?: Float64Array): void {
    // Earlier summaries had other weights.
    if ((lengths === undefined) !== (this.#lengths === undefined)) this.#levels = [];
    this.#lengths = lengths;
    const blocks = Math.max(0, values.length - 1) >>> blockShift;
    const first = this.#level(0, blocks);
    if (blocks <= first.length) return;
    for (let block = first.length; block < blocks; block++) {
      this.#put(first, block, values);
    }
    first.length = blocks;
    this.#coverLevels();
  }

  /** Adds the samples [from, to) of a column that was covered, or of one that it began with. */
  add(values: Float64Array, from: number, to: number, into: Summary): void {
    const covered = this.#levels[0]?.length ?? 0;
    const [low, high] = [blockAfter(from), Math.min(to >>> blockShift, covered)];
    if (low >= high) {
      this.#addSamples(values, from, to, into);
      return;
    }
    this.#addSamples(values, from, low << blockShift, into);
    this.#addBlocks(0, low, high, into);
    this.#addSamples(values, high << blockShift, to, into);
  }

  #coverLevels(): void {
    const into = emptySummary();
    for (let depth = 1; ; depth++) {
      const below = this.#levels[depth - 1];
      const blocks = (below?.length ?? 0) >>> blockShift;
      if (below === undefined || blocks === 0) return;
      const level = this.#level(depth, blocks);
      for (let block = level.length; block < blocks; block++) {
        reset(into);
        addLevel(below, block << blockShift, (block + 1) << blockShift, into);
        put(level, block, into);
      }
      level.length = blocks;
    }
  }

  #addBlocks(depth: number, from: number, to: number, into: Summary): void {
    const level = this.#levels[depth];
    if (level === undefined) return;
    const [low, high] = [blockAfter(from), to >>> blockShift];
    if (low >= high) {
      addLevel(level, from, to, into);
      return;
    }
    addLevel(level, from, low << blockShift, into);
    this.#addBlocks(depth + 1, low, high, into);
    addLevel(level, high << blockShift, to, into);
  }

  #addSamples(values: Float64Array, from: number, to: number, into: Summary): void {
    const minValue = this.#minValue;
    const lengths = this.#lengths;
    let { min, max, sum, count, lost } = into;
    for (let index = from; index < to; index++) {
      const value = values[index] ?? NaN;
      const length = lengths === undefined ? 1 : (lengths[index] ?? 0);
      if (value >= minValue) {
        if (value < min) min = value;
        if (value > max) max = value;
        sum += value * length;
        count += length;
      } else if (value < minValue) lost += length;
    }
    into.min = min;
    into.max = max;
    into.sum = sum;
    into.count = count;
    into.lost = lost;
  }

  /** As `#addSamples` for one block of the first level. Each sample comes by here: it must be quick. */
  #put(level: Level, block: number, values: Float64Array): void {
    const minValue = this.#minValue;
    const lengths = this.#lengths;
    const end = (block + 1) << blockShift;
    let min = Infinity;
    let max = -Infinity;
    let sum = 0;
    let count = 0;
    let lost = 0;
    for (let index = block << blockShift; index < end; index++) {
      const value = values[index] ?? NaN;
      const length = lengths === undefined ? 1 : (lengths[index] ?? 0);
      if (value >= minValue) {
        min = Math.min(min, value);
        max = Math.max(max, value);
        sum += value * length;
        count += length;
      } else if (value < minValue) lost += length;
    }
    level.min[block] = min;
    level.max[block] = max;
    level.sum[block] = sum;
    level.count[block] = count;
    level.lost[block] = lost;
  }

  /** The level at `depth` with room for `blocks`. */
  #level(depth: number, blocks: number): Level {
    const old = this.#levels[depth];
    if (old !== undefined && old.min.length >= blocks) return old;
    const level = copyOf(old, Math.max(blocks, 2 * (old?.length ?? 0)));
    this.#levels[depth] = level;
    return level;
  }
}

function blockAfter(index: number): number {
  return (index + blockSize - 1) >>> blockShift;
}

function reset(summary: Summary): void {
  summary.min = Infinity;
  summary.max = -Infinity;
  summary.sum = summary.count = summary.lost = 0;
}

function copyOf(old: Level | undefined, room: number): Level {
  const level = {
    min: new Float64Array(room),
    max: new Float64Array(room),
    sum: new Float64Array(room),
    count: new Float64Array(room),
    lost: new Float64Array(room),
    length: old?.length ?? 0,
  };
  if (old === undefined) return level;
  level.min.set(old.min);
  level.max.set(old.max);
  level.sum.set(old.sum);
  level.count.set(old.count);
  level.lost.set(old.lost);
  return level;
}

function put(level: Level, block: number, { min, max, sum, count, lost }: Summary): void {
  level.min[block] = min;
  level.max[block] = max;
  level.sum[block] = sum;
  level.count[block] = count;
  level.lost[block] = lost;
}

function addLevel(level: Level, from: number, to: number, into: Summary): void {
  for (let block = from; block < to; block++) {
    into.min = Math.min(into.min, level.min[block] ?? Infinity);
    into.max = Math.max(into.max, level.max[block] ?? -Infinity);
    into.sum += level.sum[block] ?? 0;
    into.count += level.count[block] ?? 0;
    into.lost += level.lost[block] ?? 0;
  }
}
