import { deepStrictEqual, strictEqual } from "node:assert/strict";
import { readTime, timeProblem, writeTime } from "../../simulator/goTime";
import { parseFirst, parseJson, writeJson } from "../../simulator/json";

describe("Simulator: JSON of Go", () => {
  it("keeps big numbers and escapes what HTML minds", () => {
    strictEqual(writeJson({ big: 2n ** 60n, no: undefined }), '{"big":1152921504606846976}');
    strictEqual(writeJson("<a>&"), '"\\u003ca\\u003e\\u0026"');
  });

  it("distinguishes truncated from invalid JSON", () => {
    const truncated = ["", '{"a":', '{"a"', '{"a":"b', '{"a":[1', '{"method":"rpc.ping"'];
    for (const text of truncated) {
      const parsed = parseJson(text);
      strictEqual(!parsed.ok && parsed.truncated, true, text);
    }
    for (const text of ["{bad", "{}{}", "nope"]) {
      const parsed = parseJson(text);
      strictEqual(!parsed.ok && !parsed.truncated, true, text);
    }
  });

  it("finds the first of two values", () => {
    deepStrictEqual(parseFirst('{"a":"}"}{"b":1}'), { ok: true, value: { a: "}" } });
  });
});

describe("Simulator: times of Go", () => {
  const ms = Date.parse("2026-11-22T11:03:56.500Z");

  it("have a zone and no fraction in 1.0.7", () => {
    strictEqual(
      writeTime(ms, { zoneMinutes: 480, nanoseconds: false }),
      "2026-11-22T19:03:56+08:00",
    );
  });

  it("have a fraction where there is one later", () => {
    const text = writeTime(ms, { zoneMinutes: 0, nanoseconds: true });
    strictEqual(/^2026-11-22T11:03:56\.5\d{2,8}Z$/.test(text), true, text);
    strictEqual(Date.parse(text), ms);
    const whole = writeTime(ms - 500, { zoneMinutes: 0, nanoseconds: true });
    strictEqual(whole, "2026-11-22T11:03:56Z");
  });

  it("need a zone", () => {
    strictEqual(readTime("2026-11-22T19:03:56+08:00"), ms - 500);
    strictEqual(readTime("2026-11-22"), undefined);
    strictEqual(
      timeProblem("2026-11-22"),
      'parsing time "2026-11-22" as "2006-01-02T15:04:05Z07:00": cannot parse "" as "T"',
    );
  });
});
