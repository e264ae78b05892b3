import { type HistoryWindow } from "../../../fleet/history/historyWindow";
import { tellsPingStats } from "../../../komari/features";
import { type ChartServer } from "./chartSource";
import { type CountedPings, taskStats } from "./pingLines";
import { identityOf } from "./serverFacts";

/**
 * What the server counted of a node's pings, by its own method for that. Undefined where it has
 * none: such a server's records are every single ping, and what comes with them is true. Empty
 * where it cannot say, for its records are then no more than the last ping of every minute.
 */
export async function countedPings(
  server: ChartServer,
  uuid: string,
  window: HistoryWindow,
  signal: AbortSignal,
): Promise<CountedPings | undefined> {
  if (!tellsPingStats(identityOf(server)?.methods)) return undefined;
  if (window.kind !== "last") return new Map();
  const { hours } = window;
  const tasks = await server.session.api
    .pingStats({ uuid, hours }, { signal })
    // The pings themselves are there: better without these counts than not at all.
    .catch(() => []);
  const counted = (tasks ?? []).flatMap((task) => {
    const stats = taskStats(task);
    return stats === undefined ? [] : [[task.taskId, stats] as const];
  });
  return new Map(counted);
}
