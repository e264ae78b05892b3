import { type HistoryServer } from "../../../fleet/history/historyStore";
import { type HistoryProgress } from "../../../fleet/history/sharedRequests";
import { type ServerFleet } from "../../../fleet/serverFleet";
import { type KomariApi } from "../../../komari/api";
import { type ChartQuery } from "../../../shared/chartApi";
import { type Snapshot } from "./snapshot";

/** What charts use of a server. */
export type ChartServer = HistoryServer &
  Pick<ServerFleet, "id" | "name" | "nodes" | "nodesLoaded" | "status" | "presence" | "problem"> &
  Pick<ServerFleet, "troubles" | "ageOf" | "serverTime"> & {
    readonly session: Pick<ServerFleet["session"], "state" | "credential"> & {
      readonly api: HistoryServer["session"]["api"] &
        Pick<KomariApi, "recentStatus" | "pingStats" | "metrics">;
    };
  };

export interface LoadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: HistoryProgress) => void;
}

/** A part that could not be loaded. */
export interface Failure {
  readonly server: ChartServer;
  readonly error: unknown;
}

export interface Loaded {
  readonly snapshot: Snapshot;
  readonly failures: readonly Failure[];
}

/** Where the data of a panel come from. */
export interface ChartSource {
  /**
   * Loads the query from the servers given: those that are ready. What is cached is not requested
   * again. Rejects only when the signal is aborted.
   */
  load(query: ChartQuery, servers: readonly ChartServer[], options: LoadOptions): Promise<Loaded>;
  /**
   * Of a live span: adds the current reports of these nodes. Undefined if none belongs to a line; else
   * the whole snapshot.
   */
  report(query: ChartQuery, server: ChartServer, uuids: ReadonlySet<string>): Snapshot | undefined;
  /** The snapshot of a live span, without requests. */
  live(query: ChartQuery, server: ChartServer): Snapshot;
}

/** The results of the parts and the failures of others; throws the signal's reason when it is aborted. */
export async function settleAll<T>(
  server: ChartServer,
  { signal }: Pick<LoadOptions, "signal">,
  parts: readonly Promise<T>[],
): Promise<{ readonly results: readonly (T | undefined)[]; readonly failures: Failure[] }> {
  const outcomes = await Promise.allSettled(parts);
  signal.throwIfAborted();
  return {
    results: outcomes.map((outcome) =>
      outcome.status === "fulfilled" ? outcome.value : undefined,
    ),
    failures: outcomes.flatMap((outcome) =>
      outcome.status === "rejected" ? [{ server, error: outcome.reason as unknown }] : [],
    ),
  };
}

/** Sums up the progress of several requests. */
export function sharedProgress({ signal, onProgress }: LoadOptions, parts: number): LoadOptions[] {
  const rows = new Array<number>(parts).fill(0);
  const expected = new Array<number | undefined>(parts).fill(undefined);
  return rows.map((_, index) => ({
    signal,
    onProgress: (progress) => {
      rows[index] = progress.rows;
      expected[index] = progress.expected;
      onProgress({ rows: sum(rows), expected: sumIfKnown(expected) });
    },
  }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function sumIfKnown(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((each) => each !== undefined);
  return known.length < numbers.length ? undefined : sum(known);
}
