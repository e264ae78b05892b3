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
}

const reports = (node: SimNode) => node.presence.kind !== "never";

export const pingTasks: readonly PingTask[] = [
  { id: 1, name: "Cloudflare", type: "icmp", target: "1.1.1.1", interval: 60, runsOn: reports },
  {
    id: 2,
    name: "上海电信 TCP",
    type: "tcp",
    target: "202.96.209.5:80",
    interval: 30,
    runsOn: (node) => reports(node) && (node.facts.region === "🇨🇳" || node.facts.weight === 1),
  },
  {
    id: 3,
    name: "<i>Google</i> DNS",
    type: "icmp",
    target: "8.8.8.8",
    interval: 60,
    runsOn: (node) => reports(node) && unit(node.seed, 33) < 0.4,
  },
];

/** Milliseconds, or -1 where the ping was lost: singly, or in bad spells of some minutes. */
export function pingValue(node: SimNode, task: PingTask, time: number): number {
  const seed = node.seed ^ (task.id * 7919);
  const spell = unit(seed ^ 11, Math.floor(time / (10 * minute))) < 0.01;
  if (unit(seed ^ 12, Math.floor(time / 1000)) < (spell ? 0.6 : node.habits.loss)) return -1;
  const base = 8 + 170 * unit(seed, 0);
  const evening =
    task.id === 2 ? 25 * Math.max(0, Math.sin((2 * Math.PI * (time - 6 * hour)) / day)) : 0;
  const jitter =
    12 * noise(seed ^ 13, time / (5 * minute)) + 9 * unit(seed ^ 14, Math.floor(time / 1000));
  return Math.round(base + evening + jitter);
}
