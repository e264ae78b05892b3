import { isRecord } from "../../util/json";
import { isArray, type WireRecord } from "./primitives";

/** A map or list of objects as [key, object] pairs; a list has blank keys. Other entries are dropped. */
type Entries = readonly (readonly [key: string, entry: WireRecord])[];

/**
 * The entries of a map keyed by uuid, or of a plain list, which other servers of the family send.
 * Undefined when the value is neither, or holds things but not one object: then it is something
 * else, such as a REST error body.
 */
export function entriesOf(value: unknown): Entries | undefined {
  if (isArray(value)) return checked(value.map((entry) => ["", entry] as const));
  return isRecord(value) ? checked(Object.entries(value)) : undefined;
}

function checked(pairs: readonly (readonly [string, unknown])[]): Entries | undefined {
  const entries = pairs.filter((pair): pair is readonly [string, WireRecord] => isRecord(pair[1]));
  return entries.length === 0 && pairs.length > 0 ? undefined : entries;
}
