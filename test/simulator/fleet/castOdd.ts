import { type Cast, steady } from "./simNode";

/** Names and texts that no interface may take for anything but text. */
export const oddCast: Cast = {
  emoji: {
    facts: {
      name: "🚀 rocket 👩‍💻 naïve café",
      weight: 0,
      group: "🧪 lab",
      region: "🇯🇵",
      tags: "🔥<red>;🇯🇵",
      currency: "円",
      price: 980,
      billing_cycle: 30,
    },
    presence: steady,
  },
  long: {
    facts: {
      name: "a-very-long-node-name-that-somebody-generated-from-region-provider-product-and-purpose-eu-central-1-0001",
      weight: 0,
      group: "",
      region: "",
      tags: "",
    },
    presence: steady,
  },
  html: {
    facts: {
      name: "<img src=x onerror=alert(1)>",
      group: "<script>alert(2)</script>",
      tags: "<i>tag</i>;x<img src=x>",
      os: "<b>OS</b> & more",
      public_remark: "<img src=x onerror=alert(3)>",
      weight: 5,
      currency: "<$>",
      price: 1,
      billing_cycle: 0,
      region: "🇫🇷",
    },
    presence: steady,
  },
  markdown: {
    facts: {
      name: "**bold** [x](command:foo) $(zap)",
      group: "[g](https://example.com)",
      tags: "`code`;$(alert)",
      public_remark: "# h1\n![i](https://example.com/i.png)",
      weight: 5,
      region: "🇬🇧",
    },
    presence: steady,
  },
  "dup-1": {
    facts: { name: "edge", weight: 7, group: "Edge", region: "🇸🇬", tags: "" },
    presence: steady,
  },
  "dup-2": {
    facts: { name: "edge", weight: 7, group: "  Edge  ", region: "🇸🇬", tags: "" },
    presence: steady,
  },
  hidden: {
    facts: {
      name: "vault (hidden)",
      weight: 2_147_483_647,
      group: "Production",
      region: "🇨🇭",
      tags: "secret",
      hidden: true,
      expired_at: null,
      ipv6: "",
    },
    presence: steady,
  },
};
