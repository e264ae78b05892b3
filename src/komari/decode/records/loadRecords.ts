import { type LoadHistory } from "../../model/records";
import { DecodedLoad, LoadBuilder } from "./loadBuilder";
import { buildParsed } from "./parsedRecords";
import { type OnRecordsProgress, RecordsFilter } from "./recordsFilter";

/**
 * common:getRecords, type load: `{count, records, from, to}` where `records` is a map uuid → rows
 * (a list of rows, as the documentation promises for one node, is taken too) and may be null.
 * Nodes whose rows were all sampled away keep empty columns. Rows without a time are dropped.
 * What `loadFilter` has made is given back as it is.
 */
export function decodeLoadRecords(result: unknown): LoadHistory {
  return result instanceof DecodedLoad ? result : buildParsed(result, new LoadBuilder());
}

/** Decodes while the response arrives. */
export function loadFilter(onProgress?: OnRecordsProgress): RecordsFilter<LoadHistory> {
  return new RecordsFilter(new LoadBuilder(), onProgress);
}
