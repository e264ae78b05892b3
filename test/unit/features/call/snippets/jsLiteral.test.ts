import assert from "node:assert/strict";
import { jsLiteral } from "../../../../../src/features/call/snippets/jsLiteral";

describe("jsLiteral", () => {
  it("leaves numbers that JavaScript keeps", () => {
    for (const number of ["0", "-0", "1.50", "1E5", "-12e-3", "9007199254740992", "0.1"]) {
      assert.equal(jsLiteral(number), number);
    }
  });

  it("gives those that it would round to JSON.rawJSON", () => {
    for (const number of ["9007199254740993", "1e400", "1e-400", "0.1000000000000000055"]) {
      assert.equal(jsLiteral(number), `JSON.rawJSON("${number}")`);
    }
  });

  it("takes numbers in texts and names for texts", () => {
    assert.equal(
      jsLiteral('{"9007199254740993":"9007199254740993 \\" 1e400"}'),
      '{\n  "9007199254740993": "9007199254740993 \\" 1e400"\n}',
    );
  });

  it("makes a member of the name that would be the prototype", () => {
    assert.equal(jsLiteral('{"__proto__":"__proto__"}'), '{\n  ["__proto__"]: "__proto__"\n}');
  });

  it("ends no script of HTML", () => {
    assert.equal(jsLiteral('"</script><!-- a < b"'), '"\\u003c/script>\\u003c!-- a < b"');
  });

  it("is indented where it stands", () => {
    assert.equal(jsLiteral("[[1]]", 4), "[\n      [\n        1\n      ]\n    ]");
  });
});
