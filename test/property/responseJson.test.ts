import assert from "node:assert/strict";
import fc from "fast-check";
import {
  childrenOf,
  keyOf,
  kindOf,
  rawValue,
  stringOf,
} from "../../webview/call/response/json/jsonLine";
import { type JsonIndex } from "../../webview/call/response/json/jsonIndex";
import { prettyText } from "../../webview/call/response/json/prettyLine";
import { searchJson } from "../../webview/call/response/json/searchJson";
import { shownJson } from "../../webview/call/response/json/shownText";
import { runSync } from "../../src/json/cooperative";
import { indexOf } from "../unit/webview/call/response/indexOf";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom("__proto__", "\\", '"'),
);
const json = fc
  .jsonValue({ stringUnit: "binary", maxDepth: 4 })
  .map((value) => JSON.stringify(value));

/** As JSON.parse would make it, by the index alone. */
function valueAt(index: JsonIndex, line: number): unknown {
  const children = [...childrenOf(index, line)];
  switch (kindOf(index, line)) {
    case "object":
      return Object.fromEntries(children.map((each) => [keyOf(index, each), valueAt(index, each)]));
    case "array":
      return children.map((each) => valueAt(index, each));
    case "string":
      return stringOf(rawValue(index, line));
    case "number":
    case "boolean":
    case "null":
      return JSON.parse(rawValue(index, line));
  }
}

describe("JsonIndex", () => {
  it("holds what JSON.parse finds in it", () => {
    fc.assert(
      fc.property(json, (source) => {
        assert.deepEqual(valueAt(indexOf(source), 0), JSON.parse(source));
      }),
    );
  });

  it("is the same in whatever way it is spaced", () => {
    fc.assert(
      fc.property(json, fc.constantFrom(" ", "\n", "\t\r\n "), (source, space) => {
        const spaced = JSON.stringify(JSON.parse(source), null, space);
        assert.deepEqual(valueAt(indexOf(spaced), 0), JSON.parse(source));
      }),
    );
  });

  it("is written out as JSON of the same value", () => {
    fc.assert(
      fc.property(json, (source) => {
        const value: unknown = JSON.parse(source);
        assert.deepEqual(JSON.parse(runSync(prettyText(indexOf(source), 0))), value);
      }),
    );
  });

  it("shows a clipped text as JSON of its beginning", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (value, longest) => {
        const shown: unknown = JSON.parse(shownJson(JSON.stringify(value), longest).text);
        assert.ok(value.startsWith(String(shown)));
      }),
    );
  });

  it("finds what a search in each text finds", () => {
    const words = fc.array(
      fc.string({ unit: fc.constantFrom("a", "B", "<", '"', "\\", "é", "\n") }),
    );
    const query = fc.string({
      unit: fc.constantFrom("a", "b", "<", '"', "\\", "é", "\n"),
      minLength: 1,
    });
    fc.assert(
      fc.property(words, query, (list, wanted) => {
        const found: number[] = [];
        runSync(searchJson(indexOf(JSON.stringify(list)), wanted, found));
        const expected = list.flatMap((word, at) =>
          word.toLowerCase().includes(wanted.toLowerCase()) ? [at + 1] : [],
        );
        assert.deepEqual(found, expected);
      }),
    );
  });
});
