import { type Span } from "../../shared/chartApi";
import { isRecord, parseJson } from "../../util/json";
import { type Subject, subjectOf } from "../common/chartSubject";
import { type CallTarget } from "../common/callTarget";

const methodsWithRecords: ReadonlySet<string> = new Set([
  "common:getNodeRecentStatus",
  "common:getNodesLatestStatus",
  "common:getRecords",
  "public:getClientRecentRecords",
  "public:getPingRecords",
  "public:getRecordsByUUID",
]);

export interface ChartTarget {
  readonly subject: Subject;
  /** Undefined: the last one shown, or live. */
  readonly span: Span | undefined;
}

/** Whether a method returns node records, which charts can show. */
export function isChartable(method: string): boolean {
  return methodsWithRecords.has(method);
}

/** The nodes and the time range of a response; undefined if it has no nodes. */
export function chartTarget(
  { serverId, params }: CallTarget,
  json: string,
): ChartTarget | undefined {
  const result = parseJson(json);
  const request = params === undefined ? undefined : parseJson(params);
  const uuids = [...requestedUuids(request), ...uuidsInResult(result)];
  const subject = subjectOf(
    "",
    uuids.map((uuid) => ({ serverId, uuid })),
  );
  return subject && { subject, span: spanOf(result) };
}

function requestedUuids(params: unknown): readonly string[] {
  return isRecord(params) && typeof params.uuid === "string" ? [params.uuid] : [];
}

/** Keys of a map by node, or the `client` of rows. */
function uuidsInResult(result: unknown): readonly string[] {
  const records = isRecord(result) && "records" in result ? result.records : result;
  if (Array.isArray(records)) return records.flatMap(clientOf);
  if (!isRecord(records)) return [];
  const own = clientOf(records);
  return own.length > 0 ? own : Object.keys(records).filter((key) => key !== "");
}

function clientOf(row: unknown): readonly string[] {
  return isRecord(row) && typeof row.client === "string" ? [row.client] : [];
}

function spanOf(result: unknown): Span | undefined {
  if (!isRecord(result)) return undefined;
  const [from, to] = [timeIn(result.from), timeIn(result.to)];
  return from < to ? { kind: "between", from, to } : undefined;
}

/** NaN if it is not a time. */
function timeIn(value: unknown): number {
  return typeof value === "string" ? Date.parse(value) : NaN;
}
