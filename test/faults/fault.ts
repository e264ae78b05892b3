import { type World, type WorldOptions } from "./world";

/** What is expected while a fault lasts, and after it. */
export interface Course {
  /** Whether the client starts into the fault or was live before. */
  readonly from?: "start" | "live";
  readonly begin: (world: World) => unknown;
  /** Milliseconds. */
  readonly lastsMs?: number;
  /** In addition to the proxy having no faults any more. */
  readonly end?: (world: World) => unknown;
  /** Share of the time in which statuses at most 10 s old are shown. */
  readonly live?: { readonly min?: number; readonly max?: number };
  /** The texts about the server that appear, each once and in this order; none when left out. */
  readonly texts?: readonly (RegExp | string)[];
  /** How the session is at the end of the fault. */
  readonly state?: string;
  /** Milliseconds after the end of the fault until new statuses are shown. */
  readonly recoversWithinMs?: number;
  /** The window regains focus once the fault is over. */
  readonly byFocus?: boolean;
  /** Connections, requests and messages in ten seconds at most. */
  readonly maxPerTenSeconds?: number;
}

/** One row of docs/reliability.md and the test of it. */
export interface Fault {
  readonly id: string;
  /** What is wrong. */
  readonly fault: string;
  /** What a user sees meanwhile. */
  readonly seen: string;
  readonly promise: string;
  readonly world?: Partial<WorldOptions>;
  readonly test: Course | ((world: World) => Promise<void>);
}

export interface FaultGroup {
  readonly title: string;
  readonly faults: readonly Fault[];
}

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => count * 60_000;
