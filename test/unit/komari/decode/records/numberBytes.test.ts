import assert from "node:assert/strict";
import fc from "fast-check";
import { readNumber } from "../../../../../src/komari/decode/records/numberBytes";

/** What is read at the start of `text`, and where it ends. */
function read(text: string): { value: number | undefined; end: number } {
  const into = new Float64Array(2);
  const end = readNumber(Buffer.from(text), 0, into, 1);
  return { value: end < 0 ? undefined : into[1], end };
}

describe("readNumber", () => {
  const numbers = [
    ...["0", "-0", "7", "-12", "999999999", "1000000000", "123456789012345", "9007199254740991"],
    ...["9007199254740993", "123456789012345678901234567890", "0.1", "-0.001", "30.962568"],
    ...["0.3096257", "14.87603305785124", "0.1000000000000000055511151231257827", "1.0", "0.0"],
    ...["1e3", "1E+22", "1.5e-7", "123e-25", "5e-324", "1e400", "-1e400", "0e999"],
    ...["900719925474099.3", "4503599627370497.5", "0.00000000000000000000001"],
  ];
  for (const text of numbers) {
    it(`reads ${text} as JSON.parse does`, () => {
      const value: unknown = JSON.parse(text);
      for (const after of [",", "}", " "]) {
        assert.deepEqual(read(text + after), { value, end: text.length });
      }
    });
  }

  for (const text of [
    "",
    "-",
    "x",
    "+1",
    ".5",
    "1.",
    "1.e3",
    "00",
    "01",
    "-01",
    "1e",
    "1e+",
    "1.2.3",
  ]) {
    it(`finds no number in ${text === "" ? "nothing" : text}`, () => {
      const { end } = read(`${text},`);
      assert(
        end < text.length,
        "what follows a number that ends early is refused by whoever reads on",
      );
      if (text !== "1.2.3") assert.equal(end, -1);
    });
  }

  it("reads any number as JSON.parse does", () => {
    const texts = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc
        .float({ noNaN: true, noDefaultInfinity: true })
        .map((value) => String(Number(value.toPrecision(8)))),
      fc.stringMatching(/^-?(0|[1-9]\d{0,17})(\.\d{1,25})?([eE][+-]?\d{1,3})?$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const value: unknown = JSON.parse(text);
        assert.deepEqual(read(`${text}}`), { value, end: text.length });
      }),
      { numRuns: 2000 },
    );
  });
});
