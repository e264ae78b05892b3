import { type ClientFacts, type Job, type Presence, day, gib, hour, minute, tib } from "./simNode";

type Machine = Pick<
  ClientFacts,
  | "arch"
  | "virtualization"
  | "os"
  | "kernel_version"
  | "cpu_name"
  | "cpu_cores"
  | "cpu_physical_cores"
  | "gpu_name"
  | "mem_total"
  | "swap_total"
  | "disk_total"
>;
type Price = Pick<ClientFacts, "price" | "billing_cycle" | "currency">;

export interface NiceNode {
  readonly name: string;
  readonly region: string;
  readonly machine: Machine;
  /** CPU in percent at rest. */
  readonly cpu: number;
  /** Used shares, 0 to 1. */
  readonly ram: number;
  readonly disk: number;
  readonly tags?: string;
  readonly remark?: string;
  readonly price?: Price;
  /** Until it expires. */
  readonly days?: number;
  /** Bytes, and the share that is used. */
  readonly limit?: number;
  readonly used?: number;
  /** KiB/s that come in, where there is no limit. */
  readonly rate?: number;
  readonly loss?: number;
  readonly job?: Job;
  readonly presence?: (born: number) => Presence;
}

const debian = { os: "Debian GNU/Linux 12 (bookworm)", kernel_version: "6.1.0-28-amd64" };
const ubuntu = { os: "Ubuntu 24.04.1 LTS", kernel_version: "6.8.0-49-generic" };
const alpine = { os: "Alpine Linux v3.20", kernel_version: "6.6.63-0-virt" };
const epyc = "AMD EPYC 7763 64-Core Processor";

const nano = machine(1, 1, 25, { ...alpine, cpu_name: epyc });
const small = machine(2, 2, 40, { ...debian, cpu_name: epyc });
const medium = machine(4, 8, 160, { ...debian, cpu_name: epyc });
const large = machine(8, 32, 480, { ...ubuntu, cpu_name: "AMD EPYC 9354P 32-Core Processor" });
const metal = machine(32, 128, 1920, {
  ...ubuntu,
  cpu_name: "AMD Ryzen 9 7950X 16-Core Processor",
  virtualization: "none",
});
const arm = machine(4, 24, 200, { ...ubuntu, cpu_name: "Neoverse-N1", arch: "arm64" });
const pi = machine(4, 8, 64, {
  os: "Raspberry Pi OS 12",
  kernel_version: "6.6.51+rpt-rpi-2712",
  cpu_name: "Cortex-A76",
  arch: "arm64",
  virtualization: "none",
});
const nas = machine(4, 32, 24_000, {
  os: "TrueNAS SCALE 24.10",
  kernel_version: "6.6.44-production+truenas",
  cpu_name: "Intel(R) N100",
  virtualization: "none",
});

/** A node whose agent has not reported yet. */
const unseen = machine(0, 0, 0, {
  arch: "",
  virtualization: "",
  os: "",
  kernel_version: "",
  cpu_name: "",
  gpu_name: "",
});

type System = Pick<Machine, "os" | "kernel_version" | "cpu_name"> & Partial<Machine>;

function machine(cores: number, memory: number, disk: number, system: System): Machine {
  return {
    arch: "amd64",
    virtualization: "kvm",
    gpu_name: "None",
    cpu_cores: cores,
    cpu_physical_cores: Math.ceil(cores / 2),
    mem_total: memory * gib,
    swap_total: Math.min(1, memory) * gib,
    disk_total: disk * gib,
    ...system,
  };
}

const monthly = (price: number, currency = "$") => ({ price, billing_cycle: 30, currency });
const yearly = (price: number, currency = "$") => ({ price, billing_cycle: 365, currency });

const nightly: Job = { everyMs: day, lastsMs: 50 * minute, cpu: 45 };
const builds: Job = { everyMs: 35 * minute, lastsMs: 9 * minute, cpu: 55 };
const hourly: Job = { everyMs: hour, lastsMs: 4 * minute, cpu: 25 };

