import assert from "node:assert/strict";
import fc from "fast-check";
import { comparableJson } from "../../../../../src/features/requests/compare/comparableJson";
import { printJson } from "../../../../../src/features/requests/compare/printJson";

const lines = (...texts: readonly string[]) => texts.join("\n");
const withTimes = (json: string) => comparableJson(json, { ignoreTimes: false });
const withoutTimes = (json: string) => comparableJson(json, { ignoreTimes: true });

describe("printJson", () => {
  it("prints as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value);
        const printed = printJson(json, { sortKeys: false });
        assert.equal(printed, JSON.stringify(JSON.parse(json), undefined, 2));
      }),
    );
  });

  it("leaves numbers, escapes and twofold names as they are written", () => {
    assert.equal(
      printJson('{"b":9007199254740993,"a":1e400,"b":"\\u4e2d\\/"}', { sortKeys: true }),
      lines("{", '  "a": 1e400,', '  "b": 9007199254740993,', '  "b": "\\u4e2d\\/"', "}"),
    );
  });

  it("gives back what is not JSON", () => {
    for (const text of ["", "{", "[1,]", "{} {}", "nul"]) {
      assert.equal(printJson(text, { sortKeys: true }), text);
    }
  });

  it("goes as deep as it gets, without lines that are ever longer", () => {
    const depth = 100_000;
    const printed = printJson("[".repeat(depth) + "]".repeat(depth), { sortKeys: true });
    assert.equal(printed.split("\n").length, 2 * depth - 1);
    assert.ok(printed.length < depth * 200);
  });
});

describe("comparableJson", () => {
  it("is the same whatever the order of names", () => {
    assert.equal(
      withTimes('{"b":{"d":1,"c":[2,1]},"a":3}'),
      withTimes('{"a":3,"b":{"c":[2,1],"d":1}}'),
    );
    assert.notEqual(withTimes("[1,2]"), withTimes("[2,1]"));
  });

  it("tells large numbers apart that a double cannot", () => {
    assert.notEqual(withTimes("[9007199254740993]"), withTimes("[9007199254740992]"));
  });

  const equal: readonly (readonly [what: string, left: string, right: string])[] = [
    ["times", '["2026-01-01T00:00:00Z"]', '["2026-01-02T03:04:05.123456789+08:05"]'],
    ["times of a database", '{"x":"2026-01-01 00:00:00"}', '{"x":"2026-01-01 00:00:01"}'],
    ["uptimes", '{"uptime":1}', '{"uptime":2}'],
    ["seconds since the epoch", '{"time":1767225600}', '{"time":1767225601.5}'],
  ];
  for (const [what, left, right] of equal) {
    it(`reads ${what} alike only where times do not count`, () => {
      assert.equal(withoutTimes(left), withoutTimes(right));
      assert.notEqual(withTimes(left), withTimes(right));
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
    it(`still tells apart ${what}`, () => assert.notEqual(withoutTimes(left), withoutTimes(right)));
  }

  it("stays JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const printed = withTimes(JSON.stringify(value));
        assert.deepEqual(JSON.parse(printed), JSON.parse(JSON.stringify(value)));
        JSON.parse(withoutTimes(JSON.stringify(value)));
      }),
    );
  });
});
