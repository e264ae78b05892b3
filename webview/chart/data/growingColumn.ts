/** Numbers that grow at the end, in an array with spare capacity. */
export class GrowingColumn {
  #buffer: Float64Array;
  #view: Float64Array;

  /** Keeps the array given, until there is no more room in it. */
  constructor(values: Float64Array) {
    this.#buffer = values;
    this.#view = values;
  }

  /** Views given out before keep their length. */
  get view(): Float64Array {
    return this.#view;
  }

  /** Does nothing to an empty column. */
  replaceLast(value: number): void {
    if (this.#view.length > 0) this.#view[this.#view.length - 1] = value;
  }

  append(values: Float64Array): void {
    const length = this.#view.length + values.length;
    if (length > this.#buffer.length) {
      this.#buffer = new Float64Array(Math.ceil(length * 1.5));
      this.#buffer.set(this.#view);
    }
    this.#buffer.set(values, this.#view.length);
    this.#view = this.#buffer.subarray(0, length);
  }
}
