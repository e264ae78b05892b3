import assert from "node:assert/strict";
import fc from "fast-check";
import {
  comparableJson,
  readableJson,
} from "../../../../../src/features/requests/compare/comparableJson";

const lines = (...texts: readonly string[]) => texts.join("\n");
const withTimes = (json: string) => comparableJson(json, { ignoreTimes: false });
const withoutTimes = (json: string) => comparableJson(json, { ignoreTimes: true });

describe("readableJson and comparableJson", () => {
  it("prints as JSON.stringify does", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const json = JSON.stringify(value);
        const printed = await readableJson(json);
        assert.equal(printed, JSON.stringify(JSON.parse(json), undefined, 2));
      }),
    );
  });

  it("keeps numbers, escapes and duplicate names as written", async () => {
    assert.equal(
      await withTimes('{"b":9007199254740993,"a":1e400,"b":"\\u4e2d\\/"}'),
      lines("{", '  "a": 1e400,', '  "b": 9007199254740993,', '  "b": "\\u4e2d\\/"', "}"),
    );
  });

  it("returns text that is not JSON unchanged", async () => {
    for (const text of ["", "{", "[1,]", "{} {}", "nul"]) {
      assert.equal(await withTimes(text), text);
    }
  });

  it("prints any depth with limited indentation", async () => {
    const depth = 100_000;
    const printed = await withTimes("[".repeat(depth) + "]".repeat(depth));
    assert.equal(printed.split("\n").length, 2 * depth - 1);
    assert.ok(printed.length < depth * 200);
  });
});

describe("comparableJson", () => {
  it("does not depend on the order of names", async () => {
    assert.equal(
      await withTimes('{"b":{"d":1,"c":[2,1]},"a":3}'),
      await withTimes('{"a":3,"b":{"c":[2,1],"d":1}}'),
    );
    assert.notEqual(await withTimes("[1,2]"), await withTimes("[2,1]"));
  });

  it("distinguishes large numbers that are equal as doubles", async () => {
    assert.notEqual(await withTimes("[9007199254740993]"), await withTimes("[9007199254740992]"));
  });

  const equal: readonly (readonly [what: string, left: string, right: string])[] = [
    ["times", '["2026-01-01T00:00:00Z"]', '["2026-01-02T03:04:05.123456789+08:05"]'],
    ["times of a database", '{"x":"2026-01-01 00:00:00"}', '{"x":"2026-01-01 00:00:01"}'],
    ["uptimes", '{"uptime":1}', '{"uptime":2}'],
    ["seconds since the epoch", '{"time":1767225600}', '{"time":1767225601.5}'],
  ];
  for (const [what, left, right] of equal) {
    it(`treats ${what} as equal only if times are ignored`, async () => {
      assert.equal(await withoutTimes(left), await withoutTimes(right));
      assert.notEqual(await withTimes(left), await withTimes(right));
    });
  }

  const different: readonly (readonly [what: string, left: string, right: string])[] = [
    ["a time and none", '{"time":"2026-01-01T00:00:00Z"}', '{"time":null}'],
    ["other numbers", '{"cpu":1}', '{"cpu":2}'],
    ["a date alone", '["2026-01-01"]', '["2026-01-02"]'],
    ["words", '{"from":"a"}', '{"from":"b"}'],
    [
      "the day on which a node expires",
      '{"expired_at":"2026-01-01T00:00:00Z"}',
      '{"expired_at":"2027-01-01T00:00:00Z"}',
    ],
  ];
  for (const [what, left, right] of different) {
    it(`distinguishes ${what} also if times are ignored`, async () =>
      assert.notEqual(await withoutTimes(left), await withoutTimes(right)));
  }

  it("returns valid JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const printed = await withTimes(JSON.stringify(value));
        assert.deepEqual(JSON.parse(printed), JSON.parse(JSON.stringify(value)));
        JSON.parse(await withoutTimes(JSON.stringify(value)));
      }),
    );
  });
});
