import assert from "node:assert/strict";
import { createFormat } from "../../../src/shared/format";

const en = createFormat("en");
const zh = createFormat("zh-cn");
const kib = 1024;
const [mib, gib] = [kib ** 2, kib ** 3];

describe("format: bytes", () => {
  it("counts in steps of 1024 and says so by the unit", () => {
    assert.deepEqual([0, 512, kib, mib, gib, kib ** 4, kib ** 5, kib ** 6].map(en.bytes), [
      "0 B",
      "512 B",
      "1 KiB",
      "1 MiB",
      "1 GiB",
      "1 TiB",
      "1 PiB",
      "1 EiB",
    ]);
  });

  it("has one digit after the point below a hundred, none above", () => {
    assert.equal(en.bytes(1.5 * gib), "1.5 GiB");
    assert.equal(en.bytes(99.94 * gib), "99.9 GiB");
    assert.equal(en.bytes(100.4 * gib), "100 GiB");
  });

  it("never shows four digits: what rounds to a thousand is of the next unit", () => {
    assert.equal(en.bytes(999), "999 B");
    assert.equal(en.bytes(1_000), "1 KiB");
    assert.equal(en.bytes(999.4 * kib), "999 KiB");
    assert.equal(en.bytes(999.6 * kib), "1 MiB");
  });

  it("has no unit above EiB and does not break there", () => {
    assert.equal(en.bytes(2_000 * kib ** 6), "2000 EiB");
  });

  it("shows whole bytes only", () => assert.equal(en.bytes(1.4), "1 B"));

  it("is the same in Chinese, where units are written alike", () => {
    assert.equal(zh.bytes(1.5 * gib), "1.5 GiB");
  });
});

describe("format: rates", () => {
  it("are bytes per second", () => assert.equal(en.rate(1.5 * mib), "1.5 MiB/s"));

  it("are two digits and a letter in rows", () => {
    assert.deepEqual(
      [kib, 1.54 * mib, 9.94 * mib, 10.4 * mib, 100 * mib, 2 * gib].map(en.shortRate),
      ["1K", "1.5M", "9.9M", "10M", "100M", "2G"],
    );
  });

  it("tell nothing from a little in rows", () => {
    assert.deepEqual([0, 0.4, 1, 999].map(en.shortRate), ["0", "0", "<0.1K", "1K"]);
    assert.deepEqual([101, 103, 512].map(en.shortRate), ["<0.1K", "0.1K", "0.5K"]);
  });
});

describe("format: percents and numbers", () => {
  it("are whole percents", () => {
    assert.deepEqual([0, 0.4, 0.5, 33.9, 100].map(en.percent), ["0%", "0%", "1%", "34%", "100%"]);
    assert.equal(zh.percent(33.9), "34%");
  });

  it("have as many digits as asked for, and none for nothing", () => {
    assert.equal(en.number(1234.5678), "1235");
    assert.equal(en.number(0.5249, 2), "0.52");
    assert.equal(en.number(2, 2), "2");
    assert.equal(en.number(0.5249, 1), "0.5");
  });

  it("have two digits for loads", () => {
    assert.deepEqual([0, 0.6, 12.345].map(en.load), ["0.00", "0.60", "12.35"]);
  });

  it("have one digit for milliseconds below ten", () => {
    assert.deepEqual([0.34, 9.94, 31.4].map(en.milliseconds), ["0.3 ms", "9.9 ms", "31 ms"]);
  });
});

describe("format: durations", () => {
  it("are the two largest units", () => {
    assert.equal(en.duration(93_784), "1d 2h");
    assert.equal(en.duration(3_659), "1h");
    assert.equal(en.duration(3_660), "1h 1m");
    assert.equal(en.duration(61), "1m 1s");
  });

  it("leave out a second unit that is nothing", () => {
    assert.equal(en.duration(86_400), "1d");
    assert.equal(en.duration(86_460), "1d");
    assert.equal(en.duration(60), "1m");
  });

  it("have no comma in a thousand days, as no other number has", () => {
    assert.equal(en.duration(1_000 * 86_400), "1000d");
  });

  it("are at least seconds, also of nothing and less", () => {
    assert.deepEqual([0, 0.9, -5, 59].map(en.duration), ["0s", "0s", "0s", "59s"]);
  });

  it("are Chinese in Chinese", () => assert.equal(zh.duration(93_784), "1天 2小时"));
});

describe("format: ages", () => {
  it("are the largest unit, never rounded up", () => {
    assert.deepEqual(
      [12_000, 59_999, 60_000, 3_599_999, 3_600_000, 86_399_999, 86_400_000].map(en.ago),
      ["12s ago", "59s ago", "1m ago", "59m ago", "1h ago", "23h ago", "1d ago"],
    );
  });

  it("are never in the future", () => {
    assert.deepEqual([0, -5_000, 400].map(en.ago), ["0s ago", "0s ago", "0s ago"]);
  });

  it("are Chinese in Chinese", () => {
    assert.deepEqual([12_000, 300_000].map(zh.ago), ["12秒前", "5分钟前"]);
  });
});

describe("format: days", () => {
  it("are told in words next to today, in numbers further off", () => {
    assert.deepEqual([-10, -1, 0, 1, 10].map(en.inDays), [
      "10 days ago",
      "yesterday",
      "today",
      "tomorrow",
      "in 10 days",
    ]);
    assert.deepEqual([-1, 0, 1, 3].map(zh.inDays), ["昨天", "今天", "明天", "3天后"]);
  });
});

describe("format: dates", () => {
  const time = new Date(2026, 10, 5, 14, 3, 9).getTime();

  it("are in the user's zone and language", () => {
    assert.equal(en.date(time), "Nov 5, 2026");
    assert.equal(zh.date(time), "2026年11月5日");
    assert.match(en.dateTime(time), /^Nov 5, 2026, 2:03:09\sPM$/);
    assert.equal(zh.dateTime(time), "2026年11月5日 14:03:09");
  });
});
