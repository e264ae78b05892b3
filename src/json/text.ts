import { createScanner, type Node, parseTree, type SyntaxKind } from "jsonc-parser";

/**
 * JSON as text: what was typed stays as it was typed, for numbers beyond 2^53 do not survive being
 * parsed. All of these want valid JSON, as `checkJson` says; from other text they make something,
 * but they do not throw, unless it is nested without end.
 */

interface Token {
  readonly offset: number;
  readonly text: string;
}

/** As a number: constants of a package are not available when one file is compiled alone. */
const endOfFile: number = 17 satisfies SyntaxKind.EOF;

/** What JSON is made of, without white space. One after the other: no nesting is too deep. */
export function* tokensOf(text: string): Generator<Token> {
  const scanner = createScanner(text, true);
  // The end is recognized by its kind only: after an open comment it has a length.
  for (let kind: number = scanner.scan(); kind !== endOfFile; kind = scanner.scan()) {
    const offset = scanner.getTokenOffset();
    yield { offset, text: text.slice(offset, scanner.getPosition()) };
  }
}

export function compactJson(text: string): string {
  return Array.from(tokensOf(text), (token) => token.text).join("");
}

export function opens(token: string): boolean {
  return token === "{" || token === "[";
}

export function closes(token: string): boolean {
  return token === "}" || token === "]";
}

/**
 * Names and raw values of an object, in its order and with those that are there twice; undefined: it
 * is none. To servers the last one of a name counts, as it does to a `Map` made from these.
 */
export function membersOf(text: string): readonly (readonly [string, string])[] | undefined {
  const tree = parseTree(text);
  if (tree?.type !== "object") return undefined;
  return (tree.children ?? []).flatMap(({ children: [name, value] = [] }) => {
    return name && value ? [[String(name.value), sliceOf(text, value)] as const] : [];
  });
}

/** The raw items of a list; undefined: it is none. */
export function itemsOf(text: string): readonly string[] | undefined {
  const tree = parseTree(text);
  if (tree?.type !== "array") return undefined;
  return (tree.children ?? []).map((item) => sliceOf(text, item));
}

function sliceOf(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

/** What a raw JSON string says; undefined: it is none. */
export function stringOf(json: string): string | undefined {
  const tree = parseTree(json);
  return tree?.type === "string" ? String(tree.value) : undefined;
}

/** Whether two texts say the same, the order of members and every digit of numbers included. */
export function isSameJson(left: string, right: string): boolean {
  return canonical(left) === canonical(right);
}

/** Strings may be escaped in many ways. */
function canonical(text: string): string {
  return Array.from(tokensOf(text), ({ text: token }) => {
    return token.startsWith('"') ? JSON.stringify(stringOf(token) ?? token) : token;
  }).join("");
}
