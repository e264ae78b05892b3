import { RpcRemoteError } from "../rpc/errors";
import { isRecord } from "../util/json";
import { isArray } from "./decode/primitives";

/** "Invalid params" and "not found". */
const refusals: ReadonlySet<number> = new Set([-32602, -32044]);

/**
 * The metrics that public:listMetricDefinitions names, without those with a retention of 0 days; undefined for
 * an invalid result.
 */
export function recordedMetrics(result: unknown): ReadonlySet<string> | undefined {
  if (!isArray(result)) return undefined;
  const names = result
    .filter(isRecord)
    .flatMap(({ name, retention_days }) => (retention_days === 0 ? [] : [name]))
    .filter((name) => typeof name === "string");
  return new Set(names);
}

/**
 * The key that the server does not know, by its error: one unknown key fails a whole query, and only the
 * message names it ("unknown metric key: gpu.temperature"), in any wording and language. If it names several,
 * the first counts, because known ones may follow.
 */
function unknownKey(error: unknown, keys: readonly string[]): string | undefined {
  if (!(error instanceof RpcRemoteError) || !refusals.has(error.code)) return undefined;
  const named = error.remoteMessage.match(/[\w-]+(?:\.[\w-]+)*/g) ?? [];
  return named.find((word) => keys.includes(word));
}

/**
 * Queries the keys that the server lists, and again without each key that it rejects nevertheless.
 * @param offered undefined: the server does not list its keys.
 * @returns undefined: it knows none of them.
 */
export async function queryKnownMetrics<T>(
  keys: readonly string[],
  offered: ReadonlySet<string> | undefined,
  query: (keys: readonly string[]) => Promise<T>,
): Promise<T | undefined> {
  let known = offered === undefined ? keys : keys.filter((key) => offered.has(key));
  while (known.length > 0) {
    try {
      return await query(known);
    } catch (error) {
      const unknown = unknownKey(error, known);
      if (unknown === undefined) throw error;
      known = known.filter((key) => key !== unknown);
    }
  }
  return undefined;
}
