import assert from "node:assert/strict";
import { checkJson } from "../../../../src/shared/call/checkJson";

const maxJsonDepth = 500;

describe("checkJson", () => {
  it("finds nothing in JSON", () => {
    for (const text of ["0", " null\r\n", '"\\u00e9"', "1e400", "[]", '{"a":{"a":[1,-0.5E+3]}}']) {
      assert.equal(checkJson(text), undefined, text);
    }
  });

  const broken: readonly (readonly [text: string, offset: number, message: RegExp])[] = [
    ["", 0, /Expected a value/],
    ["[1,]", 3, /Expected a value/],
    ['{"a":}', 5, /Expected a value/],
    ['{"a":1,}', 7, /name in double quotes/],
    ['{"a" 1}', 5, /colon/],
    ['{"a":1 "b":2}', 7, /comma/],
    ["[1 2]", 3, /comma/],
    ['{"a":1', 6, /brace.*}/],
    ["[[1]", 4, /bracket.*]/],
    ["1 2", 2, /text after the value/],
    ["01", 1, /text after the value/],
    ["// one\n1", 0, /Comments are not allowed/],
    ["[1, /* two */ 2]", 4, /Comments are not allowed/],
    ["/*", 0, /Comments are not allowed/],
    ['{"a":1}/*', 7, /Comments are not allowed/],
    ['{"a":1}/**', 7, /Comments are not allowed/],
    ["[1,/*", 3, /Comments are not allowed/],
    ['"a" //', 4, /Comments are not allowed/],
    ['["a]', 1, /closing double quote/],
    ["1.", 0, /Incomplete number/],
    ['"\\x"', 0, /backslash/],
    ['"\\u12"', 0, /backslash/],
    ['"\t"', 0, /Control characters/],
    ["{a:1}", 1, /Not valid JSON.*double quotes/],
    ["['a']", 1, /Not valid JSON.*double quotes/],
    ["+1", 0, /Not valid JSON/],
    ["NaN", 0, /Not valid JSON/],
    ["\ufeff1", 0, /Not valid JSON/],
  ];
  for (const [text, offset, message] of broken) {
    it(`reports message and position for ${JSON.stringify(text)}`, () => {
      const problem = checkJson(text);
      assert.equal(problem?.offset, offset);
      assert.match(problem.message, message);
    });
  }

  it("counts lines and columns from 1, whatever the lines end with", () => {
    for (const lineBreak of ["\n", "\r\n", "\r"]) {
      const problem = checkJson(["{", '  "é": 1,', '  "b": x', "}"].join(lineBreak));
      assert.deepEqual([problem?.line, problem?.column, problem?.length], [3, 8, 1]);
    }
  });

  it("limits nesting", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    assert.equal(checkJson(nested(maxJsonDepth)), undefined);
    assert.equal(checkJson(nested(maxJsonDepth + 1))?.offset, maxJsonDepth);
    assert.match(checkJson("[".repeat(100_000))?.message ?? "", /Nested too deeply/);
    assert.match(checkJson('{"a":'.repeat(100_000))?.message ?? "", /Nested too deeply/);
    assert.equal(checkJson(`[${"[],".repeat(100_000)}[]]`), undefined);
  });
});
