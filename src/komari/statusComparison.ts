import { type RpcCaller } from "../rpc/client";
import { type Clock } from "../util/clock";
import { pause } from "../util/pause";
import { statusParams, statusTimeoutMs } from "./statusQuery";

/** Some nodes take longer than others. */
const tolerance = { factor: 3, ms: 2_000 } as const;

interface StatusComparison {
  readonly clock: Clock;
  /** How long the statuses have been waited for elsewhere. */
  readonly elapsedMs: () => number;
  readonly signal: AbortSignal;
}

/**
 * Whether statuses that were requested elsewhere should long have come, by what one of them takes over a fresh way:
 * a server that works on them for long takes long for one, too. Resolves when it is so. It is the last one, because the
 * server may have worked out the first ones meanwhile; without nodes it is a ping.
 */
export async function statusesShouldHaveCome(
  fresh: RpcCaller,
  uuids: readonly string[],
  { clock, elapsedMs, signal }: StatusComparison,
): Promise<boolean> {
  const startedAt = clock.now();
  const last = uuids.at(-1);
  if (last === undefined) {
    await fresh.call("rpc.ping");
  } else {
    const params = statusParams({ uuids: [last] }, undefined);
    await fresh.call("common:getNodesLatestStatus", params, { timeoutMs: statusTimeoutMs });
  }
  const oneMs = clock.now() - startedAt;
  const expectedMs = tolerance.factor * oneMs * Math.max(1, uuids.length) + tolerance.ms;
  await pause(clock, Math.max(0, expectedMs - elapsedMs()), signal);
  return !signal.aborted;
}
