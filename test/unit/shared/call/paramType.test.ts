import assert from "node:assert/strict";
import { type ParamType } from "../../../../src/shared/call/methodSpec";
import { parseParamType } from "../../../../src/shared/call/paramType";

const text: ParamType = { kind: "text" };
const json: ParamType = { kind: "json" };
const integer: ParamType = { kind: "number", integer: true };
const decimal: ParamType = { kind: "number", integer: false };
const boolean: ParamType = { kind: "boolean" };
const time: ParamType = { kind: "time" };
const list = (item: ParamType): ParamType => ({ kind: "list", item });
const choice = (...options: string[]): ParamType => ({ kind: "choice", options });

const cases: readonly (readonly [string | undefined, ParamType])[] = [
  // As servers and their documentation write them.
  ["string", text],
  ["bool", boolean],
  ["boolean", boolean],
  ["number", decimal],
  ["float64", decimal],
  ["int", integer],
  ["uint", integer],
  ["int64", integer],
  ["string[]", list(text)],
  ["[]string", list(text)],
  ["uint[]", list(integer)],
  ["number[]", list(decimal)],
  ["any[]", list(json)],
  ["object", json],
  ["main | metrics", choice("main", "metrics")],
  ["PingTask[]", list(json)],
  ["ClientPatch", json],
  ["RFC3339", time],
  ["time", time],
  ["{ [uuid]: Client }", json],
  ["Client | { [uuid]: Client }", json],
  ["{ status: string }[]", list(json)],
  ["map[string]int", json],
  // Near to that.
  ["String", text],
  ["string?", text],
  ["int!", integer],
  ["string | null", text],
  ["string|undefined", text],
  ["Array<string>", list(text)],
  ["string[][]", list(list(text))],
  ["array", list(json)],
  ['"a" | "b"', choice("a", "b")],
  ["'a' | 'a' | ''", choice("a", "")],
  ['"a|b" | "c"', choice("a|b", "c")],
  ['("a" | "b")[]', list(choice("a", "b"))],
  ['"only"', choice("only")],
  ["GET | POST", choice("GET", "POST")],
  ["负载 | 延迟", choice("负载", "延迟")],
  ['string | "auto"', text],
  ["int | float64", decimal],
  ["-1 | 0", integer],
  ["true | false", boolean],
  ["string | number", json],
  ["string | string[]", json],
  ["Record<string, int | null>", json],
  // In words.
  ["string (RFC3339)", time],
  ["string (optional)", text],
  ["int, in hours", integer],
  ["hostname", text],
  ["whatever you like", json],
  // Nothing to go by.
  [undefined, json],
  ["", json],
  [" | ", json],
  ["]][[", json],
  ["constructor", text],
  ["string ".repeat(100), json],
];

describe("parseParamType", () => {
  for (const [written, type] of cases) {
    it(`reads ${written === undefined ? "nothing" : JSON.stringify(written.slice(0, 40))}`, () => {
      assert.deepEqual(parseParamType(written), type);
    });
  }
});
