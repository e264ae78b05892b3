import { RpcRemoteError } from "../rpc/errors";
import { isRecord } from "../util/json";
import { isArray } from "./decode/primitives";

/** "Invalid params" and "not found". */
const refusals: ReadonlySet<number> = new Set([-32602, -32044]);

/**
 * The metrics that public:listMetricDefinitions names, without those that are kept for no day; undefined for
 * an answer of another kind.
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
 * Which of the keys the server does not know, by its error: one unknown key fails a whole query, and its
 * name stands in the text alone ("unknown metric key: gpu.temperature"), whatever the words and the
 * language around it. Of several it is the first, for those that are known may follow.
 */
function unknownKey(error: unknown, keys: readonly string[]): string | undefined {
  if (!(error instanceof RpcRemoteError) || !refusals.has(error.code)) return undefined;
  const named = error.remoteMessage.match(/[\w-]+(?:\.[\w-]+)*/g) ?? [];
  return named.find((word) => keys.includes(word));
}

/**
 * Asks with those of the keys that the server lists, and again without a key that it does not know after all.
 * @param offered undefined: the server does not say which it knows.
 * @returns undefined: it knows none of them.
 */
export async function queryKnownMetrics<T>(
  keys: readonly string[],
  offered: ReadonlySet<string> | undefined,
  ask: (keys: readonly string[]) => Promise<T>,
): Promise<T | undefined> {
  let known = offered === undefined ? keys : keys.filter((key) => offered.has(key));
  while (known.length > 0) {
    try {
      return await ask(known);
    } catch (error) {
      const unknown = unknownKey(error, known);
      if (unknown === undefined) throw error;
      known = known.filter((key) => key !== unknown);
    }
  }
  return undefined;
}
