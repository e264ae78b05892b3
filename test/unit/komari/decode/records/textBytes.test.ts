import assert from "node:assert/strict";
import { plainTextEnd, TextPool } from "../../../../../src/komari/decode/records/textBytes";

describe("plainTextEnd", () => {
  it("finds the closing quote", () => {
    const bytes = Buffer.from('"节点 1",');
    assert.equal(plainTextEnd(bytes, 1, bytes.length), bytes.length - 2);
  });

  it("finds none where the text goes on, or is not plain", () => {
    for (const text of ["abc", 'a\\"b"', 'a\nb"']) {
      const bytes = Buffer.from(text);
      assert.equal(plainTextEnd(bytes, 0, bytes.length), -1, JSON.stringify(text));
    }
    assert.equal(plainTextEnd(Buffer.from('abc"'), 0, 3), -1);
  });
});

describe("TextPool", () => {
  it("gives the text of any bytes, again and again", () => {
    const pool = new TextPool();
    const bytes = Buffer.from("n-1,节点,n-2,n-1");
    const read = (start: number, end: number) => pool.text(bytes, start, end);
    for (let round = 0; round < 2; round++) {
      assert.deepEqual(
        [read(0, 3), read(4, 10), read(11, 14), read(15, 18)],
        ["n-1", "节点", "n-2", "n-1"],
      );
    }
    bytes.fill("x");
    assert.equal(pool.text(Buffer.from("n-1"), 0, 3), "n-1");
  });
});
