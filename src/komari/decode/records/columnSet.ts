/** Columns for so many rows are made at once, whatever the server announces. */
const maxInitialRows = 1024 * 1024;
const minRows = 64;

/** So many rows go into the columns together: many columns, each a byte further, would thrash the cache. */
const blockRows = 64;

/** A time and some numbers per row, as columns that grow. A column is made when it has a value. */
export class ColumnSet {
  readonly #columns: (Float64Array | undefined)[];
  #room: number;
  /** How many rows are in the columns. */
  #settled = 0;
  /** The rows after those, one behind the other. */
  readonly #block: Float64Array;
  #inBlock = 0;
  readonly #width: number;

  /** For rows of a time and `numbers` numbers, of which so many are `expected`. */
  constructor(numbers: number, expected = 0) {
    this.#width = numbers + 1;
    this.#room = Math.min(Math.max(expected, minRows), maxInitialRows);
    this.#columns = Array.from({ length: this.#width }, () => undefined);
    this.#block = new Float64Array(this.#width * blockRows);
  }

  get length(): number {
    return this.#settled + this.#inBlock;
  }

  /** Takes the first values: the time, then the numbers, NaN for none. */
  add(values: Float64Array): void {
    if (this.#inBlock === blockRows) this.#settle();
    const start = this.#inBlock++ * this.#width;
    for (let index = 0; index < this.#width; index++) {
      this.#block[start + index] = values[index] ?? NaN;
    }
  }

  /** Brings the rows from `start` to `end` into order of time; those of one time keep theirs. */
  sort(start = 0, end = this.length): void {
    const times = this.times(start, end);
    if (isInOrder(times)) return;
    const order = Uint32Array.from(times.keys());
    order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
    for (const column of this.#columns) {
      const part = column?.subarray(start, end);
      part?.set(Float64Array.from(order, (from) => part[from] ?? NaN));
    }
  }

  /** Like `numbers` a window on what is here: to be taken when all rows are. */
  times(start = 0, end = this.length): Float64Array {
    return this.#column(0, start, end) ?? new Float64Array(0);
  }

  /** The values of one number; undefined if there is none at all. */
  numbers(index: number, start = 0, end = this.length): Float64Array | undefined {
    return this.#column(index + 1, start, end);
  }

  #column(index: number, start: number, end: number): Float64Array | undefined {
    this.#settle();
    return this.#columns[index]?.subarray(start, end);
  }

  #settle(): void {
    if (this.#inBlock === 0) return;
    while (this.#room < this.length) this.#grow();
    for (let index = 0; index < this.#width; index++) {
      const column = this.#columns[index] ?? this.#opened(index);
      if (column !== undefined) this.#copyTo(column, index);
    }
    this.#settled += this.#inBlock;
    this.#inBlock = 0;
  }

  #copyTo(column: Float64Array, index: number): void {
    const block = this.#block;
    let from = index;
    const end = this.#settled + this.#inBlock;
    for (let row = this.#settled; row < end; row++) {
      column[row] = block[from] ?? NaN;
      from += this.#width;
    }
  }

  /** A new column, if there is something to put into it. */
  #opened(index: number): Float64Array | undefined {
    let known = false;
    for (let row = 0; row < this.#inBlock && !known; row++) {
      known = !Number.isNaN(this.#block[row * this.#width + index]);
    }
    if (!known) return undefined;
    const column = new Float64Array(this.#room).fill(NaN, 0, this.#settled);
    this.#columns[index] = column;
    return column;
  }

  /** One column after the other, so that no more than one is there twice. */
  #grow(): void {
    this.#room *= 2;
    this.#columns.forEach((column, index) => {
      if (column !== undefined) this.#columns[index] = grown(column, this.#room);
    });
  }
}

function grown(column: Float64Array, room: number): Float64Array {
  const larger = new Float64Array(room);
  larger.set(column);
  return larger;
}

function isInOrder(times: Float64Array): boolean {
  for (let index = 1; index < times.length; index++) {
    if ((times[index - 1] ?? 0) > (times[index] ?? 0)) return false;
  }
  return true;
}
