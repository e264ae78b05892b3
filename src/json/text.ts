import { parseTree } from "jsonc-parser";
import {
  backslash,
  closeBrace,
  closeBracket,
  colon,
  comma,
  isBlank,
  openBrace,
  openBracket,
  quote,
} from "./bytes";

/**
 * JSON as text: what was typed stays as it was typed, for numbers beyond 2^53 do not survive being
 * parsed. All of these want valid JSON, as `checkJson` says; from other text they make something,
 * but they do not throw.
 */

interface Token {
  readonly offset: number;
  readonly text: string;
}

/** What JSON is made of, without white space. One after the other: no nesting is too deep. */
export function* tokensOf(text: string): Generator<Token> {
  for (let at = 0; at < text.length;) {
    if (isBlank(text.charCodeAt(at))) at++;
    else {
      const end = tokenEnd(text, at);
      yield { offset: at, text: text.slice(at, end) };
      at = end;
    }
  }
}

function tokenEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === quote) return stringEnd(text, start);
  let end = start + 1;
  if (isPunctuation(first)) return end;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

/** A string that is not closed ends with its line. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 0x0a || code === 0x0d) return at;
    if (code === backslash) at++;
  }
  return text.length;
}

function isPunctuation(code: number): boolean {
  return (
    code === comma ||
    code === colon ||
    code === openBrace ||
    code === closeBrace ||
    code === openBracket ||
    code === closeBracket
  );
}

function isBreak(code: number): boolean {
  return code === quote || isBlank(code) || isPunctuation(code);
}

export function compactJson(text: string): string {
  let compact = "";
  let start = 0;
  for (let at = 0; at < text.length;) {
    if (!isBlank(text.charCodeAt(at))) at = tokenEnd(text, at);
    else {
      compact += text.slice(start, at);
      while (isBlank(text.charCodeAt(at))) at++;
      start = at;
    }
  }
  return compact + text.slice(start);
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
  return partsOf(text, "{")?.flatMap(({ name, value }) => {
    const key = name === undefined ? undefined : stringOf(name);
    return key === undefined ? [] : [[key, value] as const];
  });
}

/** The raw items of a list; undefined: it is none. */
export function itemsOf(text: string): readonly string[] | undefined {
  return partsOf(text, "[")?.map(({ value }) => value);
}

interface Part {
  /** In its quotes; undefined: an item of a list. */
  readonly name: string | undefined;
  readonly value: string;
}

/** The values directly in a list or an object, as it is opened; undefined: it is none. */
function partsOf(text: string, opening: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let depth = 0;
  let name: string | undefined;
  let start: number | undefined;
  let end = 0;
  for (const { offset, text: token } of tokensOf(text)) {
    if (depth === 0 && token !== opening) return undefined;
    if (closes(token)) depth -= 1;
    const isOver = depth === 0 || (depth === 1 && token === ",");
    if (depth === 1 && token === ":") {
      name = start === undefined ? undefined : text.slice(start, end);
      start = undefined;
    } else if (isOver && start !== undefined) {
      parts.push({ name, value: text.slice(start, end) });
      name = undefined;
      start = undefined;
    } else if (depth > 0 && !isOver) start ??= offset;
    if (opens(token)) depth += 1;
    if (depth === 0) return parts;
    end = offset + token.length;
  }
  return undefined;
}

/** What a raw JSON string says; undefined: it is none. */
export function stringOf(json: string): string | undefined {
  if (/^"[^"\\]*"$/.test(json)) return json.slice(1, -1);
  const tree = parseTree(json);
  return tree?.type === "string" ? String(tree.value) : undefined;
}

/** Whether two texts say the same, the order of members and every digit of numbers included. */
export function isSameJson(left: string, right: string): boolean {
  return left === right || canonical(left) === canonical(right);
}

/** Strings may be escaped in many ways. */
function canonical(text: string): string {
  return Array.from(tokensOf(text), ({ text: token }) => {
    return token.startsWith('"') ? JSON.stringify(stringOf(token) ?? token) : token;
  }).join("");
}
