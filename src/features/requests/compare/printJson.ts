import { closes, opens, tokensOf } from "../../../shared/call/jsonText";
import { runCooperatively } from "../../../util/cooperative";
import { parseJson } from "../../../util/json";

/** A token as it is written: a string in its quotes, a number, a word. */
type Value = string | Container;

interface Container {
  readonly isList: boolean;
  readonly members: Member[];
}

interface Member {
  /** As it is written; none in lists. */
  readonly key: string | undefined;
  readonly value: Value;
}

export interface PrintOptions {
  readonly sortKeys: boolean;
  /** What is written in place of a value, which is no list or object; both as they are written. */
  readonly write?: (token: string, key: string | undefined) => string;
}

/** Deeper lines are not indented any further, so that they stay readable. */
const maxIndent = 40;

type Steps<T> = Generator<undefined, T, undefined>;

/** Work is done in steps of so many tokens or lines, below a millisecond each. */
const stepLength = 1000;

/**
 * JSON on many lines. Every token stays as it is written, so that no number is rounded; nothing here
 * recurses, however deep it goes. What is not JSON is returned unchanged. Runs cooperatively,
 * because large texts take seconds.
 */
export function printJson(json: string, options: PrintOptions): Promise<string> {
  return runCooperatively(printing(json, options));
}

function* printing(json: string, options: PrintOptions): Steps<string> {
  if (parseJson(json) === undefined) return json;
  return yield* print(yield* parse(json), options);
}

/** Of what is known to be JSON. */
function* parse(json: string): Steps<Value> {
  const root: Container = { isList: true, members: [] };
  const path = [root];
  let key: string | undefined;
  let count = 0;
  for (const { text: token } of tokensOf(json)) {
    if (++count % stepLength === 0) yield;
    const inside = path.at(-1) ?? root;
    if (token === ":" || token === ",") continue;
    if (closes(token)) {
      path.pop();
    } else if (!inside.isList && key === undefined) {
      key = token;
    } else {
      const value = opens(token) ? { isList: token === "[", members: [] } : token;
      inside.members.push({ key, value });
      key = undefined;
      if (typeof value !== "string") path.push(value);
    }
  }
  return root.members[0]?.value ?? "";
}

/** What is still to be written: a line as it is, or a member that may take many. */
type Pending = string | (Member & { readonly depth: number; readonly comma: string });

function* print(root: Value, options: PrintOptions): Steps<string> {
  const lines: string[] = [];
  const pending: Pending[] = [{ key: undefined, value: root, depth: 0, comma: "" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (lines.length % stepLength === 0) yield;
    if (typeof next === "string") {
      lines.push(next);
      continue;
    }
    const { key, value, depth, comma } = next;
    const indent = "  ".repeat(Math.min(depth, maxIndent));
    const start = key === undefined ? indent : `${indent}${key}: `;
    if (typeof value === "string" || value.members.length === 0) {
      lines.push(start + inOneLine(next, options) + comma);
    } else {
      lines.push(start + (value.isList ? "[" : "{"));
      pending.push(indent + (value.isList ? "]" : "}") + comma);
      for (const [index, member] of lastFirst(value, options).entries()) {
        pending.push({ ...member, depth: depth + 1, comma: index === 0 ? "" : "," });
      }
    }
  }
  return lines.join("\n");
}

function inOneLine({ key, value }: Member, { write }: PrintOptions): string {
  if (typeof value === "string") return write?.(value, key) ?? value;
  return value.isList ? "[]" : "{}";
}

/** As they are taken from the end. */
function lastFirst({ isList, members }: Container, { sortKeys }: PrintOptions): readonly Member[] {
  const reversed = members.toReversed();
  if (isList || !sortKeys) return reversed;
  return reversed.sort(({ key: a = "" }, { key: b = "" }) => (a < b ? 1 : a > b ? -1 : 0));
}
