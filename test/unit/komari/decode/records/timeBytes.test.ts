import assert from "node:assert/strict";
import { TimeReader } from "../../../../../src/komari/decode/records/timeBytes";
import { time } from "../../../../../src/komari/decode/time";

const longTail = " ".repeat(40);

/** With one reader, so that the date learnt last may spoil the next. */
function readerOf() {
  const reader = new TimeReader();
  const into = new Float64Array(1);
  return (json: string, tail: string) => {
    const bytes = Buffer.from(json + tail);
    const end = reader.read(bytes, 0, bytes.length, into);
    return { end, value: Number.isNaN(into[0]) ? undefined : into[0] };
  };
}

describe("TimeReader", () => {
  const texts = [
    ...["2026-11-22T12:20:00Z", "2026-11-22T12:20:00.5Z", "2026-11-22T12:20:00.123456789Z"],
    ...["2026-11-22T20:20:37+08:00", "2026-11-22T20:20:37.25-03:30", "2026-11-22T00:00:00+08:05"],
    ...["2026-11-23T00:00:00Z", "2028-02-29T23:59:59.999Z", "2026-02-29T00:00:00Z"],
    ...["2026-11-22T24:00:00Z", "2026-11-22T12:60:00Z", "2026-11-22T12:00:60Z"],
    ...[
      "2026-11-22T12:00:00",
      "2026-11-22T12:00:00z",
      "2026-11-22t12:00:00Z",
      "2026-11-22 12:00:00Z",
    ],
    ...["2026-11-22T12:00:00.Z", "2026-11-22T12:00:00+0800", "2026-11-22T12:00:00+24:00"],
    ...[
      "2026-11-22T1x:00:00Z",
      "2026-11-22T12:00:00Zx",
      "2026-11-22T12-00-00Z",
      "2026-1-22T12:00:00Z",
    ],
    ...["0001-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "节点节点节点节点节点节点节点", "", "x"],
  ];
  const read = readerOf();
  for (const text of texts) {
    it(`reads ${text === "" ? "nothing" : text} as the other reader of times does`, () => {
      for (const tail of ["", longTail]) {
        const json = JSON.stringify(text);
        assert.deepEqual(read(json, tail), { end: Buffer.byteLength(json), value: time(text) });
      }
    });
  }

  it("leaves to others what is no plain text", () => {
    for (const json of ['"2026-11-22T12:20:00\\u005a"', "null", "5", '"2026-11-22T12:20:00Z']) {
      assert.equal(read(json, "").end, -1, json);
    }
  });
});
