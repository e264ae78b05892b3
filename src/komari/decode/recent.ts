import { type RecentStatus } from "../model";
import { malformed } from "./malformed";
import { isArray, isRecord } from "./primitives";
import { inOrder } from "./ordered";
import { liveSample } from "./sample";

/** common:getNodeRecentStatus: `{count, records: Report[]}`. Rows without a time are dropped. */
export function decodeRecent(result: unknown): RecentStatus {
  const records = isRecord(result) ? (result.records ?? []) : undefined;
  if (!isArray(records)) throw malformed("recent status", result);
  return { samples: inOrder(records.filter(isRecord).map(liveSample)) };
}
