import assert from "node:assert/strict";
import { costOf, nextRenewals } from "../../../../../webview/fleet/state/cost";
import { fleetSource } from "./fleetSource";

const paid = (amount: number, currency: string, cycle: number | "once" | undefined) =>
  ({ price: { kind: "paid", amount, currency, cycle } }) as const;

describe("costOf", () => {
  it("adds up by currency and month, and keeps free, paid once and unknown apart", () => {
    const source = fleetSource([
      paid(10, "$", 30.4375),
      paid(120, "$", 365.25),
      paid(5, "€", 30.4375),
      paid(99, "$", "once"),
      paid(7, "$", undefined),
      { price: { kind: "free" } },
      {},
    ]);
    assert.deepEqual(costOf(source, source.slots()), {
      monthly: [
        { currency: "$", amount: 20 },
        { currency: "€", amount: 5 },
      ],
      once: [{ currency: "$", amount: 99 }],
      paying: 3,
      paidOnce: 1,
      free: 1,
      withoutCycle: 1,
      unset: 1,
    });
  });
});

describe("nextRenewals", () => {
  it("has the soonest first, and nothing that has ended or never ends", () => {
    const day = 86_400_000;
    const at = (days: number) => ({ expiry: { kind: "at", time: days * day } }) as const;
    const source = fleetSource(
      [at(130), at(99), at(105), { expiry: { kind: "longTerm" } }, {}, at(200)],
      100 * day,
    );
    assert.deepEqual(nextRenewals(source, source.slots(), 2), [
      { slot: 2, days: 5 },
      { slot: 0, days: 30 },
    ]);
  });
});
