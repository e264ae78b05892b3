import { closes, opens, tokensOf } from "../../../json/text";

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

/** Tokens read between two `yield`s: below a millisecond. */
const step = 1000;

/**
 * The tokens of a JSON text with the members of objects in the order of their names. Nothing here
 * recurses, however deep it goes. Yields regularly while it reads.
 */
export function* sortedTokens(
  json: string,
): Generator<undefined, Iterable<{ readonly text: string }>> {
  const root: Container = { isList: true, members: [] };
  const path = [root];
  let key: string | undefined;
  let count = 0;
  for (const { text: token } of tokensOf(json)) {
    if (++count % step === 0) yield;
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
  return write(root.members[0]?.value ?? "");
}

function* write(root: Value): Iterable<{ readonly text: string }> {
  const pending: Value[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "string") {
      yield { text: next };
      continue;
    }
    yield { text: next.isList ? "[" : "{" };
    pending.push(next.isList ? "]" : "}");
    for (const [index, { key, value }] of lastFirst(next).entries()) {
      if (index > 0) pending.push(",");
      pending.push(value);
      if (key !== undefined) pending.push(":", key);
    }
  }
}

/** As they are taken from the end. */
function lastFirst({ isList, members }: Container): readonly Member[] {
  const reversed = members.toReversed();
  if (isList) return reversed;
  return reversed.sort(({ key: a = "" }, { key: b = "" }) => (a < b ? 1 : a > b ? -1 : 0));
}
