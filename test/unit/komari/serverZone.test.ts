import assert from "node:assert/strict";
import fc from "fast-check";
import { rfc3339In, zoneOf, zoneOfStatuses } from "../../../src/komari/serverZone";

describe("zoneOf", () => {
  const cases: readonly (readonly [text: unknown, zone: string | undefined])[] = [
    ["2026-11-22T18:00:00+08:00", "+08:00"],
    ["2026-11-22T02:00:00.5-08:00", "-08:00"],
    ["2026-11-22T15:45:00+05:45", "+05:45"],
    ["2026-11-22T10:00:00Z", "Z"],
    ["2026-11-22T10:00:00.123456789Z", "Z"],
    ["0001-01-01T00:00:00Z", undefined],
    ["0001-01-01T08:05:43+08:05", undefined],
    ["2026-11-22T10:00:00", undefined],
    ["", undefined],
    [null, undefined],
    [undefined, undefined],
    [1_800_000_000, undefined],
  ];
  for (const [text, zone] of cases) {
    it(`of ${JSON.stringify(text)}: ${zone ?? "unknown"}`, () => assert.equal(zoneOf(text), zone));
  }
});

describe("zoneOfStatuses", () => {
  const away = { online: false, time: "2026-07-22T12:00:00+02:00" };
  const unset = { online: true, time: "0001-01-01T00:00:00Z" };
  const there = { online: true, time: "2026-11-22T11:00:00+01:00" };

  it("is that of a node which reports", () => {
    assert.equal(zoneOfStatuses({ away, unset, there }), "+01:00");
    assert.equal(zoneOfStatuses([away, there]), "+01:00");
  });

  it("is unknown where none does", () => {
    for (const result of [{ away, unset }, {}, [], null, "text", { error: "no" }]) {
      assert.equal(zoneOfStatuses(result), undefined);
    }
  });
});

describe("rfc3339In", () => {
  const ten = Date.UTC(2026, 10, 22, 10);
  const cases: readonly (readonly [zone: string, text: string])[] = [
    ["Z", "2026-11-22T10:00:00Z"],
    ["+08:00", "2026-11-22T18:00:00+08:00"],
    ["-03:30", "2026-11-22T06:30:00-03:30"],
    ["+14:00", "2026-11-23T00:00:00+14:00"],
  ];
  for (const [zone, text] of cases) {
    it(`writes in ${zone}`, () => assert.equal(rfc3339In(ten, zone), text));
  }

  it("writes nothing of what RFC 3339 has no year for", () => {
    for (const time of [NaN, Infinity, 8.64e15, Date.UTC(9999, 11, 31, 23), -7e13]) {
      assert.equal(rfc3339In(time, "+08:00"), undefined);
    }
  });

  it("names the same moment in any zone, and says the zone again", () => {
    const seconds = fc.integer({ min: 1_000_000_000, max: 4_000_000_000 });
    const minutes = fc.integer({ min: 0, max: 14 * 60 });
    fc.assert(
      fc.property(seconds, minutes, fc.constantFrom("+", "-"), (second, offset, sign) => {
        const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
        const zone = `${sign}${two(offset / 60)}:${two(offset % 60)}`;
        const text = rfc3339In(second * 1000, zone);
        assert.equal(Date.parse(text ?? ""), second * 1000);
        assert.equal(zoneOf(text), zone);
      }),
    );
  });
});
