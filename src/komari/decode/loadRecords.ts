import { isRecord } from "../../util/json";
import { type LoadRecords, type LoadSample } from "../model";
import { malformed } from "./malformed";
import { inOrder } from "./ordered";
import { isArray, text, type WireRecord } from "./primitives";
import { loadSample } from "./sample";
import { time } from "./time";

/**
 * common:getRecords, type load: `{count, records, from, to}` where `records` is a map uuid → rows
 * (a list of rows, as the documentation promises for one node, is taken too) and may be null.
 * Nodes whose rows were all sampled away keep an empty list. Rows without a time are dropped.
 */
export function decodeLoadRecords(result: unknown): LoadRecords {
  if (!isRecord(result)) throw malformed("load records", result);
  const range = { from: time(result.from), to: time(result.to) };
  const records = result.records ?? {};
  if (isArray(records)) return { ...range, records: byClient(records.filter(isRecord)) };
  if (!isRecord(records)) throw malformed("load records", records);
  const byUuid = new Map<string, readonly LoadSample[]>();
  for (const [uuid, rows] of Object.entries(records)) {
    if (uuid !== "" && isArray(rows)) byUuid.set(uuid, samples(rows.filter(isRecord)));
  }
  return { ...range, records: byUuid };
}

function byClient(rows: readonly WireRecord[]): ReadonlyMap<string, readonly LoadSample[]> {
  const groups = new Map<string, WireRecord[]>();
  for (const row of rows) {
    const uuid = text(row.client);
    if (uuid === undefined) continue;
    const group = groups.get(uuid);
    if (group === undefined) groups.set(uuid, [row]);
    else group.push(row);
  }
  return new Map([...groups].map(([uuid, group]) => [uuid, samples(group)]));
}

function samples(rows: readonly WireRecord[]): readonly LoadSample[] {
  return inOrder(rows.map(loadSample));
}