const gone = (ms: number) => (born: number) => ({ kind: "left", at: born - ms }) as const;
const rebooted = (born: number) =>
  ({ kind: "gaps", outages: [[born - 9 * hour, born - 9 * hour + 7 * minute]] }) as const;

const home = { tags: "home<yellow>", rate: 45 };
const free = { tags: "free<green>", price: monthly(-1), rate: 30 };

const us = "🇺🇸";
const de = "🇩🇪";
const jp = "🇯🇵";
const hk = "🇭🇰";
const cn = "🇨🇳";

/** By the names of their groups. */
export const niceGroups: Readonly<Record<string, readonly NiceNode[]>> = {
  Production: [
    node("web-01", us, medium, [24, 0.46, 0.38], web(24)),
    node("web-02", us, medium, [31, 0.52, 0.97], web(24)),
    node("web-03", de, medium, [19, 0.44, 0.41], web(21, "€")),
    node("web-04", de, medium, [18, 0.4, 0.4], {
      ...web(21, "€"),
      presence: gone(5 * day + 3 * hour),
      remark: "Waiting for the provider, ticket 48213",
    }),
    node("api-01", us, large, [37, 0.58, 0.33], api(48)),
    node("api-02", de, large, [28, 0.55, 0.31], api(45, "€")),
    node("db-primary", de, metal, [34, 0.94, 0.71], {
      tags: "db<orange>;primary",
      remark: "Do not reboot on weekdays",
      price: monthly(89, "€"),
      rate: 900,
      job: hourly,
    }),
    node("db-replica", us, metal, [14, 0.81, 0.7], {
      tags: "db<orange>;replica",
      price: monthly(99),
      rate: 700,
    }),
    node("cache-01", de, medium, [12, 0.77, 0.18], {
      tags: "redis<red>",
      price: monthly(21, "€"),
      rate: 350,
      presence: rebooted,
    }),
    node("search-01", de, large, [42, 0.69, 0.62], {
      tags: "search",
      price: monthly(45, "€"),
      rate: 180,
      job: hourly,
    }),
    node("queue-01", us, small, [9, 0.51, 0.22], {
      tags: "worker",
      price: monthly(9.99),
      rate: 120,
    }),
  ],
  Edge: [
    edge("edge-lax-01", us, 31, { limit: tib, used: 0.94 }),
    edge("edge-iad-01", us, 22, { limit: 2 * tib, used: 0.41 }),
    edge("edge-fra-01", de, 17, { limit: tib, used: 0.37, days: 3, price: yearly(36, "€") }),
    edge("edge-lhr-01", "🇬🇧", 14, { limit: tib, used: 0.22, price: monthly(4, "£") }),
    edge("edge-ams-01", "🇳🇱", 19, { limit: 2 * tib, used: 0.55, price: yearly(40, "€") }),
    edge("edge-sin-01", "🇸🇬", 26, { limit: tib, used: 0.63, loss: 0.21 }),
    edge("edge-syd-01", "🇦🇺", 11, { limit: tib, used: 0.18, price: monthly(8, "A$") }),
    edge("edge-gru-01", "🇧🇷", 15, { limit: tib, used: 0.3 }),
    edge("edge-bom-01", "🇮🇳", 20, { limit: tib, used: 0.48, price: yearly(2400, "₹") }),
    node("edge-cpt-01", "", unseen, [0, 0, 0], {
      tags: "cdn",
      price: yearly(29.9),
      presence: () => ({ kind: "never" }),
    }),
  ],
  Tokyo: [
    node("nrt-web-01", jp, small, [21, 0.54, 0.36], {
      tags: "web<green>",
      price: monthly(980, "円"),
      limit: 3 * tib,
      used: 0.29,
    }),
    node("nrt-relay-01", jp, small, [16, 0.37, 0.2], {
      tags: "relay<purple>",
      price: monthly(880, "円"),
      limit: 2 * tib,
      used: 0.71,
    }),
    node("nrt-game-01", jp, large, [38, 0.66, 0.44], {
      tags: "minecraft",
      price: monthly(4400, "円"),
      rate: 420,
    }),
    node("nrt-build-01", jp, metal, [8, 0.42, 0.58], {
      tags: "ci<blue>",
      price: monthly(12_800, "円"),
      rate: 240,
      job: builds,
    }),
  ],
  香港: [
    node("香港 CN2 中转", hk, small, [23, 0.41, 0.27], {
      tags: "CN2;中转<purple>",
      price: monthly(68, "HK$"),
      limit: tib,
      used: 0.58,
      days: 6,
    }),
    node("香港 BGP 01", hk, small, [17, 0.48, 0.33], {
      tags: "BGP",
      price: monthly(55, "HK$"),
      limit: 2 * tib,
      used: 0.34,
    }),
    node("香港 落地", hk, nano, [13, 0.57, 0.46], {
      tags: "落地<cyan>",
      price: monthly(40, "HK$"),
      limit: tib,
      used: 0.26,
    }),
    node("香港 监控", hk, nano, [7, 0.62, 0.39], {
      tags: "komari",
      price: yearly(199, "¥"),
      rate: 40,
    }),
  ],
  国内: [
    node("上海 · 轻量云", cn, small, [18, 0.59, 0.53], {
      tags: "电信<red>;年付",
      price: yearly(99, "¥"),
      rate: 90,
    }),
    node("北京 · 数据库", cn, large, [29, 0.72, 0.66], {
      tags: "db<orange>",
      price: monthly(268, "¥"),
      rate: 260,
      job: hourly,
    }),
    node("广州 · 移动", cn, nano, [12, 0.5, 0.42], {
      tags: "移动<cyan>;年付",
      price: yearly(128, "¥"),
      rate: 70,
    }),
    node("杭州 · 存储网关", cn, medium, [22, 0.47, 0.78], {
      tags: "联通<blue>",
      price: monthly(85.5, "¥"),
      rate: 540,
    }),
  ],
  Backup: [
    backup("backup-hel-01", "🇫🇮", 0.74, yearly(132, "€")),
    backup("backup-fsn-01", de, 0.61, yearly(132, "€")),
    backup("backup-yul-01", "🇨🇦", 0.83, yearly(148, "CA$")),
  ],
  "Home lab": [
    node("nas", de, nas, [9, 0.71, 0.68], { ...home, job: nightly }),
    node("proxmox", de, metal, [16, 0.63, 0.37], home),
    node("gpu-box", de, { ...metal, gpu_name: "NVIDIA GeForce RTX 4090" }, [11, 0.34, 0.81], home),
    node("pi-kitchen", de, pi, [6, 0.28, 0.24], home),
    node("pi-garage", de, pi, [5, 0.25, 0.22], { ...home, presence: gone(7 * minute) }),
  ],
  Staging: [
    node("staging-01", us, arm, [6, 0.33, 0.29], { ...free, job: builds }),
    node("staging-02", jp, arm, [5, 0.31, 0.27], free),
    node("preview-01", us, nano, [4, 0.44, 0.35], { price: monthly(3.5), rate: 15 }),
  ],
};

type Details = Omit<Partial<NiceNode>, "name" | "region" | "machine" | "cpu" | "ram" | "disk">;

/** The figures are CPU in percent at rest, and the used shares of memory and disk. */
function node(
  name: string,
  region: string,
  machine: Machine,
  [cpu, ram, disk]: readonly [cpu: number, ram: number, disk: number],
  details: Details,
): NiceNode {
  return { name, region, machine, cpu, ram, disk, ...details };
}

function web(price: number, currency = "$"): Details {
  return { tags: "web<green>;nginx", price: monthly(price, currency), limit: 4 * tib, used: 0.36 };
}

function api(price: number, currency = "$"): Details {
  return { tags: "api<blue>;go", price: monthly(price, currency), rate: 480 };
}

function edge(name: string, region: string, cpu: number, details: Details): NiceNode {
  return node(name, region, nano, [cpu, 0.48, 0.3], {
    tags: "cdn",
    price: yearly(29.9),
    ...details,
  });
}

function backup(name: string, region: string, disk: number, price: Price): NiceNode {
  const machine = { ...medium, disk_total: 4 * tib };
  return node(name, region, machine, [5, 0.32, disk], {
    tags: "restic",
    price,
    rate: 320,
    job: nightly,
  });
}
