import assert from "node:assert/strict";
import { isRepeated, offsetText } from "../../../src/shared/repeatedHour";
import { createTimes } from "../../../src/shared/times";
import { fieldText, readCustomSpan, repeatedText } from "../../../webview/chart/state/spanText";

const [minute, hour] = [60_000, 3_600_000];
const plain = (text: string) => text.replaceAll(/\s/g, " ");

/** Runs in a time zone; its clocks go back at `at`. */
function inZone(name: string, run: () => void): void {
  const before = process.env.TZ;
  process.env.TZ = name;
  try {
    run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

describe("The hour that comes twice", () => {
  const cases = [
    {
      zone: "Europe/Berlin",
      at: Date.UTC(2026, 9, 25, 1),
      length: hour,
      texts: ["UTC+2", "UTC+1"],
    },
    {
      zone: "America/St_Johns",
      at: Date.UTC(2026, 10, 1, 4, 30),
      length: hour,
      texts: ["UTC−2:30", "UTC−3:30"],
    },
    {
      zone: "Australia/Lord_Howe",
      at: Date.UTC(2026, 3, 4, 15),
      length: hour / 2,
      texts: ["UTC+11", "UTC+10:30"],
    },
  ];
  for (const { zone, at, length, texts } of cases) {
    it(`is reported apart by its offset in ${zone}`, () => {
      inZone(zone, () => {
        const times = [at - length - 1, at - length, at - 1, at, at + length - 1, at + length];
        assert.deepEqual(times.map(isRepeated), [false, true, true, true, true, false]);
        assert.deepEqual([at - minute, at + minute].map(offsetText), texts);
      });
    });
  }

  it("is nowhere else: not where clocks go forward, and not in UTC", () => {
    inZone("Europe/Berlin", () => {
      const forward = Date.UTC(2026, 2, 29, 1);
      for (const time of [forward - minute, forward, forward + hour]) assert.ok(!isRepeated(time));
    });
    inZone("UTC", () => assert.ok(!isRepeated(Date.UTC(2026, 9, 25, 1))));
  });

  it("has its offset in text", () => {
    inZone("Europe/Berlin", () => {
      const at = Date.UTC(2026, 9, 25, 1);
      const times = createTimes("en-GB");
      const range = { from: at - 30 * minute, to: at + 30 * minute };
      assert.equal(plain(times.at(range.from, range)), "25 Oct 2026, 2:30 UTC+2");
      assert.equal(plain(times.between(range)), "25 Oct 2026, 2:30 UTC+2 – 2:30 UTC+1");
      assert.equal(createTimes("en-GB", "utc").at(at), "25 Oct 2026, 1:00:00 UTC");
    });
  });

  it("is kept, as the milliseconds are, in a custom range that is applied as it was opened", () => {
    inZone("Europe/Berlin", () => {
      const at = Date.UTC(2026, 9, 25, 1);
      const filled = { from: at + 7, to: at + 30 * minute + 8 };
      const fields = { from: fieldText(filled.from, "local"), to: fieldText(filled.to, "local") };
      const format = { duration: String };
      const read = readCustomSpan(fields, "local", at + hour, undefined, format, filled);
      assert.deepEqual(read, { ok: true, ...filled });
      // As browsers shorten it.
      const short = { ...fields, from: fields.from.slice(0, -":00".length) };
      const again = readCustomSpan(short, "local", at + hour, undefined, format, filled);
      assert.deepEqual(again, { ok: true, ...filled });
      assert.equal(repeatedText("Start", filled.from, "local"), "Start: UTC+1");
      assert.equal(repeatedText("Start", filled.from, "utc"), "");
      assert.equal(repeatedText("Start", at - 2 * hour, "local"), "");
    });
  });
});
