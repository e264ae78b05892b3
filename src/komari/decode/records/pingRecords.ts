import { isRecord } from "../../../util/json";
import { type PingTask } from "../../model/model";
import { type PingHistory } from "../../model/records";
import { malformed } from "../malformed";
import { label, isArray, nonNegative, positive, rowId, type WireRecord } from "../primitives";
import { buildParsed } from "./parsedRecords";
import { DecodedPings, PingBuilder, type PingSurroundings } from "./pingBuilder";
import { type OnRecordsProgress, RecordsFilter } from "./recordsFilter";
import { time } from "../time";

/**
 * common:getRecords, type ping: `{count, basic_info?, records: Row[], tasks?, from, to}`. Rows
 * without a time or a value are dropped, and so are entries of `tasks` without an id. What
 * `pingFilter` has made is given back as it is.
 */
export function decodePingRecords(result: unknown): PingHistory {
  if (result instanceof DecodedPings) return result;
  return buildParsed(result, new PingBuilder(surroundings));
}

/** Decodes while the response arrives. */
export function pingFilter(onProgress?: OnRecordsProgress): RecordsFilter<PingHistory> {
  return new RecordsFilter(new PingBuilder(surroundings), onProgress);
}

function surroundings(result: unknown): PingSurroundings {
  if (!isRecord(result)) throw malformed("ping records", result);
  const records = result.records ?? [];
  if (!isArray(records)) throw malformed("ping records", records);
  return {
    from: time(result.from),
    to: time(result.to),
    tasks: decoded(result.tasks, pingTask),
  };
}

/** What `decode` makes of the objects in a list; [] for what is no list. */
function decoded<T>(value: unknown, decode: (record: WireRecord) => T | undefined): T[] {
  if (!isArray(value)) return [];
  const result: T[] = [];
  for (const entry of value) {
    const item = isRecord(entry) ? decode(entry) : undefined;
    if (item !== undefined) result.push(item);
  }
  return result;
}

/** Times of 0 and `latest` -1 say none; without a single ping the loss is unknown too. */
function pingTask(record: WireRecord): PingTask | undefined {
  const id = rowId(record.id);
  if (id === undefined) return undefined;
  const total = nonNegative(record.total);
  return {
    id,
    name: label(record.name) ?? "",
    intervalSeconds: positive(record.interval),
    latest: nonNegative(record.latest),
    average: positive(record.avg),
    min: positive(record.min),
    max: positive(record.max),
    p50: positive(record.p50),
    p99: positive(record.p99),
    loss: total === 0 ? undefined : nonNegative(record.loss),
    total,
  };
}
