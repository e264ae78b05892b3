import { runSync } from "./cooperative";
import { closes, opens, tokensOf } from "./text";

export interface PrintOptions {
  /** Levels; deeper lines are not indented any further. */
  readonly maxIndent?: number;
  /** What is written in place of a key; in its quotes, as it is written. */
  readonly writeKey?: (key: string) => string;
  /** What is written in place of a value that is no list or object; both as they are written. */
  readonly writeValue?: (token: string, key: string | undefined) => string;
}

/** Tokens printed between two `yield`s: below a millisecond. */
const step = 1000;

/** As JSON.stringify indents by two. */
export function formatJson(text: string): string {
  return runSync(printJson(text));
}

/** The same; every token stays as it is written, so that no number is rounded. Yields regularly. */
export function* printJson(text: string, options?: PrintOptions): Generator<undefined, string> {
  return yield* printTokens(tokensOf(text), options);
}

/** Nothing here recurses, however deep it goes. */
export function* printTokens(
  tokens: Iterable<{ readonly text: string }>,
  { maxIndent = Infinity, writeKey, writeValue }: PrintOptions = {},
): Generator<undefined, string> {
  const parts: string[] = [];
  /** Of what is open: whether it is an object. */
  const objects: boolean[] = [];
  let previous = "";
  let key: string | undefined;
  let count = 0;
  const lineBreak = () => `\n${"  ".repeat(Math.min(objects.length, maxIndent))}`;
  for (const { text: token } of tokens) {
    if (++count % step === 0) yield;
    if (closes(token)) {
      objects.pop();
      parts.push(opens(previous) ? token : lineBreak() + token);
    } else if (token === ":") parts.push(": ");
    else if (token === ",") parts.push(",");
    else {
      if (previous === "," || opens(previous)) parts.push(lineBreak());
      if (objects.at(-1) === true && previous !== ":") {
        key = token;
        parts.push(writeKey?.(token) ?? token);
      } else if (opens(token)) {
        parts.push(token);
        objects.push(token === "{");
      } else parts.push(writeValue?.(token, previous === ":" ? key : undefined) ?? token);
    }
    previous = token;
  }
  return parts.join("");
}
