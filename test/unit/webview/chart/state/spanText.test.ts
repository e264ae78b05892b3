import assert from "node:assert/strict";
import { createFormat } from "../../../../../src/shared/format";
import { fieldText, fieldTime, readCustomSpan } from "../../../../../webview/chart/state/spanText";

const now = Date.UTC(2026, 10, 22, 18);

describe("date-time fields", () => {
  it("hold UTC to the second", () => {
    const time = Date.UTC(2026, 0, 31, 23, 59, 7);
    assert.equal(fieldText(time + 999, "utc"), "2026-01-31T23:59:07");
    assert.equal(fieldTime("2026-01-31T23:59:07", "utc"), time);
    assert.equal(fieldTime("2026-01-31T23:59", "utc"), time - 7000);
  });

  it("hold local time, in summer and in winter", () => {
    for (const month of [0, 6]) {
      const time = new Date(2026, month, 15, 8, 30, 5).getTime();
      assert.match(fieldText(time, "local"), /-15T08:30:05$/);
      assert.equal(fieldTime(fieldText(time, "local"), "local"), time);
    }
  });

  it("have no time while they are empty", () => assert.equal(fieldTime("", "utc"), undefined));
});

describe("custom span", () => {
  const read = (from: string, to: string, keptHours?: number) =>
    readCustomSpan({ from, to }, "utc", now, keptHours, createFormat("en"));

  it("is read from the fields", () => {
    assert.deepEqual(read("2026-11-22T10:00", "2026-11-22T12:00:30", 24), {
      ok: true,
      from: Date.UTC(2026, 10, 22, 10),
      to: Date.UTC(2026, 10, 22, 12, 0, 30),
    });
  });

  it("may end in the future, as clocks differ", () => {
    assert.equal(read("2026-11-22T10:00", "2026-11-23T00:00").ok, true);
  });

  const wrong = [
    ["", "2026-11-22T12:00", "from", /start/],
    ["2026-11-22T10:00", "", "to", /end/],
    ["2026-11-22T10:00", "2026-11-22T10:00", "to", /later than the start/],
    ["2026-11-22T10:00", "2026-11-21T10:00", "to", /later than the start/],
    ["2026-11-22T19:00", "2026-11-22T20:00", "from", /future/],
    ["2026-11-20T10:00", "2026-11-20T12:00", "to", /for 24 h only/],
  ] as const;
  for (const [from, to, field, text] of wrong) {
    it(`from "${from}" to "${to}" is refused at the ${field} field`, () => {
      const span = read(from, to, 24);
      assert.ok(!span.ok);
      assert.equal(span.field, field);
      assert.match(span.text, text);
    });
  }
});
