import { type RecordsKind } from "./api";
import { decodeLoadRecords, loadFilter } from "./decode/records/loadRecords";
import { decodePingRecords, pingFilter } from "./decode/records/pingRecords";
import { type LoadHistory, type PingHistory } from "./model/records";
import { type LoadQuery, loadParams, type PingQuery, pingParams } from "./recordsQuery";

/** For `KomariApi.records`. In a file of their own: their decoders are read with what shows history. */

export const loadRecords: RecordsKind<LoadQuery, LoadHistory> = {
  params: loadParams,
  filter: loadFilter,
  decode: decodeLoadRecords,
};

export const pingRecords: RecordsKind<PingQuery, PingHistory> = {
  params: pingParams,
  filter: pingFilter,
  decode: decodePingRecords,
};
