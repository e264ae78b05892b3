import { Sequence, alphanumeric, mix } from "../random";
import { type FleetCast } from "./fleetCast";
import { type NiceNode, niceGroups } from "./niceGroups";
import { nicePings } from "./nicePings";
import { eveningIn } from "./places";
import { quota } from "./quota";
import {
  type ClientFacts,
  type Habits,
  type SimNode,
  day,
  hour,
  kib,
  minute,
  steady,
} from "./simNode";

const members = Object.entries(niceGroups).flatMap(([group, nodes]) =>
  nodes.map((node) => ({ group, node })),
);

/** A fleet that one would like to own: a few of its nodes are in trouble, nothing of it is odd. */
export const niceFleet: FleetCast = {
  keys: members.map(({ node }) => node.name),
  generate,
  pingTasks: nicePings,
};

/** Larger fleets have each node several times. */
function generate(seed: number, index: number, born: number): SimNode {
  const member = members[index % members.length];
  if (member === undefined) throw new Error("The fleet has no nodes.");
  const { group, node } = member;
  const random = new Sequence(mix(seed, index));
  const round = Math.floor(index / members.length);
  const name = round === 0 ? node.name : `${node.name}-${round + 1}`;
  return {
    uuid: random.uuid(),
    token: random.text(22, alphanumeric),
    seed: mix(random.seed, 1),
    facts: { ...factsOf(node, random, index, born), name, group },
    presence: node.presence?.(born) ?? steady,
    habits: habitsOf(node, random, born),
  };
}

type Facts = Omit<ClientFacts, "name" | "group">;

function factsOf(node: NiceNode, random: Sequence, index: number, born: number): Facts {
  const { region, machine, price, tags = "", remark = "", limit = 0 } = node;
  const { days = random.int(20, 300) } = node;
  const isSeen = machine.mem_total > 0;
  const expires = price !== undefined && price.price > 0;
  return {
    ...machine,
    region,
    tags,
    remark,
    ipv4: isSeen ? `203.0.113.${(index % 254) + 1}` : "",
    ipv6: isSeen && random.chance(0.5) ? `2001:db8::${(index + 1).toString(16)}` : "",
    public_remark: "",
    version: isSeen ? "1.2.60" : "",
    weight: index,
    ...(price ?? { price: 0, billing_cycle: 0, currency: "$" }),
    auto_renewal: random.chance(0.3),
    expired_at: expires ? born + days * day - hour : null,
    hidden: false,
    traffic_limit: limit,
    traffic_limit_type: "sum",
    created_at: born - random.int(60, 700) * day,
    updated_at: born - random.int(0, 300) * minute,
  };
}

function habitsOf(node: NiceNode, random: Sequence, born: number): Habits {
  const { region, cpu, ram, disk, loss = 0.0005, job } = node;
  return {
    cpu,
    swing: cpu,
    peak: Math.min(80, 3 * cpu + 20),
    ram,
    wobble: 0.03,
    swap: 0.04,
    disk,
    ...trafficOf(node, random.int(9, 90), born),
    process: random.int(60, 240),
    connections: random.int(8, 180),
    blank: false,
    failing: {},
    loss,
    badSpells: 0.002,
    busyHour: eveningIn(region),
    job,
  };
}

/** @param days since the node was started */
function trafficOf({ limit, used = 0.2, rate = 60 }: NiceNode, days: number, born: number) {
  if (limit !== undefined) return quota({ limit, up: 0.7 * used, down: 0.3 * used, born, days });
  return { up: 0.4 * rate * kib, down: rate * kib, bootedAt: born - days * day, rebootEveryMs: 0 };
}
