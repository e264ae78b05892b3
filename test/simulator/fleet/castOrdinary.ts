import { quota } from "./quota";
import { type Cast, type ClientFacts, day, gib, hour, minute, steady, tib } from "./simNode";

/** Servers as people have them. */
export function ordinaryCast(born: number): Cast {
  return { ...production(born), ...china(born) };
}

function production(born: number): Cast {
  const place = { group: "Production", region: "🇺🇸" };
  return {
    "web-1": {
      facts: {
        ...place,
        name: "web-01",
        weight: 1,
        tags: "web;nginx<green>",
        ipv6: "",
        price: 9.99,
        billing_cycle: 30,
        auto_renewal: true,
        currency: "$",
        expired_at: born + 200 * day,
        ...limit(tib, "sum"),
      },
      presence: steady,
      habits: quota({ limit: tib, up: 0.2, down: 0.35, born }),
    },
    "web-2": {
      facts: {
        ...place,
        name: "web-02 hot",
        weight: 2,
        tags: "web",
        public_remark: "Shown to guests: <b>not bold</b>",
        expired_at: born + 12 * day,
      },
      presence: steady,
      habits: { cpu: 88, swing: 16, ram: 0.93, disk: 0.97 },
    },
    db: {
      facts: {
        ...place,
        name: "db-primary",
        weight: 3,
        tags: "db<orange>;primary",
        region: "🇩🇪",
        price: 0,
        billing_cycle: 365,
        currency: "€",
        mem_total: 64 * gib,
      },
      presence: steady,
      habits: { ram: 0.7, disk: 0.6 },
    },
  };
}

function china(born: number): Cast {
  return {
    shanghai: {
      facts: {
        name: "上海-电信-01",
        weight: 4,
        group: "华东",
        region: "🇨🇳",
        tags: "a;b<red>;;中文",
        price: 99,
        billing_cycle: 365,
        currency: "¥",
      },
      presence: {
        kind: "gaps",
        outages: [
          [born - 5 * day, born - 3 * day],
          [born - 2 * hour, born - 90 * minute],
        ],
      },
      habits: { loss: 0.18 },
    },
    beijing: {
      facts: {
        name: "北京 · 腾讯云轻量应用服务器",
        weight: -5,
        group: "生产环境",
        region: "🇨🇳",
        tags: "轻量<蓝>;月付",
        price: 45.5,
        billing_cycle: 30,
        currency: "¥",
      },
      presence: steady,
    },
  };
}

function limit(bytes: number, type: string): Partial<ClientFacts> {
  return { traffic_limit: bytes, traffic_limit_type: type };
}
