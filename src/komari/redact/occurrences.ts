import { type Buffer } from "node:buffer";

/** A string with more places to look at is one secret: searching it would take too long. */
export const maxPlaces = 5000;
/** So much is searched at once: a text of many megabytes does not block the event loop. */
const windowBytes = 256 * 1024;

/** Where a text occurs, asked about in order: each part is searched once. */
export class Occurrences {
  #next = 0;
  /** At `next` is one, and not only the end of what has been searched. */
  #isFound = false;

  constructor(
    private readonly json: Buffer,
    private readonly text: string,
  ) {
    this.#search(0);
  }

  /** There is none before it. */
  get next(): number {
    return this.#next;
  }

  /** No more of them than make a string one secret. */
  in(start: number, end: number): readonly number[] {
    const found: number[] = [];
    if (this.#next < start) this.#search(start);
    while (this.#next < end) {
      const place = this.#next;
      if (this.#isFound) found.push(place);
      this.#search(found.length > maxPlaces ? end : this.#isFound ? place + 1 : place);
    }
    return found;
  }

  #search(from: number): void {
    const { json, text } = this;
    const end = from + windowBytes;
    const place = json.subarray(from, end + text.length - 1).indexOf(text, 0, "latin1");
    this.#isFound = place >= 0;
    if (place >= 0) this.#next = from + place;
    else this.#next = end < json.length ? end : Infinity;
  }
}
