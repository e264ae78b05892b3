import { parseJson } from "../../util/json";
import { type Secrecy } from "./secretKeyRule";
import { hashOf, isAt } from "../decode/records/textBytes";

/** What a member's name says of its value. */
export const plainKey = 0;
export const secretKey = 1;
/** The names of a table's columns, and its cells. */
export const columnsKey = 2;
export const rowsKey = 3;
/** A secret, but for the fields of a form. */
export const valuesKey = 4;
export const formKey = 5;

const keysByName: ReadonlyMap<string, number> = new Map([
  ["columns", columnsKey],
  ["rows", rowsKey],
  ["configuration", formKey],
]);

interface Known {
  readonly bytes: Buffer;
  readonly kind: number;
}

/** Maps of nodes have as many names as nodes, each once: those are not worth keeping. */
const maxKnownKeys = 4096;

/** Tells the kinds of names, as written in JSON, of which there are few, but each again and again. */
export class KeyKinds {
  readonly #known = new Map<number, Known>();

  constructor(private readonly isSecret: (key: string) => Secrecy) {}

  /** Of the name that stands there in its quotes. */
  kindOf(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end);
    const known = this.#known.get(hash);
    if (known !== undefined && isAt(known.bytes, bytes, start, end)) return known.kind;
    const name = Buffer.from(bytes.subarray(start, end));
    const kind = this.#judge(name.toString());
    if (known === undefined && this.#known.size < maxKnownKeys) {
      this.#known.set(hash, { bytes: name, kind });
    }
    return kind;
  }

  #judge(written: string): number {
    const key = parseJson(written);
    if (typeof key !== "string") return plainKey;
    const secrecy = this.isSecret(key);
    if (secrecy === true) return secretKey;
    if (secrecy === "values") return valuesKey;
    return keysByName.get(key) ?? plainKey;
  }
}
