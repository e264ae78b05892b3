import { isRecord } from "../../util/json";
import { type RecentStatus } from "../model/model";
import { malformed } from "./malformed";
import { inOrder } from "./ordered";
import { isArray } from "./primitives";
import { liveSample } from "./sample";

/** common:getNodeRecentStatus: `{count, records: Report[]}`. Rows without a time are dropped. */
export function decodeRecent(result: unknown): RecentStatus {
  const records = isRecord(result) ? (result.records ?? []) : undefined;
  if (!isArray(records)) throw malformed("recent status", result);
  return { samples: inOrder(records.filter(isRecord).map(liveSample)) };
}
