/** What an administrator and the agent's basic info say of a node, in the words of the wire. */
export interface ClientFacts {
  name: string;
  cpu_name: string;
  virtualization: string;
  arch: string;
  cpu_cores: number;
  cpu_physical_cores: number;
  os: string;
  kernel_version: string;
  gpu_name: string;
  ipv4: string;
  ipv6: string;
  region: string;
  remark: string;
  public_remark: string;
  mem_total: number;
  swap_total: number;
  disk_total: number;
  version: string;
  weight: number;
  price: number;
  billing_cycle: number;
  auto_renewal: boolean;
  currency: string;
  /** Milliseconds since the epoch; `yearOne` is what an emptied date field leaves behind. */
  expired_at: number | null;
  group: string;
  tags: string;
  hidden: boolean;
  /** A bigint where the number does not fit a double. */
  traffic_limit: number | bigint;
  traffic_limit_type: string;
  created_at: number;
  updated_at: number;
}

/** When the agent of a node is connected. */
export type Presence =
  | { readonly kind: "steady" }
  /** Short outages now and then, as in any big fleet. */
  | { readonly kind: "mostly" }
  | { readonly kind: "never" }
  | { readonly kind: "left"; readonly at: number }
  | { readonly kind: "flapping"; readonly onMs: number; readonly offMs: number }
  | { readonly kind: "gaps"; readonly outages: readonly (readonly [from: number, to: number])[] };

/** How a node works: the constants of the curves in sample.ts. */
export interface Habits {
  /** CPU in percent at rest, and what the day and the moment add. */
  cpu: number;
  swing: number;
  /** Used shares, 0 to 1. */
  ram: number;
  swap: number;
  disk: number;
  /** Mean bytes per second. */
  up: number;
  down: number;
  bootedAt: number;
  /** 0 = has not been restarted since. */
  rebootEveryMs: number;
  process: number;
  connections: number;
  /** Every figure is 0, as some containers report. */
  blank: boolean;
  /** Share of lost pings beyond the usual, 0 to 1. */
  loss: number;
  /** Share of ten minutes in which most pings are lost, 0 to 1. */
  badSpells: number;
  /** CPU in percent that bursts go up to. */
  peak: number;
  /** By how much the share of used memory goes up and down. */
  wobble: number;
  /** UTC; by chance where it is undefined. */
  busyHour: number | undefined;
  /** What runs by a timer: a backup, a build. */
  job: Job | undefined;
  /** Readings that the agent does not get, and why: for servers that say so. */
  failing: Readonly<Partial<Record<Reading, string>>>;
}

/** What an agent reads at once: all of it is there, or none. */
export const readings = [
  ...["cpu", "ram", "swap", "load", "disk", "net_rate", "network", "process"],
  ...["connections", "uptime", "gpu"],
] as const;

export type Reading = (typeof readings)[number];

export interface Job {
  readonly everyMs: number;
  readonly lastsMs: number;
  /** CPU in percent that it adds. */
  readonly cpu: number;
}

export interface SimNode {
  readonly uuid: string;
  readonly token: string;
  readonly seed: number;
  facts: ClientFacts;
  presence: Presence;
  habits: Habits;
}

export interface NodePatch {
  facts?: Partial<ClientFacts>;
  presence?: Presence;
  habits?: Partial<Habits>;
}

export function applyPatch(node: SimNode, { facts, presence, habits }: NodePatch): void {
  node.facts = { ...node.facts, ...facts };
  node.presence = presence ?? node.presence;
  node.habits = { ...node.habits, ...habits };
}

/** Nodes by the keys that their remarks name. */
export type Cast = Readonly<Record<string, NodePatch>>;

export const steady = { kind: "steady" } as const satisfies Presence;

export const yearOne = Date.parse("0001-01-01T00:00:00Z");

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
export const kib = 1024;
export const mib = 1024 * kib;
export const gib = 1024 * mib;
export const tib = 1024 * gib;
