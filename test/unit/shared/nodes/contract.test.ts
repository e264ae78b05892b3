import assert from "node:assert/strict";
import { daysLeft, laterToday } from "../../../../src/shared/nodes/contract";

describe("daysLeft", () => {
  const [hour, day] = [3_600_000, 86_400_000];
  const midnight = Date.UTC(2026, 5, 15);
  const left = (now: number, time: number) => daysLeft({ kind: "at", time }, now);

  it("is the number of days from today's date to the date of the end, at every hour of both", () => {
    const dateOf = (time: number) => Date.parse(new Date(time).toISOString().slice(0, 10));
    for (let now = midnight; now < midnight + day; now += hour) {
      for (let end = midnight - 3 * day; end < midnight + 4 * day; end += hour) {
        const days = (dateOf(end) - dateOf(now)) / day;
        const expected = days === 0 && end > now ? laterToday : days;
        assert.equal(left(now, end), expected, `${(end - now) / hour} h from hour ${now}`);
      }
    }
  });

  it("is above zero until the contract has ended", () => {
    assert.ok((left(midnight, midnight + 1) ?? 0) > 0);
    assert.equal(left(midnight, midnight), 0);
  });

  it("is unknown for a long term and without an end", () => {
    assert.equal(daysLeft({ kind: "longTerm" }, midnight), undefined);
    assert.equal(daysLeft(undefined, midnight), undefined);
  });
});
