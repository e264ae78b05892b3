import { unit } from "../random";
import { type SimNode, hour, minute } from "./simNode";

/** The last moment up to `time` at which the agent was connected; undefined before its first. */
export function lastConnected(node: SimNode, time: number): number | undefined {
  if (time < node.facts.created_at) return undefined;
  const { presence } = node;
  switch (presence.kind) {
    case "never":
      return undefined;
    case "steady":
      return time;
    case "left":
      return Math.min(time, presence.at);
    case "mostly":
      return beforeOutage(time, outageAround(node.seed, time));
    case "gaps":
      return beforeOutage(
        time,
        presence.outages.find(([from, to]) => time >= from && time < to),
      );
    case "flapping": {
      const period = presence.onMs + presence.offMs;
      const start = Math.floor(time / period) * period;
      return Math.min(time, start + presence.onMs - 1);
    }
  }
}

export function connected(node: SimNode, time: number): boolean {
  return lastConnected(node, time) === time;
}

function beforeOutage(time: number, outage: readonly [number, number] | undefined): number {
  return outage === undefined ? time : outage[0] - 1;
}

/** One quarter of a day in thirty has an outage of up to half an hour, which ends within it. */
function outageAround(seed: number, time: number): readonly [number, number] | undefined {
  const slot = Math.floor(time / (6 * hour));
  if (unit(seed ^ 0x51ed, slot) > 1 / 30) return undefined;
  const from = slot * 6 * hour + unit(seed ^ 0x52ed, slot) * 5 * hour;
  const to = from + 2 * minute + unit(seed ^ 0x53ed, slot) * 28 * minute;
  return time >= from && time < to ? [from, to] : undefined;
}
