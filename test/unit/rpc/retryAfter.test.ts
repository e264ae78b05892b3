import assert from "node:assert/strict";
import { readRetryAfter } from "../../../src/rpc/retryAfter";

const now = Date.parse("2026-11-30T12:00:00Z");
const of = (value: string | undefined, date?: string) =>
  readRetryAfter({ "retry-after": value, date }, now);

describe("readRetryAfter", () => {
  it("reads seconds", () => {
    assert.equal(of("0"), 0);
    assert.equal(of(" 90 "), 90_000);
    assert.equal(of("1.5"), 1500);
  });

  it("compares a date with the server's own clock, or with ours without one", () => {
    const until = "Mon, 30 Nov 2026 12:00:30 GMT";
    assert.equal(of(until), 30_000);
    assert.equal(of(until, "Mon, 30 Nov 2026 12:00:20 GMT"), 10_000);
    assert.equal(of(until, "garbage"), 30_000);
  });

  it("reads a date of any of HTTP's three kinds in GMT, wherever we are", () => {
    assert.equal(of("Monday, 30-Nov-26 12:00:30 GMT"), 30_000);
    assert.equal(of("Mon Nov 30 12:00:30 2026", "Mon Nov 30 12:00:20 2026"), 10_000);
    assert.equal(of("Mon Nov 30 12:00:30 2026", "Mon, 30 Nov 2026 12:00:20 GMT"), 10_000);
  });

  it("takes no more than a year for absurd values", () => {
    const year = 365 * 86_400_000;
    for (const value of ["9".repeat(400), "99999999999", "Fri, 01 Jan 9999 00:00:00 GMT"]) {
      assert.equal(of(value), year);
    }
  });

  it("reads a date in the past as now", () => {
    assert.equal(of("Mon, 30 Nov 2026 11:00:00 GMT"), 0);
  });

  for (const value of [undefined, "", "soon", "-5", "12/30", "2026-11-30", "Mon, soon"]) {
    it(`is undefined for ${JSON.stringify(value)}`, () => assert.equal(of(value), undefined));
  }
});
