import assert from "node:assert/strict";
import fc from "fast-check";
import { isRecord, parseJson } from "../../src/util/json";
import { JsonTokenizer } from "../../src/json/tokenizer";
import { anyJson, cutAt, cuts, damaged, damages, spaced } from "../builders/jsonText";

/** The value of the text, put together of what the tokenizer reports; undefined: no JSON. */
function rebuilt(bytes: Buffer, places: readonly number[]): unknown {
  const open: { readonly start: number; readonly value: unknown; key: string }[] = [];
  let whole: unknown;
  const tokenizer = new JsonTokenizer({
    onKey: (some, start, end) => {
      const top = open.at(-1);
      assert(top !== undefined);
      top.key = String(parseJson(Buffer.from(some.subarray(start, end)).toString()));
    },
    onValue: (start, byte) => {
      assert.equal(bytes[start], byte);
      const value = byte === 0x7b ? {} : byte === 0x5b ? [] : undefined;
      open.push({ start, value, key: "" });
      return true;
    },
    onEnd: (end) => {
      const ended = open.pop();
      assert(ended !== undefined);
      const value = ended.value ?? parseJson(bytes.toString("utf8", ended.start, end));
      const parent = open.at(-1);
      if (Array.isArray(parent?.value)) parent.value.push(value);
      else if (isRecord(parent?.value)) {
        const member = { value, enumerable: true, configurable: true, writable: true };
        Object.defineProperty(parent.value, parent.key, member);
      } else whole = value;
    },
  });
  for (const piece of cutAt(bytes, places)) tokenizer.scan(piece);
  return tokenizer.end() ? whole : undefined;
}

describe("JsonTokenizer", () => {
  it("finds in bytes cut anywhere what JSON.parse finds in the whole", () => {
    fc.assert(
      fc.property(spaced(anyJson()), cuts, (text, places) => {
        assert.deepEqual(rebuilt(Buffer.from(text), places), JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  it("takes for JSON what JSON.parse does, when a byte is wrong or missing", () => {
    fc.assert(
      fc.property(spaced(anyJson()), cuts, damages, (text, places, damage) => {
        const bytes = damaged(Buffer.from(text), damage);
        assert.deepEqual(rebuilt(bytes, places), parseJson(bytes.toString("utf8")));
      }),
      { numRuns: 3000 },
    );
  });
});
