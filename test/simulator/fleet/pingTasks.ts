import { noise, unit } from "../random";
import { type SimNode, day, hour, minute } from "./simNode";

export interface PingTask {
  readonly id: number;
  readonly name: string;
  readonly type: "icmp" | "tcp" | "http";
  readonly target: string;
  /** Seconds. */
  readonly interval: number;
  readonly runsOn: (node: SimNode) => boolean;
  /** Milliseconds when nothing is in the way; else each node has its own. */
  readonly base?: (node: SimNode) => number;
  /** Milliseconds that the busiest hour of the day adds. */
  readonly evening?: number;
}

/** Milliseconds, or -1 where the ping was lost: singly, or in bad spells of some minutes. */
export function pingValue(node: SimNode, task: PingTask, time: number): number {
  const seed = node.seed ^ (task.id * 7919);
  const spell = unit(seed ^ 11, Math.floor(time / (10 * minute))) < node.habits.badSpells;
  if (unit(seed ^ 12, Math.floor(time / 1000)) < (spell ? 0.6 : node.habits.loss)) return -1;
  const base = task.base?.(node) ?? 8 + 170 * unit(seed, 0);
  const evening =
    (task.evening ?? 0) * Math.max(0, Math.sin((2 * Math.PI * (time - 6 * hour)) / day));
  const jitter =
    12 * noise(seed ^ 13, time / (5 * minute)) + 9 * unit(seed ^ 14, Math.floor(time / 1000));
  const share = task.base === undefined ? 1 : Math.min(1, base / 60);
  return Math.round(base + share * (evening + jitter));
}
