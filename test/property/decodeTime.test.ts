import assert from "node:assert/strict";
import fc from "fast-check";
import { time } from "../../src/komari/decode/time";

const moments = fc.date({
  min: new Date("2000-01-02T00:00:00Z"),
  max: new Date("9999-12-30T00:00:00Z"),
  noInvalidDate: true,
});

describe("decode time", () => {
  it("round-trips what JavaScript writes", () => {
    fc.assert(
      fc.property(moments, (date) => assert.equal(time(date.toISOString()), date.getTime())),
    );
  });

  it("reads any zone and any number of digits", () => {
    const offsets = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });
    const digits = fc.stringMatching(/^\d{0,9}$/);
    fc.assert(
      fc.property(moments, offsets, digits, (date, offset, fraction) => {
        const second = Math.floor(date.getTime() / 1000) * 1000;
        const local = new Date(second + offset * 60_000).toISOString().slice(0, 19);
        fc.pre(local >= "2000" && local.length === 19);
        const text = `${local}${fraction === "" ? "" : `.${fraction}`}${zone(offset)}`;
        const ms = Number(fraction.padEnd(3, "0").slice(0, 3));
        assert.equal(time(text), second + ms, text);
      }),
    );
  });

  it("returns undefined for other text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = time(text);
        assert(parsed === undefined || parsed === Date.parse(text.replace(" ", "T").toUpperCase()));
      }),
    );
  });
});

function zone(offset: number): string {
  const minutes = Math.abs(offset);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
