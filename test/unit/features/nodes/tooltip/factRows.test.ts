import assert from "node:assert/strict";
import { factRows } from "../../../../../src/features/nodes/tooltip/factRows";
import { type KomariNode } from "../../../../../src/komari/model/model";
import { type Price } from "../../../../../src/shared/nodes/contract";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Noon in UTC. */
const noon = Date.UTC(2026, 5, 15, 12);

function valueOf(label: string, node: Partial<KomariNode>): string | undefined {
  const context = { format: createFormat("en"), age: undefined, serverTime: noon };
  return factRows(buildFacts(node), context).find(([name]) => name === label)?.[1];
}

function expiry(inMs: number, autoRenewal = false): string {
  return valueOf("Expiry", { expiry: { kind: "at", time: noon + inMs }, autoRenewal }) ?? "";
}

function price(amount: number, cycle: Extract<Price, { kind: "paid" }>["cycle"], currency = "") {
  return valueOf("Price", { price: { kind: "paid", amount, currency, cycle } });
}

describe("factRows: expiry", () => {
  it("has the date and the calendar days", () => {
    assert.equal(expiry(2 * day), "expires Jun 17, 2026 (in 2 d)");
    assert.equal(expiry(60 * minute), "expires Jun 15, 2026 (today)");
    assert.equal(expiry(13 * 60 * minute), "expires Jun 16, 2026 (tomorrow)");
  });

  it("is over from the very moment on", () => {
    assert.equal(expiry(0), "expired Jun 15, 2026 (today)");
    assert.equal(expiry(-10 * day), "expired Jun 5, 2026 (10 d ago)");
  });

  it("renews where the contract does", () => {
    assert.equal(expiry(30 * day, true), "renews Jul 15, 2026 (in 30 d)");
  });

  it("has no date for a long term and no row without an end", () => {
    assert.equal(valueOf("Expiry", { expiry: { kind: "longTerm" } }), "long term");
    assert.equal(valueOf("Expiry", { expiry: undefined, autoRenewal: true }), undefined);
  });

  it("is the day in UTC in every time zone, as on the server's page", () => {
    const { TZ } = process.env;
    try {
      for (const zone of ["UTC", "America/Los_Angeles", "Asia/Shanghai", "Pacific/Kiritimati"]) {
        process.env.TZ = zone;
        const [midnight, serverTime] = [Date.UTC(2026, 5, 17), Date.UTC(2026, 5, 15, 23)];
        const facts = buildFacts({ expiry: { kind: "at", time: midnight }, price: undefined });
        const own = { format: createFormat("en"), age: undefined, serverTime };
        const [, text] = factRows(facts, own).find(([label]) => label === "Expiry") ?? [];
        assert.equal(text, "expires Jun 17, 2026 (in 2 d)", zone);
      }
    } finally {
      if (TZ === undefined) delete process.env.TZ;
      else process.env.TZ = TZ;
    }
  });

  it("is in the warning color while the node is about to expire", () => {
    const node = { expiry: { kind: "at", time: noon + 3 * day }, price: undefined } as const;
    const facts = buildFacts(node, {}, [{ kind: "expiry", value: 3, limit: 7 }]);
    const context = { format: createFormat("en"), age: undefined, serverTime: noon };
    const value = factRows(facts, context).find(([label]) => label === "Expiry")?.[1] ?? "";
    assert.match(value, /^<span style="color:[^"]+">expires Jun 18, 2026 \(in 3 d\)<\/span>$/);
  });

  it("stands behind the price where there is one", () => {
    const node = { price: { kind: "free" }, expiry: { kind: "longTerm" } } as const;
    assert.equal(valueOf("Price", node), "free, long term");
    assert.equal(valueOf("Expiry", node), undefined);
  });
});

describe("factRows: price", () => {
  it("names the cycles of the official page, from the first day to the last", () => {
    const cycles = [
      [27, 32, "1 a month"],
      [87, 95, "1 a quarter"],
      [175, 185, "1 every six months"],
      [360, 370, "1 a year"],
      [720, 750, "1 every two years"],
      [1080, 1150, "1 every three years"],
      [1800, 1850, "1 every five years"],
    ] as const;
    for (const [first, last, text] of cycles) {
      assert.equal(price(1, first), text);
      assert.equal(price(1, last), text);
      assert.equal(price(1, first - 1), `1 every ${first - 1} days`);
      assert.equal(price(1, last + 1), `1 every ${last + 1} days`);
    }
  });

  it("is a day for one day, once for a single payment, alone without a cycle", () => {
    assert.equal(price(2.5, 1, "¥"), "¥2.5 a day");
    for (const cycle of [0.4, 1.04]) assert.equal(price(2.5, cycle), "2.5 a day");
    assert.equal(price(0.0005, 7, "₿"), "₿0.0005 every 7 days");
    assert.equal(price(1, 1e300), "1 every 1E300 days");
    assert.equal(price(99, "once"), "99 once");
    assert.equal(price(99, undefined), "99");
  });
});
