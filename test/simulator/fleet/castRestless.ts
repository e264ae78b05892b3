import { type Cast, hour, kib, mib, second, steady } from "./simNode";

/** Nodes that are not simply there: silent, gone, coming and going, new. */
export function restlessCast(born: number): Cast {
  const edge = { group: "Edge", tags: "", expired_at: null, traffic_limit: 0 };
  const free = { price: 0, billing_cycle: 0 };
  const nameless = { cpu_name: "", virtualization: "", arch: "", os: "", kernel_version: "" };
  const zero = { cpu_physical_cores: 0, mem_total: 0, swap_total: 0, disk_total: 0 };
  return {
    never: {
      facts: {
        ...edge,
        ...free,
        ...nameless,
        ...zero,
        cpu_cores: 0,
        gpu_name: "",
        name: "never-reported",
        weight: 10,
        ipv4: "",
        ipv6: "",
        region: "",
        version: "",
      },
      presence: { kind: "never" },
    },
    bare: {
      facts: {
        ...edge,
        ...free,
        ...zero,
        cpu_cores: 1,
        name: "reports-only-zeros",
        weight: 8,
        group: "🧪 lab",
        region: "🇮🇸",
      },
      presence: steady,
      habits: { blank: true, failing: { cpu: "unknown", ram: "unknown", disk: "unknown" } },
    },
    leaves: {
      facts: { ...edge, ...free, name: "went-offline", weight: 11, region: "🇿🇦" },
      presence: { kind: "left", at: born - 3 * hour },
    },
    flaps: {
      // An agent of the first protocol: it is gone as soon as its socket is.
      facts: { ...edge, ...free, name: "flapping", weight: 12, region: "🇦🇺", version: "1.1.40" },
      presence: { kind: "flapping", onMs: 40 * second, offMs: 20 * second },
    },
    newcomer: {
      facts: {
        ...edge,
        ...free,
        name: "just-added",
        weight: 13,
        region: "🇰🇷",
        created_at: born,
        traffic_limit_type: "",
      },
      presence: steady,
      habits: { bootedAt: born, up: 200 * kib, down: 2 * mib, rebootEveryMs: 0 },
    },
  };
}
