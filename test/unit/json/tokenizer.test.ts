import assert from "node:assert/strict";
import { parseJson } from "../../../src/util/json";
import { JsonTokenizer } from "../../../src/json/tokenizer";

const maxNesting = 10_000;

const nothing = { onKey: () => undefined, onValue: () => true, onEnd: () => undefined };

function isJson(text: string): boolean {
  const tokenizer = new JsonTokenizer(nothing);
  tokenizer.scan(Buffer.from(text));
  return tokenizer.end();
}

describe("JsonTokenizer", () => {
  it("is as strict as JSON.parse", () => {
    const texts = [
      ...["0", "-0", "10", "1.50", "1e5", "1E+05", "-1.2e-3", "00", "01", "-", "1.", ".5", "+1"],
      ...["1e", "1e+", "0x1", "1-", "--1", "1 2", "NaN", "true", "tru", "truee", "null", "nul"],
      ...[
        '""',
        '"',
        '"a',
        '"\\n"',
        '"\\x"',
        '"\\u00e9"',
        '"\\u00g9"',
        '"\\u12"',
        '"\n"',
        '"\u007f"',
      ],
      ...["", " ", "[]", "[ ]", "[,]", "[1,]", "[1 2]", "[1,2]", "[", "]", "[}", "{]", "[[]", "{}"],
      ...['{"a":1}', '{"a":1,}', '{"a"}', '{"a":}', "{a:1}", "{1:1}", '{"a":1 "b":2}', '{,"a":1}'],
      ...[
        '{"a":1,"b":{}}',
        '{"a":1}}',
        '["a":1]',
        "\ufeff1",
        "\u00a01",
        "\t\r\n 1 \t",
        "'a'",
        "//",
      ],
    ];
    for (const text of texts) assert.equal(isJson(text), parseJson(text) !== undefined, text);
  });

  it("takes nothing nested too deep", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    assert(isJson(nested(maxNesting)));
    assert(!isJson(nested(maxNesting + 1)));
  });

  it("reports nothing of what is in a value that the visitor skips", () => {
    const reported: string[] = [];
    const tokenizer = new JsonTokenizer({
      onKey: (bytes, start, end) =>
        reported.push(Buffer.from(bytes.subarray(start, end)).toString()),
      onValue: (at) => {
        reported.push(`from ${at}`);
        return at === 0;
      },
      onEnd: (at) => reported.push(`to ${at}`),
    });
    for (const piece of ['{"a":[{"x', '":1}],"', 'b":2}']) tokenizer.scan(Buffer.from(piece));
    assert(tokenizer.end());
    const second = ['"b"', "from 19", "to 20"];
    assert.deepEqual(reported, ["from 0", '"a"', "from 5", "to 14", ...second, "to 21"]);
  });

  it("stops at the first byte that is wrong", () => {
    const tokenizer = new JsonTokenizer({
      ...nothing,
      onEnd: () => assert.fail("nothing has ended"),
    });
    assert(!tokenizer.scan(Buffer.from("[}")));
    assert(!tokenizer.scan(Buffer.from("1]")));
    assert(!tokenizer.end());
  });
});
