import assert from "node:assert/strict";
import { expiry, price, trafficLimitType } from "../../../../src/komari/decode/contract";

const now = Date.UTC(2026, 10, 22);

describe("expiry", () => {
  it("is a time, past or to come", () => {
    assert.deepEqual(expiry("2026-11-12T12:18:31+08:00", now), {
      kind: "at",
      time: Date.UTC(2026, 10, 12, 4, 18, 31),
    });
  });

  it("is long-term from more than 36,500 days on", () => {
    assert.deepEqual(expiry("2226-11-24T12:18:31Z", now), { kind: "longTerm" });
    assert.equal(expiry("2126-10-01T00:00:00Z", now)?.kind, "at");
  });

  it("is unset for null, absent and year 1", () => {
    for (const value of [null, undefined, "", "0001-01-01T00:00:00+08:05", 5]) {
      assert.equal(expiry(value, now), undefined);
    }
  });
});

describe("price", () => {
  it("reports free, hidden and paid apart", () => {
    assert.deepEqual(price({ price: -1, billing_cycle: -1 }), { kind: "free" });
    assert.equal(price({ price: 0, billing_cycle: 30 }), undefined);
    assert.equal(price({}), undefined);
    assert.equal(price({ price: "5" }), undefined);
    assert.deepEqual(price({ price: 9.99, billing_cycle: 30, currency: "€" }), {
      kind: "paid",
      amount: 9.99,
      currency: "€",
      cycle: 30,
    });
  });

  it("knows one-off payments, untold cycles and the default currency", () => {
    const paid = { kind: "paid", amount: 5, currency: "$" };
    assert.deepEqual(price({ price: 5, billing_cycle: -1, currency: "" }), {
      ...paid,
      cycle: "once",
    });
    assert.deepEqual(price({ price: 5, billing_cycle: 0 }), { ...paid, cycle: undefined });
  });
});

describe("trafficLimitType", () => {
  it("falls back to max", () => {
    assert.equal(trafficLimitType("up"), "up");
    for (const value of ["", "other", undefined, null, 3])
      assert.equal(trafficLimitType(value), "max");
  });
});
