import { type Presence } from "../../fleet/presence";
import { type KomariNode, type NodeStatus } from "../../komari/model";

/** A node with its latest report: all that a row or a tooltip is made from. */
export interface NodeFacts {
  readonly node: KomariNode;
  readonly status: NodeStatus | undefined;
  readonly presence: Presence;
}

/** Percent of a total; undefined when either is unknown or there is nothing to fill. */
export function share(used: number | undefined, total: number | undefined): number | undefined {
  if (used === undefined || total === undefined || total <= 0) return undefined;
  return Math.min(100, (used / total) * 100);
}

/** Totals as the administrator's page knows them; else as the report tells them. */
export function memoryTotal({ node, status }: NodeFacts): number | undefined {
  return node.memoryTotal ?? status?.memoryTotal;
}

export function swapTotal({ node, status }: NodeFacts): number | undefined {
  return node.swapTotal ?? status?.swapTotal;
}

export function diskTotal({ node, status }: NodeFacts): number | undefined {
  return node.diskTotal ?? status?.diskTotal;
}

export function memoryShare(facts: NodeFacts): number | undefined {
  return share(facts.status?.memoryUsed, memoryTotal(facts));
}

export function swapShare(facts: NodeFacts): number | undefined {
  return share(facts.status?.swapUsed, swapTotal(facts));
}

export function diskShare(facts: NodeFacts): number | undefined {
  return share(facts.status?.diskUsed, diskTotal(facts));
}

/** Bytes that count towards the node's limit, by the limit's type. */
export function trafficUsed({ node, status }: NodeFacts): number | undefined {
  const up = status?.totalUp;
  const down = status?.totalDown;
  if (up === undefined || down === undefined) return undefined;
  switch (node.trafficLimitType) {
    case "sum":
      return up + down;
    case "max":
      return Math.max(up, down);
    case "min":
      return Math.min(up, down);
    case "up":
      return up;
    case "down":
      return down;
  }
}
