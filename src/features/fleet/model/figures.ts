import { averagePing, type NodeFacts, trafficUsed, valueOf } from "../../../fleet/nodes/nodeFacts";
import { type FleetFigure } from "../../../shared/fleet/fleetFigures";
import { type SampledMetric } from "../../../shared/metrics";

type Read = (facts: NodeFacts, pingTask: string | undefined) => number | undefined;

const metric =
  (key: SampledMetric): Read =>
  (facts) =>
    valueOf(facts, key);

/** What the page is told of a node's reports: the same values as in the tree. */
const reads: Readonly<Record<FleetFigure, Read>> = {
  cpu: metric("cpu"),
  memory: metric("memory"),
  swap: metric("swap"),
  disk: metric("disk"),
  networkIn: metric("networkIn"),
  networkOut: metric("networkOut"),
  traffic: trafficUsed,
  ping: (facts, pingTask) => pingOf(facts, "latest", pingTask),
  loss: (facts, pingTask) => pingOf(facts, "loss", pingTask),
  load: metric("load"),
  startedAt: ({ status }) =>
    status?.time === undefined || status.uptimeSeconds === undefined
      ? undefined
      : status.time - status.uptimeSeconds * 1000,
  processes: metric("processes"),
  connections: metric("tcpConnections"),
  temperature: metric("temperature"),
  gpu: metric("gpu"),
  reportedAt: ({ status }) => status?.time,
};

/** NaN: unknown. @param pingTask the name of the one that counts; undefined: the average of all. */
export function figureOf(
  figure: FleetFigure,
  facts: NodeFacts,
  pingTask: string | undefined,
): number {
  return reads[figure](facts, pingTask) ?? NaN;
}

function pingOf(
  { status }: NodeFacts,
  field: "latest" | "loss",
  pingTask: string | undefined,
): number | undefined {
  const pings = status?.ping;
  const chosen = pingTask === undefined ? pings : pings?.filter(({ name }) => name === pingTask);
  return averagePing(chosen, field);
}

/** A machine's start is worked out from two clocks: within this it is the same start. Milliseconds. */
const startToleranceMs = 60_000;

/** Whether the page would show another value. */
export function isOther(figure: FleetFigure, before: number, now: number): boolean {
  if (Number.isNaN(before) || Number.isNaN(now)) return Number.isNaN(before) !== Number.isNaN(now);
  return figure === "startedAt" ? Math.abs(before - now) > startToleranceMs : before !== now;
}
