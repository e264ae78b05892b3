import { Sequence, alphanumeric, mix } from "../random";
import { type ClientFacts, type Habits, type SimNode, day, gib, kib, minute } from "./simNode";

const places = [
  { group: "Production", region: "🇺🇸", name: "web", tags: "web<green>;nginx" },
  { group: "Production", region: "🇩🇪", name: "api", tags: "api<blue>;go" },
  { group: "Production", region: "🇺🇸", name: "db", tags: "db<orange>" },
  { group: "Edge", region: "🇸🇬", name: "edge-sin", tags: "cdn" },
  { group: "Edge", region: "🇧🇷", name: "edge-gru", tags: "cdn" },
  { group: "华东", region: "🇨🇳", name: "上海-电信", tags: "电信<red>;月付" },
  { group: "华东", region: "🇨🇳", name: "杭州-联通", tags: "联通<blue>" },
  { group: "华南", region: "🇨🇳", name: "广州-移动", tags: "移动<cyan>;年付" },
  { group: "香港", region: "🇭🇰", name: "hk-cn2", tags: "CN2;中转<purple>" },
  { group: "Home lab", region: "🇳🇱", name: "pi", tags: "home<yellow>" },
  { group: "Staging", region: "🇫🇷", name: "staging", tags: "" },
  { group: "", region: "🇯🇵", name: "tokyo", tags: "" },
] as const;

const systems = [
  ["Debian GNU/Linux 12 (bookworm)", "6.1.0-18-amd64"],
  ["Ubuntu 24.04.1 LTS", "6.8.0-45-generic"],
  ["Rocky Linux 9.4 (Blue Onyx)", "5.14.0-427.el9.x86_64"],
  ["Alpine Linux v3.20", "6.6.41-0-virt"],
  ["Alibaba Cloud Linux 3", "5.10.134-16.al8.x86_64"],
] as const;

const processors = [
  "Intel(R) Xeon(R) Platinum 8370C CPU @ 2.80GHz",
  "AMD EPYC 7763 64-Core Processor",
  "AMD Ryzen 9 7950X 16-Core Processor",
  "Neoverse-N1",
] as const;

const prices = [
  { price: 5, billing_cycle: 30, currency: "$" },
  { price: 9.99, billing_cycle: 30, currency: "$" },
  { price: 99, billing_cycle: 365, currency: "¥" },
  { price: 45.5, billing_cycle: 90, currency: "€" },
  { price: 0, billing_cycle: 0, currency: "$" },
  { price: -1, billing_cycle: 365, currency: "$" },
] as const;

/** The node at a place in the fleet: the same for the same seed, and an hour of `born`. */
export function generateNode(seed: number, index: number, born: number): SimNode {
  const random = new Sequence(mix(seed, index));
  const uuid = random.uuid();
  const token = random.text(22, alphanumeric);
  const facts = generateFacts(random, index, born);
  return {
    uuid,
    token,
    seed: mix(random.seed, 1),
    facts,
    presence: random.chance(0.02)
      ? { kind: "left", at: born - random.between(minute, 20 * day) }
      : { kind: "mostly" },
    habits: generateHabits(random, born),
  };
}

function generateFacts(random: Sequence, index: number, born: number): ClientFacts {
  const place = random.pick(places);
  const [os, kernel] = random.pick(systems);
  const cores = 2 ** random.int(0, 5);
  const memory = cores * random.pick([1, 2, 4]) * gib;
  return {
    name: `${place.name}-${String(index + 1).padStart(2, "0")}`,
    cpu_name: random.pick(processors),
    virtualization: random.pick(["kvm", "none", "lxc", "docker"]),
    arch: random.pick(["amd64", "amd64", "arm64"]),
    cpu_cores: cores,
    cpu_physical_cores: Math.max(1, cores / 2),
    os,
    kernel_version: kernel,
    gpu_name: "None",
    ipv4: `203.0.113.${(index % 254) + 1}`,
    ipv6: random.chance(0.5) ? `2001:db8::${(index + 1).toString(16)}` : "",
    region: place.region,
    remark: random.chance(0.2) ? `rack ${index % 40}` : "",
    public_remark: "",
    mem_total: memory,
    swap_total: random.chance(0.2) ? 0 : memory / 4,
    disk_total: random.pick([20, 40, 80, 160, 480]) * gib,
    version: random.pick(["1.1.40", "1.2.13", "1.2.60"]),
    weight: index,
    ...random.pick(prices),
    auto_renewal: random.chance(0.3),
    expired_at: random.chance(0.4) ? null : born + random.between(20, 400) * day,
    group: place.group,
    tags: place.tags,
    hidden: false,
    traffic_limit: random.chance(0.5) ? 0 : random.pick([500, 1000, 2000]) * gib,
    traffic_limit_type: random.pick(["sum", "max", "min", "up", "down"]),
    created_at: born - random.between(31, 400) * day,
    updated_at: born - random.between(0, 300) * minute,
  };
}

function generateHabits(random: Sequence, born: number): Habits {
  return {
    cpu: random.between(1, 35),
    swing: random.between(5, 45),
    ram: random.between(0.25, 0.85),
    swap: random.between(0, 0.3),
    disk: random.between(0.1, 0.85),
    up: random.between(2, 400) * kib,
    down: random.between(4, 900) * kib,
    bootedAt: born - random.between(1, 60) * day,
    rebootEveryMs: random.chance(0.5) ? random.between(8, 40) * day : 0,
    process: random.int(60, 240),
    connections: random.int(8, 180),
    blank: false,
    loss: random.chance(0.1) ? 0.15 : 0.005,
    badSpells: 0.01,
    peak: 100,
    wobble: 0.12,
    busyHour: undefined,
    job: undefined,
    failing: random.chance(0.05) ? { disk: "unknown", net_rate: "unknown" } : {},
  };
}
