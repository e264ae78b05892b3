import assert from "node:assert/strict";
import { checkJson, deepestJson } from "../../../../src/shared/call/checkJson";

describe("checkJson", () => {
  it("finds nothing in JSON", () => {
    for (const text of ["0", " null\r\n", '"\\u00e9"', "1e400", "[]", '{"a":{"a":[1,-0.5E+3]}}']) {
      assert.equal(checkJson(text), undefined, text);
    }
  });

  const broken: readonly (readonly [text: string, offset: number, message: RegExp])[] = [
    ["", 0, /value is missing/],
    ["[1,]", 3, /value is missing/],
    ['{"a":}', 5, /value is missing/],
    ['{"a":1,}', 7, /name in double quotes/],
    ['{"a" 1}', 5, /colon/],
    ['{"a":1 "b":2}', 7, /comma/],
    ["[1 2]", 3, /comma/],
    ['{"a":1', 6, /brace.*}/],
    ["[[1]", 4, /bracket.*]/],
    ["1 2", 2, /ended before/],
    ["01", 1, /ended before/],
    ["// one\n1", 0, /no comments/],
    ["[1, /* two */ 2]", 4, /no comments/],
    ["/*", 0, /no comments/],
    ['{"a":1}/*', 7, /no comments/],
    ['{"a":1}/**', 7, /no comments/],
    ["[1,/*", 3, /no comments/],
    ['"a" //', 4, /no comments/],
    ['["a]', 1, /closing double quote/],
    ["1.", 0, /Digits/],
    ['"\\x"', 0, /backslash/],
    ['"\\u12"', 0, /backslash/],
    ['"\t"', 0, /control character/],
    ["{a:1}", 1, /no JSON.*double quotes/],
    ["['a']", 1, /no JSON.*double quotes/],
    ["+1", 0, /no JSON/],
    ["NaN", 0, /no JSON/],
    ["\ufeff1", 0, /no JSON/],
  ];
  for (const [text, offset, message] of broken) {
    it(`says what is wrong with ${JSON.stringify(text)}, and where`, () => {
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

  it("has a limit for nesting, so that no text can bring the page down", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    assert.equal(checkJson(nested(deepestJson)), undefined);
    assert.equal(checkJson(nested(deepestJson + 1))?.offset, deepestJson);
    assert.match(checkJson("[".repeat(100_000))?.message ?? "", /nested/);
    assert.match(checkJson('{"a":'.repeat(100_000))?.message ?? "", /nested/);
    assert.equal(checkJson(`[${"[],".repeat(100_000)}[]]`), undefined);
  });
});
