import {
  hasTotal,
  type SampledMetric,
  type SharedMetric,
  totalField,
  type TotalField,
} from "../../shared/metrics";
import { type KomariNode, type NodeStatus, type PingSummary } from "../../komari/model/model";
import { type NodeState } from "../../shared/nodes/presence";

/** A node with its latest report. */
export interface ReportedNode {
  readonly node: KomariNode;
  readonly status: NodeStatus | undefined;
}

/** All that a row or a tooltip is made from. */
export interface NodeFacts extends ReportedNode, NodeState {}

/** Percent of a total, more than 100 where a server reports so; undefined when either is unknown or there is nothing to fill. */
export function share(used: number | undefined, total: number | undefined): number | undefined {
  if (used === undefined || total === undefined || total <= 0) return undefined;
  return (used / total) * 100;
}

/** As configured by the administrator; otherwise as reported. */
export function totalOf({ node, status }: ReportedNode, metric: SharedMetric): number | undefined {
  const field = totalField(metric);
  const configured: Partial<Readonly<Record<TotalField, number | undefined>>> = node;
  return configured[field] ?? status?.[field];
}

/** As in rows and thresholds: percent of the total, if the metric has one. */
export function valueOf(facts: ReportedNode, metric: SampledMetric): number | undefined {
  const value = facts.status?.[metric];
  return hasTotal(metric) ? share(value, totalOf(facts, metric)) : value;
}

/** How full the memory of all GPUs together is, of those that report both. */
export function gpuMemoryShare({ status }: ReportedNode): number | undefined {
  let used = 0;
  let total = 0;
  for (const { memoryUsed, memoryTotal } of status?.gpus ?? []) {
    if (memoryUsed === undefined || memoryTotal === undefined) continue;
    used += memoryUsed;
    total += memoryTotal;
  }
  return share(used, total);
}

/** °C of the hottest GPU. */
export function gpuTemperature({ status }: ReportedNode): number | undefined {
  const known = (status?.gpus ?? []).flatMap(({ temperature }) => temperature ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
}

/** Bytes that count towards the node's limit, by the limit's type. */
export function trafficUsed({ node, status }: ReportedNode): number | undefined {
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

/** Percent of the node's traffic limit; more than 100 once it is exceeded. */
export function quotaShare(facts: ReportedNode): number | undefined {
  return share(trafficUsed(facts), facts.node.trafficLimit);
}

export function loadPerCore({ node, status }: ReportedNode): number | undefined {
  if (status?.load === undefined || node.cpuCores === undefined || node.cpuCores <= 0) {
    return undefined;
  }
  return status.load / node.cpuCores;
}

/** The loss of the task that loses most, over the last hour. */
export function worstLoss({ status }: ReportedNode): number | undefined {
  return highest(status?.ping, lossOf);
}

/** The average of the slowest task over the last hour: a single ping says little. */
export function worstPing({ status }: ReportedNode): number | undefined {
  return highest(status?.ping, averageOf);
}

/** Over all tasks, of the last ping or of what was lost in the last hour; undefined: none has a value. */
export function averagePing(
  pings: readonly PingSummary[] = [],
  field: "latest" | "loss",
): number | undefined {
  const values = pings.map((ping) => ping[field]).filter((value) => value !== undefined);
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const lossOf = ({ loss }: PingSummary) => loss;
const averageOf = ({ average, latest }: PingSummary) => average ?? latest;

/** Without an array in between: this runs for every report of every node. */
function highest(
  pings: readonly PingSummary[] | undefined,
  valueOf: (ping: PingSummary) => number | undefined,
): number | undefined {
  let most: number | undefined;
  for (const ping of pings ?? []) {
    const value = valueOf(ping);
    if (value !== undefined && (most === undefined || value > most)) most = value;
  }
  return most;
}
