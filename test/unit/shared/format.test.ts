import assert from "node:assert/strict";
import * as l10n from "@vscode/l10n";
import chinese from "../../../l10n/bundle.l10n.zh-cn.json";
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
  it("are whole percents, and never a wrong none or all", () => {
    assert.deepEqual([0, 0.04, 0.9, 1, 33.9, 99, 99.4, 100, 100.4, 103.2].map(en.percent), [
      "0%",
      "<1%",
      "<1%",
      "1%",
      "34%",
      "99%",
      ">99%",
      "100%",
      ">100%",
      "103%",
    ]);
    assert.equal(zh.percent(33.9), "34%");
  });

  it("have two digits for loss, and never a wrong none or all", () => {
    assert.deepEqual([0, 0.04, 0.1, 0.83, 9.96, 22.9, 99.5, 99.9, 99.95, 100].map(en.loss), [
      "0%",
      "<0.1%",
      "0.1%",
      "0.8%",
      "10%",
      "23%",
      "99.5%",
      "99.9%",
      ">99.9%",
      "100%",
    ]);
  });

  it("have three digits in charts and tables, and never a wrong none, all or no more", () => {
    const values = [0, 0.004, 0.01, 0.834, 23.44, 99.9, 99.96, 100, 100.04, 250, 12_345];
    assert.deepEqual(values.map(en.finePercent), [
      ...["0%", "<0.01%", "0.01%", "0.83%", "23.4%"],
      ...["99.9%", ">99.9%", "100%", ">100%", "250%", "12345%"],
    ]);
  });

  it("have no sign where they round to zero", () => {
    assert.deepEqual([en.number(-0.3), en.number(-3), en.percent(-0.2)], ["0", "-3", "0%"]);
  });

  it("keep the digits of prices, and none that come from how numbers are computed", () => {
    const prices = [0.00425, 0.05, 0.9999, 0.12345678, 1, 4.999, 12.345, 1_200, 0.1 + 0.2, 1 / 3];
    assert.deepEqual(prices.map(en.price), [
      ...["0.00425", "0.05", "0.9999", "0.12345678", "1", "4.999", "12.345", "1200", "0.3"],
      "0.33333333",
    ]);
    assert.deepEqual([0.0005, 1e-7, 1e-8, 3e-10, 1e-300].map(en.price), [
      ...["0.0005", "0.0000001", "0.00000001", "3E-10", "1E-300"],
    ]);
  });

  it("are short however large they are", () => {
    for (const format of [en, zh]) {
      const { percent, loss, finePercent, bytes, rate, shortRate, number, price } = format;
      const { load, milliseconds, duration, days } = format;
      for (const write of [percent, loss, finePercent, bytes, rate, shortRate, number, price]) {
        for (const value of [1e20, 1.2345e22, 1e300, -1e300]) assert.ok(write(value).length < 30);
      }
      for (const write of [load, milliseconds, duration, days]) {
        for (const value of [1e20, 1.2345e22, 1e300]) assert.ok(write(value).length < 30);
      }
    }
    assert.equal(en.price(1.2345e22), "1.23E22");
    assert.equal(en.percent(1e30), "1E30%");
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

  it("are seconds from ten thousand milliseconds on", () => {
    assert.deepEqual([9_999, 12_345, 600_000].map(en.milliseconds), ["9999 ms", "12.3 s", "600 s"]);
  });
});

describe("format: durations", () => {
  const [hour, day] = [3_600, 86_400];

  it("are one unit, rounded down, days from two on", () => {
    assert.deepEqual(
      [17, 119, hour - 1, hour, 47.9 * hour, 48 * hour, 30.9 * day].map(en.duration),
      ["17 s", "1 min", "59 min", "1 h", "47 h", "2 d", "30 d"],
    );
  });

  it("count no single one behind every", () => {
    const seconds = [1, 30, 60, 61, 300, hour, 2 * hour, day, 2 * day];
    assert.deepEqual(seconds.map(en.period), [
      ...["second", "30 s", "minute", "minute", "5 min", "hour", "2 h", "day", "2 d"],
    ]);
  });

  it("are years with a digit from a year on", () => {
    assert.deepEqual(
      [364.9, 365, 400, 1_000, 3_650].map((days) => en.duration(days * day)),
      [...["364 d", "1 y", "1.1 y", "2.7 y", "10 y"]],
    );
  });

  it("are at least seconds, also of nothing and less", () => {
    assert.deepEqual([0, 0.9, -5].map(en.duration), ["0 s", "0 s", "0 s"]);
  });

  it("count days where only days are known", () => {
    assert.deepEqual([0, 1, 22, 400].map(en.days), ["0 d", "1 d", "22 d", "1.1 y"]);
  });

  it("say how long ago, never in the future", () => {
    assert.deepEqual([12_000, 3_600_000, -5_000].map(en.ago), ["12 s ago", "1 h ago", "0 s ago"]);
  });

  it("say in how many days, in words next to today", () => {
    assert.deepEqual([-400, -10, -1, 0, 1, 10].map(en.inDays), [
      ...["1.1 y ago", "10 d ago", "yesterday", "today", "tomorrow", "in 10 d"],
    ]);
  });
});

describe("format: durations in Chinese", () => {
  before(() => l10n.config({ contents: chinese }));
  after(() => l10n.config({ contents: {} }));

  it("have a space between number and unit", () => {
    assert.deepEqual([17, 300, 3 * 3_600, 30 * 86_400].map(zh.duration), [
      ...["17 秒", "5 分钟", "3 小时", "30 天"],
    ]);
    assert.equal(zh.days(400), "1.1 年");
    assert.equal(zh.ago(300_000), "5 分钟前");
    assert.deepEqual([60, 300].map(zh.period), ["1 分钟", "5 分钟"]);
    assert.deepEqual([-1, 0, 1, 3].map(zh.inDays), ["昨天", "今天", "明天", "3 天后"]);
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
