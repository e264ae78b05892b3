import assert from "node:assert/strict";
import { keyOf } from "../../../../../../webview/call/response/json/jsonLine";
import { searchJson } from "../../../../../../webview/call/response/json/searchJson";
import { runSync } from "../../../../../../src/json/cooperative";
import { indexOf } from "../indexOf";

function find(text: string, query: string): readonly number[] {
  const found: number[] = [];
  runSync(searchJson(indexOf(text), query, found));
  return found;
}

describe("searchJson", () => {
  it("finds keys and values ignoring case, each line once, in order", () => {
    assert.deepEqual(
      find('{"Cpu":1,"x":"my CPU, cpu","y":[2,"cpu"],"cpu":{"a":1}}', "cpu"),
      [1, 2, 5, 7],
    );
  });

  it("does not match punctuation between values", () => {
    for (const query of [",", ":", "{", "]", '"', " "]) {
      assert.deepEqual(find('{"a" : [1, {"b":"c"}], "d":[ ]}', query), [], query);
    }
    assert.deepEqual(find('{"a":",:{]\\""}', ",:{"), [1]);
  });

  it("does not match across a key and its value", () => {
    assert.deepEqual(find('{"ab":"cd"}', 'b":"c'), []);
  });

  it("matches escaped characters", () => {
    assert.deepEqual(find('["\\u003cb\\u003e","<b>","\\u4eac"]', "<b>"), [1, 2]);
    assert.deepEqual(find('["\\u4EAC","京"]', "京"), [1, 2]);
    assert.deepEqual(find('["say \\"hi\\"","C:\\\\x\\/y"]', '"hi"'), [1]);
    assert.deepEqual(find('["say \\"hi\\"","C:\\\\x\\/y"]', "c:\\x/y"), [2]);
  });

  it("treats every character literally", () => {
    assert.deepEqual(find('["a.b","axb","(a*b)?"]', "a.b"), [1]);
    assert.deepEqual(find('["a.b","axb","(a*b)?"]', "(a*b)?"), [3]);
  });

  it("terminates for any query, including an empty one", () => {
    for (const text of ['{"a":[1,"b"]}', "[]", ' "" ', "1", ""]) {
      for (const query of ["", "\n", "\\", '"', "1"]) {
        assert.ok(find(text, query).length <= indexOf(text).size, `${text} for ${query}`);
      }
    }
  });

  it("matches parts of numbers and literals", () => {
    assert.deepEqual(find("[9223372036854774784,true,null,12]", "54774"), [1]);
    assert.deepEqual(find("[9223372036854774784,true,null,12]", "TRUE"), [2]);
  });

  it("finds all matches across several steps", () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => ({ name: `node-${at}`, n: at % 7 }));
    const text = JSON.stringify(rows);
    const found = find(text, "node-1234");
    const index = indexOf(text);
    assert.equal(found.length, 11);
    assert.ok(found.every((line) => keyOf(index, line) === "name"));
  });
});
