import assert from "node:assert/strict";
import { contractRows } from "../../../../../src/features/nodes/tooltip/contractRows";
import { type KomariNode, type Price } from "../../../../../src/komari/model";
import { createFormat } from "../../../../../src/shared/format";
import { buildFacts } from "../../../../builders/facts";

const format = createFormat("en");
const minute = 60_000;
const day = 24 * 60 * minute;

/** Noon where the tests run: dates are told in the user's own zone. */
const noon = new Date(2026, 5, 15, 12).getTime();

function valueOf(name: string, node: Partial<KomariNode>): string | undefined {
  const rows = contractRows(buildFacts(node), { format, age: undefined, serverTime: noon });
  return rows.find(([row]) => row === name)?.[1];
}

function expiry(inMs: number): string {
  return valueOf("Expiry", { expiry: { kind: "at", time: noon + inMs } }) ?? "";
}

function price(amount: number, cycle: Extract<Price, { kind: "paid" }>["cycle"], currency = "") {
  return valueOf("Price", { price: { kind: "paid", amount, currency, cycle } });
}

describe("expiry", () => {
  it("is red and over from the very moment on", () => {
    assert.match(expiry(0), /^🔴 expired/);
    assert.match(expiry(-1), /^🔴 expired/);
    assert.match(expiry(1), /^🔴 expires very soon/);
  });

  it("is red for a week, orange for another one, green after that", () => {
    assert.match(expiry(7 * day), /^🔴 expires very soon/);
    assert.match(expiry(7 * day + 1), /^🟠 expires soon/);
    assert.match(expiry(15 * day), /^🟠 expires soon/);
    assert.match(expiry(15 * day + 1), /^🟢 /);
  });

  it("tells the date, and the day as people count", () => {
    assert.equal(expiry(2 * day), "🔴 expires very soon · Jun 17, 2026 · in 2 d");
    assert.match(expiry(60 * minute), /Jun 15, 2026 · today$/);
    assert.match(expiry(13 * 60 * minute), /Jun 16, 2026 · tomorrow$/);
    assert.match(expiry(-60 * minute), /Jun 15, 2026 · today$/);
    assert.match(expiry(-day), /Jun 14, 2026 · yesterday$/);
    assert.match(expiry(-10 * day), /10 d ago$/);
  });

  it("has no date for a long term, and no row without an end", () => {
    assert.equal(valueOf("Expiry", { expiry: { kind: "longTerm" } }), "long term");
    assert.equal(valueOf("Expiry", { expiry: undefined, autoRenewal: true }), undefined);
  });

  it("tells that the contract renews automatically", () => {
    const node = { expiry: { kind: "at", time: noon + 30 * day }, autoRenewal: true } as const;
    assert.match(valueOf("Expiry", node) ?? "", / · renews automatically$/);
  });
});

describe("price", () => {
  it("is free, or hidden without a row", () => {
    assert.equal(valueOf("Price", { price: { kind: "free" } }), "free");
    assert.equal(valueOf("Price", { price: undefined }), undefined);
  });

  it("names the cycles that the official page names, from the first day to the last", () => {
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

  it("tells a price that is paid once, and one whose cycle is not told", () => {
    assert.equal(price(5, "once"), "5 once");
    assert.equal(price(45.5, undefined), "45.5");
  });

  it("writes the currency before the amount, whatever it is", () => {
    assert.equal(price(980, 30, "円"), "円980 a month");
    assert.equal(price(1, 30, "<$>"), "&#60;&#36;&#62;1 a month");
  });
});
