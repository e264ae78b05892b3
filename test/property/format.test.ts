import assert from "node:assert/strict";
import fc from "fast-check";
import { createFormat } from "../../src/shared/format";

const formats = ["en", "zh-cn", "de", "fa"].map(createFormat);
const format = createFormat("en");
const amount = fc.double({ min: 0, max: 2 ** 60, noNaN: true });

const units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
const letters = ["", "K", "M", "G", "T", "P", "E"];

describe("format", () => {
  it("writes bytes within a twentieth of the truth, or half a byte", () => {
    fc.assert(
      fc.property(amount, (bytes) => {
        const [number = "", unit = ""] = format.bytes(bytes).split(" ");
        const shown = Number(number) * 1024 ** units.indexOf(unit);
        assert.ok(Math.abs(shown - bytes) <= Math.max(bytes / 20, 0.5), format.bytes(bytes));
      }),
    );
  });

  it("writes bytes in at most four characters and a unit", () => {
    fc.assert(
      fc.property(amount, (bytes) => {
        assert.match(format.bytes(bytes), /^(\d{1,3}|\d{1,2}\.\d) ([KMGTPE]i)?B$/);
      }),
    );
  });

  it("writes rates for rows in at most four characters, so that columns hold still", () => {
    fc.assert(
      fc.property(amount, (bytes) => {
        assert.match(format.shortRate(bytes), /^(0|<0\.1K|\d{1,3}[KMGTPE]|\d\.\d[KMGTPE])$/);
      }),
    );
  });

  it("writes a larger rate never as a smaller one", () => {
    const value = (text: string) => {
      if (text === "0") return 0;
      if (text.startsWith("<")) return 1;
      return Number(text.slice(0, -1)) * 1024 ** letters.indexOf(text.slice(-1));
    };
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        assert.ok(value(format.shortRate(less)) <= value(format.shortRate(more)));
      }),
    );
  });

  it("writes no duration below a year longer than it is, nor half as long", () => {
    const seconds: Readonly<Record<string, number>> = { d: 86_400, h: 3_600, min: 60, s: 1 };
    fc.assert(
      fc.property(fc.nat(365 * 86_400 - 1), (duration) => {
        const [amount = "", unit = ""] = format.duration(duration).split(" ");
        const shown = Number(amount) * (seconds[unit] ?? NaN);
        assert.ok(shown <= duration && shown >= duration / 2, format.duration(duration));
      }),
    );
  });

  it("writes no part of a loss as none or all", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 100 - 1e-9, noNaN: true }), (loss) => {
        assert.ok(!["0%", "100%"].includes(format.loss(loss)), format.loss(loss));
        assert.ok(!["0%", "100%"].includes(format.percent(loss)), format.percent(loss));
      }),
    );
  });

  it("has a text for any number in any language", () => {
    const time = fc.integer({ min: 0, max: 8_000_000_000_000 });
    fc.assert(
      fc.property(fc.constantFrom(...formats), amount, time, (any, value, at) => {
        const { percent, loss, bytes, rate, shortRate, number, milliseconds } = any;
        const { duration, ago, inDays, date, dateTime } = any;
        const writers = [percent, loss, bytes, rate, shortRate, number, milliseconds];
        const texts = [...writers, duration, ago, inDays].map((write) => write(value));
        texts.push(date(at), dateTime(at));
        assert.ok(texts.every((text) => text !== "" && !/NaN|undefined|Infinity/.test(text)));
      }),
    );
  });
});
