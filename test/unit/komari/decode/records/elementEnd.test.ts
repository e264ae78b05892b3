import assert from "node:assert/strict";
import { ElementEnd } from "../../../../../src/komari/decode/records/elementEnd";

/** Fed byte by byte. */
function endOf(text: string): number {
  const bytes = Buffer.from(text);
  const end = new ElementEnd();
  for (let at = 0; at < bytes.length; at++) {
    const found = end.find(bytes.subarray(0, at + 1), at);
    if (found >= 0) return found;
  }
  return -1;
}

describe("ElementEnd", () => {
  const elements = [
    ...['{"a":1}', "{}", '{"a":{"b":[{}]},"c":[1,2]}', '{"}":"]"}', '{"a\\"}":"\\\\"}', "[[1],[]]"],
    ...['"a,b]"', '"\\\\"', '"\\""'],
  ];
  for (const element of elements) {
    it(`ends with its last byte: ${element}`, () => {
      assert.equal(endOf(`${element},{}`), element.length);
      assert.equal(endOf(element), element.length);
      assert.equal(new ElementEnd().find(Buffer.from(`x${element}]`), 1), element.length + 1);
    });
  }

  it("ends a number or a word before what follows", () => {
    for (const after of [",", "]", " ", "\n", "}"]) assert.equal(endOf(`-1.5${after}`), 4);
    assert.equal(endOf("null"), -1);
  });

  it("is ready for the next element", () => {
    const end = new ElementEnd();
    const bytes = Buffer.from('{"a":[1,"x');
    assert.equal(end.find(bytes, 0), -1);
    assert.equal(end.find(Buffer.from('y"]},'), 0), 4);
    assert.equal(end.find(Buffer.from("{},"), 0), 2);
  });
});
