import assert from "node:assert/strict";
import { nodeHead } from "../../../../../src/features/charts/model/nodeHead";
import { Regions } from "../../../../../src/features/nodes/arrange/regions";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";
import { buildTrouble } from "../../../../builders/nodeState";

const now = Date.UTC(2026, 0, 1, 12);
const context = {
  format: createFormat("en"),
  regions: new Regions("en"),
  favorite: false,
  place: { index: 3, count: 11 },
  age: 2_000,
  serverTime: now,
};
const gib = 1024 ** 3;

describe("nodeHead", () => {
  it("says who the node is, how it is, and where it stands", () => {
    const facts = buildFacts({ group: "Edge", region: "JP", tags: ["cn2"] }, {}, [
      buildTrouble("memory", 94),
    ]);
    const head = nodeHead(facts, context);
    assert.equal(head.health, "hot");
    assert.equal(head.reason, "memory 94%");
    assert.equal(head.state, "online, reported 2 s ago");
    assert.deepEqual(head.machine, [
      "Up 26 h",
      "Debian GNU/Linux 12, kernel 6.1.0-18-amd64",
      "4 cores",
      "8 GiB memory",
      "100 GiB disk",
    ]);
    assert.deepEqual(head.contract.slice(0, 3), ["Edge", "Japan", "cn2"]);
    assert.deepEqual(head.place, { index: 3, count: 11 });
  });

  it("tells the traffic of the cycle against its quota, and price and renewal", () => {
    const facts = buildFacts(
      {
        trafficLimit: 1024 * gib,
        trafficLimitType: "sum",
        price: { kind: "paid", amount: 4.5, currency: "$", cycle: 30 },
        expiry: { kind: "at", time: now + 22 * 86_400_000 },
        autoRenewal: true,
      },
      { totalUp: 26 * gib, totalDown: 26 * gib },
    );
    const { contract } = nodeHead(facts, context);
    assert.ok(contract.includes("$4.5 a month"), contract.join());
    assert.ok(contract.some((part) => part.startsWith("renews ") && part.endsWith("(in 22 d)")));
    assert.ok(contract.includes("traffic 52 GiB of 1 TiB (5%)"), contract.join());
  });

  it("leaves out what is unknown, and the uptime of a node that is offline", () => {
    const facts = { ...buildFacts({}, { uptimeSeconds: 50 }), presence: "offline" } as const;
    const head = nodeHead(facts, { ...context, age: undefined, place: undefined });
    assert.equal(head.state, "offline");
    assert.ok(head.machine.every((part) => !part.startsWith("Up")));
    const bare = nodeHead(buildFacts({ os: undefined, cpuCores: undefined }, null), context);
    assert.ok(bare.details.every(([, value]) => value !== ""));
  });

  it("offers to copy whole addresses only", () => {
    const guest = nodeHead(buildFacts({ ipv4: "203.*.*.*", ipv6: "2001:db8::1" }), context);
    assert.deepEqual(guest.addresses, [{ kind: "ipv6", text: "2001:db8::1" }]);
  });

  it("keeps text of the server on one line", () => {
    const { details } = nodeHead(buildFacts({ remark: "a\nb\u2028c" }), context);
    const remark = details.find(([label]) => label === "Remark")?.[1];
    assert.ok(remark !== undefined && !/[\n\u2028]/.test(remark), remark);
  });
});
