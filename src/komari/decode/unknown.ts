import { type UnknownFields } from "../model/model";
import { type WireRecord } from "./primitives";

const none: UnknownFields = Object.freeze({});

export interface KnownFields {
  readonly inOrder: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

/** Best in the order in which servers send them: then a field costs one comparison. */
export function knows(...fields: readonly string[]): KnownFields {
  return { inOrder: fields, places: new Map(fields.map((field, place) => [field, place])) };
}

/**
 * The fields of `record` that are not `known`. Runs for every status, so that it allocates only
 * where there is something to keep. fromEntries, for it can hold a field called `__proto__`.
 */
export function unknownFields(record: WireRecord, known: KnownFields): UnknownFields {
  let entries: [string, unknown][] | undefined;
  let next = 0;
  for (const field in record) {
    const place = field === known.inOrder[next] ? next : known.places.get(field);
    if (place === undefined) (entries ??= []).push([field, record[field]]);
    else next = place + 1;
  }
  return entries === undefined ? none : Object.fromEntries(entries);
}
