import { isBlank, openBrace, openBracket, quote } from "../../json/bytes";
import { type JsonVisitor } from "../../json/tokenizer";
import { EmbeddedSecrets } from "./embeddedSecrets";
import { type Secrecy } from "./secretKeyRule";
import { columnsKey, formKey, KeyKinds, plainKey, rowsKey, secretKey, valuesKey } from "./keyKinds";

type Role = "list" | "object" | "columns" | "rows" | "row";

/** Something that is open. */
interface Frame {
  readonly role: Role;
  /** Of rows: their place among all that may have to be masked. */
  readonly place: number;
  /** Of an object: the kind of the name read last. */
  key: number;
  /** How many values in it have begun. */
  items: number;
  /** Of a table: the places of its secret columns. */
  secretColumns: Set<number> | undefined;
  /** Of a table: the rows that have come, each with its place and its end. */
  rows: (readonly [place: number, end: number])[] | undefined;
}

/** From where to where a text is to be masked, in order. */
export interface SecretRanges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether it is part of a string rather than a value. */
  readonly isPart: readonly boolean[];
  /** How many bytes all of them have. */
  readonly bytes: number;
}

const stepPlaces = 4096;
const lowerF = 0x66;
const lowerN = 0x6e;

/**
 * Finds the secrets in a JSON text that is scanned: values under secret names, as a whole, and the
 * cells of tables, `{"columns":["name"],"rows":[["cell"]]}`, below such names. What is nothing (null,
 * false, "", [], {}) is no secret. Rows whose columns are named behind them are one secret. Inside
 * strings: see EmbeddedSecrets.
 */
export class SecretFinder implements JsonVisitor {
  readonly #json: Buffer;
  readonly #kinds: KeyKinds;
  readonly #frames: Frame[] = [];
  #top = newFrame("list", 0);
  readonly #starts: number[] = [];
  /** 0 for what needs no mask, as far as is known. */
  readonly #ends: number[] = [];
  /** The indexes of those that are parts of strings. */
  readonly #parts = new Set<number>();
  readonly #embedded: EmbeddedSecrets;
  /** Of a secret, of a name of a column; -1 where the value at hand is neither. */
  #secretAt = -1;
  #nameAt = -1;
  #isScalar = false;
  /** Secrets inside a string that is not secret as a whole. */
  #stringAt = -1;

  /** @param places of the items that are secret, where the text is a list: as the cells of a row. */
  constructor(json: Buffer, isSecret: (key: string) => Secrecy, places?: ReadonlySet<number>) {
    this.#json = json;
    this.#kinds = new KeyKinds(isSecret);
    this.#embedded = new EmbeddedSecrets(json, (name) => isSecret(name) !== false);
    if (places === undefined) return;
    this.#frames.push({ ...newFrame("object", 0), secretColumns: new Set(places) });
    this.#top = newFrame("rows", 0);
  }

  /** Once all has been scanned; in steps, for there may be many. */
  *ranges(): Generator<undefined, SecretRanges, undefined> {
    const starts: number[] = [];
    const ends: number[] = [];
    const isPart: boolean[] = [];
    let [bytes, last] = [0, 0];
    for (const [place, end] of this.#ends.entries()) {
      const start = this.#starts[place] ?? 0;
      if (place % stepPlaces === 0) yield;
      // What is in rows that are masked as a whole is covered by that.
      if (end === 0 || start < last) continue;
      starts.push(start);
      ends.push(end);
      isPart.push(this.#parts.has(place));
      bytes += end - start;
      last = end;
    }
    return { starts, ends, isPart, bytes };
  }

  onKey(bytes: Uint8Array, start: number, end: number): void {
    this.#top.key = this.#kinds.kindOf(bytes, start, end);
  }

  onValue(at: number, byte: number): boolean {
    const parent = this.#top;
    const index = parent.items++;
    if (this.#isSecret(parent, index, byte)) {
      this.#secretAt = at;
      return false;
    }
    this.#isScalar = byte !== openBrace && byte !== openBracket;
    if (!this.#isScalar) this.#enter(roleIn(parent, byte), at);
    else if (byte === quote) {
      if (parent.role === "columns") this.#nameAt = at;
      this.#stringAt = at;
    }
    return true;
  }

  onEnd(at: number): void {
    if (this.#secretAt >= 0) {
      if (!isNothing(this.#json, this.#secretAt, at)) this.#note(this.#secretAt, at);
      this.#secretAt = -1;
    } else if (!this.#isScalar) this.#leave(at);
    else if (this.#nameAt >= 0) {
      this.#takeName(this.#nameAt, at);
      this.#nameAt = -1;
    }
    if (this.#stringAt >= 0) this.#lookInto(this.#stringAt, at);
    this.#stringAt = -1;
    this.#isScalar = false;
  }

  #lookInto(start: number, end: number): void {
    for (const range of this.#embedded.in(start, end)) {
      this.#parts.add(this.#starts.length);
      this.#note(range.start, range.end);
    }
  }

  #isSecret({ role, key }: Frame, index: number, byte: number): boolean {
    if (role === "object") {
      return key === secretKey || (key === valuesKey && !this.#isForm(byte));
    }
    // Above the row are the rows, and above these the table.
    return role === "row" && this.#frames.at(-2)?.secretColumns?.has(index) === true;
  }

  #isForm(byte: number): boolean {
    return byte === openBracket && this.#frames.at(-1)?.key === formKey;
  }

  #enter(role: Role, at: number): void {
    this.#frames.push(this.#top);
    this.#top = newFrame(role, this.#starts.length);
    // The names of the columns may still come.
    if (role === "rows") this.#note(at, 0);
  }

  #leave(at: number): void {
    const { role, place } = this.#top;
    const parent = this.#frames.pop() ?? newFrame("list", 0);
    this.#top = parent;
    if (role === "rows") (parent.rows ??= []).push([place, at]);
    if (role !== "columns" || parent.secretColumns === undefined) return;
    for (const [rows, end] of parent.rows ?? []) this.#ends[rows] = end;
  }

  #takeName(start: number, end: number): void {
    const kind = this.#kinds.kindOf(this.#json, start, end);
    if (kind !== secretKey && kind !== valuesKey) return;
    const table = this.#frames.at(-1);
    if (table !== undefined) (table.secretColumns ??= new Set()).add(this.#top.items - 1);
  }

  #note(start: number, end: number): void {
    this.#starts.push(start);
    this.#ends.push(end);
  }
}

function newFrame(role: Role, place: number): Frame {
  return { role, place, key: plainKey, items: 0, secretColumns: undefined, rows: undefined };
}

function roleIn({ role, key }: Frame, byte: number): Role {
  if (byte === openBrace) return "object";
  if (role === "rows") return "row";
  if (role !== "object") return "list";
  if (key === columnsKey) return "columns";
  return key === rowsKey ? "rows" : "list";
}

function isNothing(json: Buffer, start: number, end: number): boolean {
  const first = json[start];
  if (first === lowerN || first === lowerF) return true;
  if (first !== quote && first !== openBrace && first !== openBracket) return false;
  if (first === quote) return end - start === 2;
  let at = start + 1;
  while (isBlank(json[at] ?? 0)) at++;
  return at === end - 1;
}
