import assert from "node:assert/strict";
import { createTimes } from "../../../src/shared/times";

const noon = Date.UTC(2026, 10, 22, 12, 0, 5);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const british = createTimes("en-GB", "utc");
/** Versions of Intl differ in kinds of spaces. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");

describe("times in words", () => {
  it("are to the second alone, and in a range below an hour", () => {
    assert.equal(british.at(noon), "22 Nov 2026, 12:00:05 UTC");
    assert.equal(british.clock(noon), "12:00:05");
    assert.equal(
      british.at(noon, { from: noon, to: noon + hour - 1 }),
      "22 Nov 2026, 12:00:05 UTC",
    );
  });

  it("are to the minute in a range from an hour on", () => {
    assert.equal(british.at(noon, { from: noon - hour, to: noon }), "22 Nov 2026, 12:00 UTC");
  });

  it("name the day of a range once, and both where it goes over midnight", () => {
    assert.equal(
      british.between({ from: noon, to: noon + 5 * minute }),
      "22 Nov 2026, 12:00:05 – 12:05:05 UTC",
    );
    assert.equal(
      british.between({ from: noon, to: noon + day }),
      "22 Nov 2026, 12:00 – 23 Nov 2026, 12:00 UTC",
    );
  });

  it("write the ends of a range as they write a moment in it", () => {
    for (const locale of ["en", "zh-cn", "de"]) {
      const times = createTimes(locale, "utc");
      const range = { from: noon, to: noon + 4 * hour };
      const start = times.at(noon, range).replace(" UTC", "");
      assert.ok(times.between(range).startsWith(`${start} – `), locale);
    }
  });

  it("are in the language and, by default, in the time zone of the machine", () => {
    const local = new Date(2026, 10, 5, 14, 3, 9).getTime();
    assert.equal(createTimes("zh-cn").at(local), "2026年11月5日 14:03:09");
    assert.equal(plain(createTimes("en").at(local)), "Nov 5, 2026, 2:03:09 PM");
  });
});
