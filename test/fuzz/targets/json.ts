import assert from "node:assert/strict";
import { checkJson } from "../../../src/shared/call/checkJson";
import { formatJson } from "../../../src/json/printer";
import { compactJson, isSameJson, itemsOf, membersOf, stringOf } from "../../../src/json/text";
import { comparableJson } from "../../../src/features/requests/compare/comparableJson";
import { parseJson } from "../../../src/util/json";
import { JsonTokenizer } from "../../../src/json/tokenizer";
import { prettyLine, prettyText } from "../../../webview/call/response/json/prettyLine";
import { indexJson } from "../../../webview/call/response/json/jsonIndex";
import { searchJson } from "../../../webview/call/response/json/searchJson";
import { findTables } from "../../../webview/call/response/table/findTables";
import { responses } from "../corpus";
import { anyBytes, anyText, cut, nearlyJson } from "../rubbish";
import { jsonOf, mayBeDeep, target } from "../target";

const maxJsonDepth = 500;

const visitor = { onKey: () => undefined, onValue: () => true, onEnd: () => undefined };

const tokenizer = target(
  "JsonTokenizer over chunked bytes",
  (random) => cut(random, anyBytes(random, nearlyJson(random, responses))),
  (pieces) => {
    const text = Buffer.concat(pieces).toString();
    const reading = new JsonTokenizer(visitor);
    for (const piece of pieces) reading.scan(piece);
    const isJson = reading.end();
    if (!mayBeDeep(text)) assert.equal(isJson, parseJson(text) !== undefined);
  },
);

/** More than this of brackets is too deep for `checkJson`. */
function isDeep(text: string): boolean {
  return (text.match(/[[{]/g)?.length ?? 0) > maxJsonDepth;
}

const typed = target(
  "JSON as it is typed",
  (random) => (random.chance(0.2) ? anyText(random) : nearlyJson(random, responses)),
  (text) => {
    const problem = checkJson(text);
    // None of them throws, JSON or not.
    for (const read of [formatJson, compactJson, membersOf, itemsOf]) read(text);
    if (problem !== undefined) {
      const { offset, length, line, column, message } = problem;
      assert.ok(offset >= 0 && offset + length <= text.length + 1 && line > 0 && column > 0);
      assert.ok(message.length > 0 && (isDeep(text) || parseJson(text) === undefined), message);
      return;
    }
    const value = parseJson(text);
    assert.notEqual(value, undefined, "what is no JSON passes");
    assert.ok(isSameJson(compactJson(formatJson(text)), text));
    assert.equal(jsonOf(parseJson(formatJson(text))), jsonOf(value));
    for (const [, raw] of membersOf(text) ?? []) assert.equal(checkJson(raw), undefined);
    for (const raw of itemsOf(text) ?? []) assert.equal(checkJson(raw), undefined);
    if (typeof value === "string") assert.equal(stringOf(text), value);
  },
);

const comparisons = target(
  "answers to be compared",
  (random) => nearlyJson(random, responses),
  async (text) => {
    const value = parseJson(text);
    const printed = await comparableJson(text, { ignoreTimes: text.length % 2 === 0 });
    if (value === undefined) return;
    assert.notEqual(parseJson(printed), undefined, "JSON becomes something else");
  },
);

/** What the steps come to. */
function whole<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const maxShown = 200;

const views = target(
  "answers as they are shown",
  (random) => {
    const query = random.chance(0.5) ? anyText(random).slice(0, 100) : "name";
    return { text: nearlyJson(random, responses), query };
  },
  ({ text, query }) => {
    // The page gets JSON only.
    if (parseJson(text) === undefined) return;
    const index = whole(indexJson(text));
    const printed = whole(prettyText(index, 0));
    assert.equal(jsonOf(parseJson(printed)), jsonOf(parseJson(text)));
    for (let line = 0; line < Math.min(index.size, 50); line++) {
      const { key = "", value } = prettyLine(index, line, maxShown);
      assert.ok(key.length <= 7 * maxShown && value.length <= 7 * maxShown, "a line has no end");
    }
    findTables(index);
    const found: number[] = [];
    whole(searchJson(index, query, found));
    assert.ok(found.every((line) => line >= 0 && line < index.size));
  },
);

export const jsonTargets = [tokenizer, typed, comparisons, views];
