import { type Health, healthOf } from "../../../shared/nodes/presence";
import { compareTroubles } from "../../../shared/nodes/trouble";
import { type OfflinePosition } from "../../../komari/model/model";
import { type NodeFacts, valueOf } from "../../../fleet/nodes/nodeFacts";
import { type SortBy } from "./viewChoices";

type Key = (facts: NodeFacts) => number | undefined;
export type Compare = (a: NodeFacts, b: NodeFacts) => number;

/** What needs attention first. */
export const healthOrder: readonly Health[] = [
  "offline",
  "hot",
  "expiring",
  "calm",
  "waiting",
  "neverReported",
];

const volatileOrders: readonly SortBy[] = ["trouble", "cpu", "memory", "disk", "traffic"];

/** Orders that follow live values: they may differ after every report. */
export function isVolatile(sortBy: SortBy): boolean {
  return volatileOrders.includes(sortBy);
}

export function compareBy(
  sortBy: SortBy,
  offlinePosition: OfflinePosition,
  collator: Intl.Collator,
): Compare {
  const byName = chain(
    ascending(({ node }) => (node.name === "" ? undefined : 0)),
    (a, b) => collator.compare(a.node.name, b.node.name),
  );
  switch (sortBy) {
    case "server":
      return chain(byOnline(offlinePosition), byWeight);
    case "trouble":
      return chain(byTrouble, byWeight);
    case "name":
      return byName;
    case "cpu":
    case "memory":
    case "disk":
      return chain(descending(live((facts) => shownPercent(valueOf(facts, sortBy)))), byName);
    case "traffic":
      return chain(descending(live(totalTraffic)), byName);
    case "expiry":
      return chain(ascending(expiryTime), byName);
  }
}

const byWeight = ascending(({ node }) => node.weight);

/** The latest to go offline first, the worst first, the soonest to expire first. */
const byTrouble = chain(
  ascending((facts) => healthOrder.indexOf(healthOf(facts))),
  descending(({ presence, status }) => (presence === "offline" ? status?.time : undefined)),
  byWorstTrouble,
);

/** Nodes without trouble last: a tie with all others would leave their order to chance. */
function byWorstTrouble(a: NodeFacts, b: NodeFacts): number {
  const [first] = a.troubles;
  const [second] = b.troubles;
  if (first === undefined || second === undefined) {
    return Number(first === undefined) - Number(second === undefined);
  }
  return compareTroubles(first, second);
}

/** Figures of offline nodes are unknown; while the server is disconnected, they are the last known ones. */
function live(key: Key): Key {
  return (facts) => (facts.status?.online === true ? key(facts) : undefined);
}

/** Rows show whole percents; sorting finer than that would shuffle equal rows. */
function shownPercent(value: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  // "<1%", ">99%" and ">100%" are no 0, no 100.
  const edge = [0, 100].find((each) => value !== each && Math.abs(value - each) < 1);
  return edge === undefined ? Math.round(value) : edge + Math.sign(value - edge) / 2;
}

function totalTraffic({ status }: NodeFacts): number | undefined {
  if (status?.totalUp === undefined || status.totalDown === undefined) return undefined;
  return status.totalUp + status.totalDown;
}

function expiryTime({ node: { expiry } }: NodeFacts): number | undefined {
  if (expiry === undefined) return undefined;
  return expiry.kind === "at" ? expiry.time : Number.MAX_SAFE_INTEGER;
}

/**
 * The official page puts online nodes first unless the theme's setting says otherwise. A node whose status
 * is awaited stands where most end up, so that rows stay in place as statuses come.
 */
function byOnline(position: OfflinePosition): Compare {
  if (position === "keep") return () => 0;
  const onlineRank = position === "last" ? 0 : 1;
  const rank = ({ status, presence }: NodeFacts) =>
    status?.online === true || presence === "waiting" ? onlineRank : 1 - onlineRank;
  return (a, b) => rank(a) - rank(b);
}

/** Unknown values stand last in either direction. */
function ascending(key: Key): Compare {
  return (a, b) => (key(a) ?? Infinity) - (key(b) ?? Infinity) || 0;
}

function descending(key: Key): Compare {
  return (a, b) => (key(b) ?? -Infinity) - (key(a) ?? -Infinity) || 0;
}

function chain(...compares: readonly Compare[]): Compare {
  return (a, b) => {
    for (const compare of compares) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}
