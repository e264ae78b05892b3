import { type WireRecord } from "../../src/komari/decode/primitives";

/** A node as in the result of getNodes. */
export function wireNode(uuid: string, overrides: WireRecord = {}): WireRecord {
  return { uuid, name: uuid, os: "Debian", mem_total: 1024, weight: 0, ...overrides };
}

/** A report as in the result of getNodesLatestStatus. */
export function wireStatus(uuid: string, overrides: WireRecord = {}): WireRecord {
  return { client: uuid, online: true, time: "2026-01-01T00:00:00Z", cpu: 10, ...overrides };
}
