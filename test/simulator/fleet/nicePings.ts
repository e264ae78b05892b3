import { unit } from "../random";
import { roundTrip } from "./places";
import { type PingTask } from "./pingTasks";
import { type SimNode } from "./simNode";

const isIn = ({ facts }: SimNode, ...regions: readonly string[]) => regions.includes(facts.region);
const inAsia = (node: SimNode) => isIn(node, "🇨🇳", "🇭🇰", "🇯🇵", "🇸🇬");

/** A target that responds from nearby, except in China. */
const nearby = (node: SimNode) => (isIn(node, "🇨🇳") ? 150 : 2 + 7 * unit(node.seed, 41));

export const nicePings: readonly PingTask[] = [
  ping(1, "Cloudflare", "icmp", "1.1.1.1", nearby, () => true),
  ping(2, "Google DNS", "icmp", "8.8.8.8", nearby, (node) => !isIn(node, "🇨🇳")),
  ping(3, "上海电信", "tcp", "202.96.209.5:80", to("🇨🇳"), inAsia),
  ping(4, "香港 CN2", "tcp", "203.0.113.1:443", to("🇭🇰"), inAsia),
  ping(5, "Frankfurt", "icmp", "203.0.113.8", to("🇩🇪"), (node) => !inAsia(node)),
  ping(6, "Los Angeles", "icmp", "203.0.113.9", to("🇺🇸"), (node) => isIn(node, "🇺🇸", "🇨🇦", "🇧🇷")),
];

function to(region: string) {
  return (node: SimNode) => roundTrip(node.facts.region, region);
}

function ping(
  id: number,
  name: string,
  type: PingTask["type"],
  target: string,
  base: (node: SimNode) => number,
  isFor: (node: SimNode) => boolean,
): PingTask {
  const runsOn = (node: SimNode) => node.presence.kind !== "never" && isFor(node);
  return { id, name, type, target, interval: 60, runsOn, base, evening: type === "tcp" ? 30 : 6 };
}
