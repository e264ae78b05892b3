import { placeholderNode } from "../../src/fleet/nodes/placeholderNode";
import { type KomariNode } from "../../src/komari/model/model";

/** A node with all facts of its machine, at times relative to 1 January 2026. */
const described: KomariNode = {
  uuid: "11111111-2222-3333-4444-555555555555",
  name: "web-01",
  group: undefined,
  tags: [],
  weight: 0,
  hidden: false,
  region: undefined,
  os: "Debian GNU/Linux 12",
  kernelVersion: "6.1.0-18-amd64",
  cpuCores: 4,
  cpuName: undefined,
  cpuPhysicalCores: 4,
  gpuName: undefined,
  memoryTotal: 8 * 1024 ** 3,
  swapTotal: 2 * 1024 ** 3,
  diskTotal: 100 * 1024 ** 3,
  ipv4: undefined,
  ipv6: undefined,
  agentVersion: "1.1.40",
  remark: undefined,
  publicRemark: undefined,
  price: undefined,
  autoRenewal: false,
  expiry: undefined,
  trafficLimit: undefined,
  trafficLimitType: "max",
  createdAt: undefined,
};

export function buildNode(overrides: Partial<KomariNode> = {}): KomariNode {
  return { ...described, ...overrides };
}

/** A node that was added on the server and whose agent has never come. */
export function buildSilentNode(overrides: Partial<KomariNode> = {}): KomariNode {
  return { ...placeholderNode(described.uuid), name: described.name, ...overrides };
}
