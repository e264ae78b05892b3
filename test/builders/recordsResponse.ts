import { type SampleField } from "../../src/shared/metrics";
import { malformed } from "../../src/komari/decode/malformed";
import { decodeLoadRecords, loadFilter } from "../../src/komari/decode/records/loadRecords";
import { decodePingRecords, pingFilter } from "../../src/komari/decode/records/pingRecords";
import { type RecordsFilter } from "../../src/komari/decode/records/recordsFilter";
import { type LoadColumns } from "../../src/komari/model/records";
import { isRecord, parseJson } from "../../src/util/json";

/** The two kinds of records, each decoded in both ways. */
export const recordsWays = {
  load: { filter: loadFilter, decode: decodeLoadRecords },
  ping: { filter: pingFilter, decode: decodePingRecords },
};

/** What comes of the body of a response that goes through a filter in these pieces. */
export function throughFilter<T>(filter: RecordsFilter<T>, pieces: readonly Buffer[]): T {
  const rest = pieces.map((piece) => filter.write(piece) ?? Buffer.alloc(0));
  return filter.finish(resultIn(Buffer.concat(rest)));
}

/** As src/rpc reads a body: "malformed" if it is no JSON. */
export function resultIn(body: Buffer): unknown {
  const response = parseJson(body.toString("utf8"));
  if (!isRecord(response)) throw malformed("answer", response);
  return response.result ?? null;
}

export function answerOf(result: unknown): Buffer {
  return Buffer.from(JSON.stringify({ jsonrpc: "2.0", id: 1, result }));
}

/** `bytes` in pieces of `size`, the last one shorter. */
export function cutEvery(size: number, bytes: Buffer): readonly Buffer[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );
}

/** Rows again, in plain numbers. */
export function rowsOf({ times, fields }: LoadColumns): Readonly<Record<string, number>>[] {
  const columns = Object.entries(fields) as readonly (readonly [SampleField, Float64Array])[];
  return Array.from(times, (time, row) => {
    const values = columns.map(([field, column]) => [field, column[row] ?? NaN] as const);
    return { time, ...Object.fromEntries(values.filter(([, value]) => !Number.isNaN(value))) };
  });
}
