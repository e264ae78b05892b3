import assert from "node:assert/strict";
import fc from "fast-check";
import {
  timeAxis,
  type TimeStep,
  timeTicks,
  TimeLabels,
} from "../../../../../webview/chart/plot/timeAxis";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 22, 14, 3, 20);

function iso(times: readonly number[]): string[] {
  return times.map((time) => new Date(time).toISOString().replace(":00.000Z", ""));
}

function utcTicks(from: number, span: number, step: TimeStep): string[] {
  return iso(timeTicks(from, from + span, step, "utc"));
}

/** In another zone than that of this machine. */
function inZone(zone: string, run: () => void): void {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

describe("timeTicks", () => {
  for (const { step, span, ticks } of [
    {
      step: { unit: "second", size: 600 },
      span: 30 * minute,
      ticks: ["2026-11-22T14:10", "2026-11-22T14:20", "2026-11-22T14:30"],
    },
    {
      step: { unit: "hour", size: 6 },
      span: 18 * hour,
      ticks: ["2026-11-22T18:00", "2026-11-23T00:00", "2026-11-23T06:00"],
    },
    {
      step: { unit: "day", size: 1 },
      span: 3 * day,
      ticks: ["2026-11-23T00:00", "2026-11-24T00:00", "2026-11-25T00:00"],
    },
    {
      step: { unit: "day", size: 7 },
      span: 9 * day,
      ticks: ["2026-11-23T00:00", "2026-11-30T00:00"],
    },
    {
      step: { unit: "month", size: 3 },
      span: 150 * day,
      ticks: ["2027-01-01T00:00", "2027-04-01T00:00"],
    },
    { step: { unit: "year", size: 2 }, span: 1000 * day, ticks: ["2028-01-01T00:00"] },
  ] as const) {
    it(`every ${step.size} × ${step.unit}`, () =>
      assert.deepEqual(utcTicks(start, span, step), ticks));
  }

  it("include both ends", () => {
    const from = Date.UTC(2026, 0, 1);
    assert.equal(timeTicks(from, from + 2 * hour, { unit: "hour", size: 1 }, "utc").length, 3);
  });

  it("stand at full hours and midnights of the local zone", () => {
    inZone("Asia/Kolkata", () => {
      const from = Date.UTC(2026, 10, 22, 12);
      const hours = timeTicks(from, from + 2 * hour, { unit: "hour", size: 1 }, "local");
      assert.deepEqual(iso(hours), ["2026-11-22T12:30", "2026-11-22T13:30"]);
      const days = timeTicks(from, from + day, { unit: "day", size: 1 }, "local");
      assert.deepEqual(iso(days), ["2026-11-22T18:30"]);
      const quarters = timeTicks(from, from + 20 * minute, { unit: "second", size: 900 }, "local");
      assert.deepEqual(iso(quarters), ["2026-11-22T12:00", "2026-11-22T12:15"]);
    });
  });

  it("stay at full hours when the clock is changed, and come once each", () => {
    inZone("Europe/Berlin", () => {
      const spring = timeTicks(
        Date.UTC(2026, 2, 28, 23),
        Date.UTC(2026, 2, 29, 4),
        { unit: "hour", size: 1 },
        "local",
      );
      assert.deepEqual(
        spring.map((time) => new Date(time).getHours()),
        [0, 1, 3, 4, 5, 6],
      );
      const autumn = timeTicks(
        Date.UTC(2026, 9, 24, 22),
        Date.UTC(2026, 9, 26, 12),
        { unit: "hour", size: 12 },
        "local",
      );
      assert.deepEqual(
        autumn.map((time) => new Date(time).getHours()),
        [0, 12, 0, 12],
      );
    });
  });
});

describe("time labels", () => {
  const label = (locale: string, time: number, step: TimeStep, zone: "utc" | "local" = "utc") =>
    new TimeLabels(locale, zone).label(time, step).replace(/\u202f/g, " ");
  const noon = Date.UTC(2026, 10, 22, 12);
  const midnight = Date.UTC(2026, 10, 22);

  for (const { time, step, en, zh } of [
    { time: noon + 5000, step: { unit: "second", size: 5 }, en: "12:00:05 PM", zh: "12:00:05" },
    { time: noon, step: { unit: "second", size: 60 }, en: "12:00 PM", zh: "12:00" },
    { time: midnight, step: { unit: "second", size: 60 }, en: "Nov 22", zh: "11月22日" },
    {
      time: midnight + 11 * hour + minute,
      step: { unit: "second", size: 60 },
      en: "11:01 AM",
      zh: "11:01",
    },
    { time: noon, step: { unit: "hour", size: 6 }, en: "12:00 PM", zh: "12:00" },
    { time: midnight, step: { unit: "hour", size: 6 }, en: "Nov 22", zh: "11月22日" },
    { time: midnight, step: { unit: "day", size: 1 }, en: "Nov 22", zh: "11月22日" },
    { time: Date.UTC(2026, 3, 1), step: { unit: "month", size: 1 }, en: "Apr", zh: "4月" },
    { time: Date.UTC(2026, 0, 1), step: { unit: "month", size: 1 }, en: "2026", zh: "2026年" },
    { time: Date.UTC(2026, 0, 1), step: { unit: "year", size: 1 }, en: "2026", zh: "2026年" },
  ] as const) {
    it(`${en}, ${zh}`, () => {
      assert.equal(label("en", time, step), en);
      assert.equal(label("zh-CN", time, step), zh);
    });
  }

  it("are in the zone that was chosen", () => {
    inZone("America/New_York", () => {
      assert.equal(label("en", noon, { unit: "hour", size: 1 }, "local"), "7:00 AM");
      assert.equal(label("en", noon, { unit: "hour", size: 1 }, "utc"), "12:00 PM");
    });
  });

  it("have the offset in the hour that comes twice, and nowhere else", () => {
    const back = Date.UTC(2026, 9, 25, 1);
    const quarter: TimeStep = { unit: "second", size: 900 };
    inZone("Europe/Berlin", () => {
      const times = timeTicks(back - 75 * minute, back + 60 * minute, quarter, "local");
      assert.deepEqual(
        times.map((time) => label("en-GB", time, quarter, "local")),
        [
          ...["1:45", "2:00 UTC+2", "2:15 UTC+2", "2:30 UTC+2", "2:45 UTC+2"],
          ...["2:00 UTC+1", "2:15 UTC+1", "2:30 UTC+1", "2:45 UTC+1", "3:00"],
        ],
      );
      assert.equal(label("en-GB", back, quarter, "utc"), "1:00");
      assert.equal(label("en-GB", back, { unit: "day", size: 1 }, "local"), "25 Oct");
    });
    // Where the clocks go back at 1:00, the day begins twice.
    inZone("America/Havana", () => {
      const midnight = Date.UTC(2026, 10, 1, 4);
      const texts = [midnight, midnight + hour].map((time) => label("en", time, quarter, "local"));
      assert.deepEqual(texts, ["Nov 1 UTC−4", "Nov 1 UTC−5"]);
    });
  });
});

describe("timeAxis", () => {
  const measure = (text: string) => text.length * 6;
  const labels = new TimeLabels("en", "utc");
  const axis = (span: number, width: number) =>
    timeAxis({ from: start, to: start + span }, { width, margin: 14 }, "utc", labels, measure);

  it("has labels that never overlap nor are cut off, at any width and span", () => {
    const spans = fc.double({ min: 1, max: 20 * 365 * 24 * 3600, noNaN: true });
    fc.assert(
      fc.property(spans, fc.integer({ min: 150, max: 5000 }), (seconds, width) => {
        const span = seconds * 1000;
        const { at, labels: texts } = axis(span, width);
        assert.equal(at.length, texts.length);
        let end = -Infinity;
        at.forEach((time, index) => {
          const text = texts[index] ?? "";
          const middle = ((time - start) * width) / span;
          assert.ok(middle - measure(text) / 2 > end);
          end = middle + measure(text) / 2;
          assert.ok(text === "" || end <= width + 14);
        });
      }),
    );
  });

  for (const [name, span] of [
    ["a minute", minute],
    ["an hour", hour],
    ["a day", day],
    ["a week", 7 * day],
    ["a month", 30 * day],
    ["a year", 365 * day],
  ] as const) {
    it(`has some labels for ${name}, and more on a wider axis`, () => {
      const count = (width: number) =>
        axis(span, width).labels.filter((text) => text !== "").length;
      assert.ok(count(240) >= 2);
      assert.ok(count(960) >= 2 * count(240));
    });
  }

  it("has no ticks where there is room for none", () => {
    assert.deepEqual(axis(hour, 5), { at: [], labels: [] });
  });
});
