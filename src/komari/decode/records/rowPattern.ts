import { type WireRecord } from "../primitives";

/** What a row's value is for; 0 and more: a number, and where it goes. */
export const timeSlot = 0;
export const clientSlot = -1;
const unusedSlot = -2;

/** Where the numbers of a row go, by name. */
export type NumberSlots = ReadonlyMap<string, number>;

/** What the rows of one response look like between their values: `{"client":`, `,"time":` and so on. */
export interface RowPattern {
  readonly fields: readonly TemplateField[];
}

interface TemplateField {
  readonly key: string;
  /** The mark before the value, four bytes at a time, little endian; the last word overlaps. */
  readonly words: Int32Array;
  readonly length: number;
  readonly slot: number;
}

/** `before` if it is right for this row too; undefined for a row without fields. */
export function patternOf(
  row: WireRecord,
  numbers: NumberSlots,
  before: RowPattern | undefined,
): RowPattern | undefined {
  const keys = Object.keys(row);
  if (keys.length === 0) return undefined;
  if (
    before?.fields.length === keys.length &&
    before.fields.every(({ key }, at) => key === keys[at])
  )
    return before;
  const fields = keys.map((key, index) => {
    const mark = Buffer.from(`${index === 0 ? "{" : ","}${JSON.stringify(key)}:`);
    return { key, words: wordsOf(mark), length: mark.length, slot: slotOf(key, numbers) };
  });
  return { fields };
}

/** No mark has less than four bytes. */
function wordsOf(mark: Buffer): Int32Array {
  return Int32Array.from({ length: Math.ceil(mark.length / 4) }, (_, index) =>
    mark.readInt32LE(Math.min(index * 4, mark.length - 4)),
  );
}

/** Whether the mark of a field is at `at`; it must not reach behind the bytes. */
export function isMarkAt({ words, length }: TemplateField, bytes: DataView, at: number): boolean {
  const last = words.length - 1;
  for (let index = 0; index < last; index++) {
    if (bytes.getInt32(at + index * 4, true) !== words[index]) return false;
  }
  return bytes.getInt32(at + length - 4, true) === words[last];
}

function slotOf(key: string, numbers: NumberSlots): number {
  if (key === "time") return timeSlot;
  return key === "client" ? clientSlot : (numbers.get(key) ?? unusedSlot);
}
