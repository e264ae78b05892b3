import { type StatusResponse } from "../../src/fleet/nodes/statusResponse";
import { type NodeStatus, type PingSummary } from "../../src/komari/model/model";
import { type SampleField, sampleFields } from "../../src/shared/metrics";
import { buildNode } from "./node";

const unknownNumbers = Object.fromEntries(
  sampleFields.map((field) => [field, undefined]),
) as Readonly<Record<SampleField, undefined>>;

/** Nothing but that the node is online: what is absent is unknown. */
export function buildBareStatus(overrides: Partial<NodeStatus> = {}): NodeStatus {
  return {
    uuid: buildNode().uuid,
    online: true,
    ...unknownNumbers,
    time: undefined,
    load5: undefined,
    load15: undefined,
    uptimeSeconds: undefined,
    ping: undefined,
    ...overrides,
  };
}

/** An online node's report of 1 January 2026, noon UTC. */
export function buildStatus(overrides: Partial<NodeStatus> = {}): NodeStatus {
  return buildBareStatus({
    time: Date.UTC(2026, 0, 1, 12),
    cpu: 12,
    memory: 2 * 1024 ** 3,
    memoryTotal: 8 * 1024 ** 3,
    swap: 1024 ** 3,
    swapTotal: 2 * 1024 ** 3,
    disk: 40 * 1024 ** 3,
    diskTotal: 100 * 1024 ** 3,
    load: 0.5,
    load5: 0.4,
    load15: 0.3,
    networkIn: 1_572_864,
    networkOut: 524_288,
    totalUp: 3 * 1024 ** 3,
    totalDown: 5 * 1024 ** 3,
    processes: 120,
    tcpConnections: 40,
    udpConnections: 5,
    uptimeSeconds: 93_784,
    ...overrides,
  });
}

export function buildPing(overrides: Partial<PingSummary> = {}): PingSummary {
  return {
    taskId: 1,
    name: "Cloudflare",
    latest: 25,
    average: 31,
    loss: 13,
    ...overrides,
  };
}

/** Reports by uuid, as the server's response is decoded. */
export function statusMap(...statuses: readonly NodeStatus[]): ReadonlyMap<string, NodeStatus> {
  return new Map(statuses.map((status) => [status.uuid, status]));
}

/** The response to a question for all nodes. */
export function wholeAnswer(statuses: ReadonlyMap<string, NodeStatus>): StatusResponse {
  return { uuids: undefined, statuses, source: "statuses" };
}
