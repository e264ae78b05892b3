import { type PingTask } from "./pingTasks";

const types = ["icmp", "tcp", "http"] as const;

/** So many tasks of a ping a minute, all of them on every node that has ever reported. */
export function evenPings(count: number): readonly PingTask[] {
  return Array.from({ length: count }, (_unused, index) => ({
    id: index + 1,
    name: `Target ${index + 1}`,
    type: types[index % types.length] ?? "icmp",
    target: `192.0.2.${(index % 254) + 1}`,
    interval: 60,
    runsOn: (node) => node.presence.kind !== "never",
  }));
}
