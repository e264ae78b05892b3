import { unit } from "../random";
import { billedCast } from "./castBilled";
import { oddCast } from "./castOdd";
import { ordinaryCast } from "./castOrdinary";
import { restlessCast } from "./castRestless";
import { type FleetCast } from "./fleetCast";
import { generateNode } from "./generate";
import { type PingTask } from "./pingTasks";
import { type Cast, type SimNode, applyPatch } from "./simNode";

const reports = (node: SimNode) => node.presence.kind !== "never";

const pingTasks: readonly PingTask[] = [
  { id: 1, name: "Cloudflare", type: "icmp", target: "1.1.1.1", interval: 60, runsOn: reports },
  {
    id: 2,
    name: "上海电信 TCP",
    type: "tcp",
    target: "202.96.209.5:80",
    interval: 30,
    runsOn: (node) => reports(node) && (node.facts.region === "🇨🇳" || node.facts.weight === 1),
    evening: 25,
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

/**
 * All that a server may say and a client may stumble over. Remarks, which administrators see, say who a
 * node is: `sim:web-1`, as in the recorded responses.
 */
export const oddFleet: FleetCast = { keys: Object.keys(members(0)), generate, pingTasks };

function generate(seed: number, index: number, born: number): SimNode {
  const node = generateNode(seed, index, born);
  const patch = Object.values(members(born))[index];
  if (patch !== undefined) applyPatch(node, patch);
  return node;
}

function members(born: number): Cast {
  const all = {
    ...ordinaryCast(born),
    ...oddCast,
    ...billedCast(born),
    ...restlessCast(born),
  };
  return Object.fromEntries(
    Object.entries(all).map(([key, { facts, ...rest }]) => [
      key,
      { ...rest, facts: { ...facts, remark: `sim:${key}` } },
    ]),
  );
}
