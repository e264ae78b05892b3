import { quota } from "./quota";
import { type Cast, day, gib, steady, tib, yearOne } from "./simNode";

/** Every kind of expiry, and quotas of every type that are nearly used up. */
export function billedCast(born: number): Cast {
  return { ...dated(born), ...endless(born) };
}

function dated(born: number): Cast {
  const edge = { group: "Edge", tags: "", weight: 8, auto_renewal: false };
  return {
    expired: {
      facts: {
        ...edge,
        name: "expired",
        expired_at: born - 10 * day,
        traffic_limit: 300 * gib,
        traffic_limit_type: "up",
      },
      presence: steady,
      habits: quota({ limit: 300 * gib, up: 0.97, down: 1.4, born }),
    },
    soon: {
      facts: {
        ...edge,
        name: "expires soon",
        expired_at: born + 3 * day,
        traffic_limit: 500 * gib,
        traffic_limit_type: "max",
      },
      presence: steady,
      habits: quota({ limit: 500 * gib, up: 0.3, down: 0.86, born }),
    },
    "long-term": {
      facts: {
        ...edge,
        name: "long-term",
        expired_at: born + 200 * 365 * day,
        traffic_limit: tib,
        traffic_limit_type: "min",
      },
      presence: steady,
      habits: quota({ limit: tib, up: 0.81, down: 1.02, born }),
    },
  };
}

function endless(born: number): Cast {
  return {
    hongkong: {
      facts: {
        name: "香港中转",
        weight: 4,
        group: "香港",
        region: "🇭🇰",
        tags: "全部丢包",
        price: -1,
        billing_cycle: -1,
        currency: "HK$",
        expired_at: null,
        traffic_limit: 2 * tib,
        traffic_limit_type: "down",
      },
      presence: steady,
      habits: { ...quota({ limit: 2 * tib, up: 0.2, down: 0.95, born }), loss: 1 },
    },
    "no-swap": {
      facts: {
        name: "no-swap",
        weight: 8,
        group: "Edge",
        tags: "",
        expired_at: null,
        swap_total: 0,
        os: "Windows Server 2022 Datacenter",
      },
      presence: steady,
    },
    gpu: {
      facts: {
        name: "gpu-box",
        weight: 9,
        group: "🧪 lab",
        tags: "",
        region: "🇳🇴",
        gpu_name: "NVIDIA GeForce RTX 4090",
        mem_total: 256 * gib,
        swap_total: 64 * gib,
        disk_total: 4 * tib,
        expired_at: yearOne,
        traffic_limit: 2n ** 60n,
        traffic_limit_type: "sum",
      },
      presence: steady,
    },
  };
}
