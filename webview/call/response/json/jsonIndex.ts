/**
 * Index of the lines of pretty-printed JSON: one for each value, and one for each bracket that closes
 * a non-empty container. Nothing is parsed into objects: visible lines are read from the text, so that
 * numbers of any size, the order of members and duplicate keys are preserved, and 16 MB cost a few
 * typed arrays.
 */
export interface JsonIndex {
  readonly text: string;
  /** The number of lines. */
  readonly size: number;
  /** Start offset of a line in the text: of its key, if it is a member, else of its value. Ascending. */
  readonly starts: Uint32Array;
  /** The closing line of a container; of other values the line itself. */
  readonly ends: Uint32Array;
  /** The line of the container that holds the value, or that the line closes; 0 for the root. */
  readonly parents: Uint32Array;
  /** Position of the value in its container, from 0. Of a closing line: the number of values. */
  readonly places: Uint32Array;
  /** Nesting depth, 0 for the root, at most 65535. */
  readonly depths: Uint16Array;
}

const maxDepth = 65_535;

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Characters read between two `yield`s: less than a millisecond's work. */
const step = 65_536;

/** Indexes valid JSON; yields regularly. */
export function* indexJson(text: string): Generator<undefined, JsonIndex> {
  const scanner = new Scanner(text);
  while (!scanner.done) {
    scanner.read(step);
    yield;
  }
  return scanner.index();
}

/** Whether the line closes a container. */
export function isCloser(index: JsonIndex, line: number): boolean {
  const first = index.text.charCodeAt(index.starts[line] ?? 0);
  return first === closeBracket || first === closeBrace;
}

/** The offset after the string that begins at `start`. */
export function endOfString(text: string, start: number): number {
  for (let at = start; ;) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
}

class Scanner {
  #at = 0;
  #size = 0;
  /** The line of the innermost open container; −1: none. */
  #container = -1;
  #depth = 0;
  /** Start offset of the key of the next value; −1: none. */
  #key = -1;
  /** Values counted so far in the open containers, the innermost last. */
  readonly #counts: number[] = [];
  /** Whether the open containers are objects. */
  readonly #objects: boolean[] = [];
  #starts = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  #parents = new Uint32Array(1024);
  #places = new Uint32Array(1024);
  #depths = new Uint16Array(1024);

  constructor(private readonly text: string) {}

  get done(): boolean {
    return this.#at >= this.text.length;
  }

  read(length: number): void {
    const { text } = this;
    const until = Math.min(text.length, this.#at + length);
    while (this.#at < until) {
      const code = text.charCodeAt(this.#at);
      if (code <= 0x20 || code === comma || code === colon) this.#at++;
      else if (code === quote) this.#string();
      else if (code === openBrace || code === openBracket) this.#open(code === openBrace);
      else if (code === closeBrace || code === closeBracket) this.#close();
      else this.#word();
    }
  }

  index(): JsonIndex {
    const size = this.#size;
    return {
      text: this.text,
      size,
      starts: this.#starts.subarray(0, size),
      ends: this.#ends.subarray(0, size),
      parents: this.#parents.subarray(0, size),
      places: this.#places.subarray(0, size),
      depths: this.#depths.subarray(0, size),
    };
  }

  #string(): void {
    const start = this.#at;
    this.#at = endOfString(this.text, start);
    if (this.#key < 0 && this.#objects.at(-1) === true) this.#key = start;
    else this.#add(start);
  }

  #word(): void {
    const start = this.#at;
    let at = start + 1;
    while (at < this.text.length && !endsWord(this.text.charCodeAt(at))) at++;
    this.#at = at;
    this.#add(start);
  }

  #open(object: boolean): void {
    const line = this.#add(this.#at++);
    this.#container = line;
    this.#counts.push(0);
    this.#objects.push(object);
    this.#depth++;
  }

  #close(): void {
    const opener = this.#container;
    const count = this.#counts.pop();
    this.#objects.pop();
    if (count !== undefined) {
      this.#depth--;
      // An empty container is a single line.
      if (count > 0) {
        const closer = this.#line(this.#at, count);
        this.#ends[opener] = closer;
      }
      this.#container = opener === 0 ? -1 : (this.#parents[opener] ?? 0);
    }
    this.#key = -1;
    this.#at++;
  }

  #add(valueStart: number): number {
    const place = this.#counts.at(-1) ?? 0;
    if (this.#counts.length > 0) this.#counts[this.#counts.length - 1] = place + 1;
    const start = this.#key < 0 ? valueStart : this.#key;
    this.#key = -1;
    return this.#line(start, place);
  }

  #line(start: number, place: number): number {
    const line = this.#size++;
    if (line >= this.#starts.length) this.#grow();
    this.#starts[line] = start;
    this.#ends[line] = line;
    this.#parents[line] = Math.max(0, this.#container);
    this.#places[line] = place;
    this.#depths[line] = Math.min(maxDepth, this.#depth);
    return line;
  }

  #grow(): void {
    const { length } = this.#starts;
    const wider = (column: Uint32Array) => {
      const next = new Uint32Array(2 * length);
      next.set(column);
      return next;
    };
    this.#starts = wider(this.#starts);
    this.#ends = wider(this.#ends);
    this.#parents = wider(this.#parents);
    this.#places = wider(this.#places);
    const depths = new Uint16Array(2 * length);
    depths.set(this.#depths);
    this.#depths = depths;
  }
}

/** Whether the character ends a number, true, false or null. */
export function endsWord(code: number): boolean {
  return code <= 0x20 || code === comma || code === closeBracket || code === closeBrace;
}
