import { type UnknownFields } from "../model";
import { type WireRecord } from "./primitives";

const none: UnknownFields = Object.freeze({});

/**
 * The fields of `record` that `isKnown` does not know. Runs for every status, so that it allocates
 * only where there is something to keep. fromEntries, for it can hold a field called `__proto__`.
 */
export function unknownFields(
  record: WireRecord,
  isKnown: (field: string) => boolean,
): UnknownFields {
  let entries: [string, unknown][] | undefined;
  for (const field in record) {
    if (!isKnown(field)) (entries ??= []).push([field, record[field]]);
  }
  return entries === undefined ? none : Object.fromEntries(entries);
}

/** For all but the hottest path, where a switch is faster. */
export function knows(...fields: readonly string[]): (field: string) => boolean {
  const known = new Set(fields);
  return (field) => known.has(field);
}
