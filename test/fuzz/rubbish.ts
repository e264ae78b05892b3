import { isRecord, parseJson } from "../../src/util/json";
import { type Sequence } from "../simulator/random";
import { memberNames } from "./corpus";

/** One of them; the list is not empty. */
export function choose<T>(random: Sequence, items: readonly T[]): T {
  const item = items[random.int(0, items.length - 1)];
  if (item === undefined && items.length === 0) throw new Error("nothing to choose from");
  return item as T;
}

/** Texts that have broken programs before: empty, unseen, unpaired, huge, or with a meaning to some program. */
export const hostileTexts: readonly string[] = [
  ...["", " ", "\0", "\n", "\r\n", "\t", "\u2028", "\u2029", "\u00a0", "\ufeff", "\u202e"],
  ...["\u200b", "\u200d", "\u2066", "\u{e0041}\u{e0042}", "\u3164", "\ud800", "\udc00x", "👩‍👩‍👧‍👦"],
  ...["🇭🇰", "e\u0301", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty"],
  ...["valueOf", "then", "](command:x)", "$(flame)", "<img src=x onerror=alert(1)>", "&lt;", "`"],
  ...["**", "|", "{0}", "%s", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '"', "'", "\\", "\\u"],
  ...["\\ud800", "../..", "C:\\", "con", "NaN", "Infinity", "-0", "1e999", "0x10", "1_000", "null"],
  ...["undefined", "true", "[]", "{}", "0001-01-01T00:00:00Z"],
  ...["9999-12-31T23:59:59.999999999+23:59", "2026-02-30T25:61:61Z", "+275760-09-13T00:00:00Z"],
  ...["2026-11-22 12:00:00", "2026-11-22T12:00:00.123456789+08:00", "[U+200B]", "{cpu}"],
  ...["a;b<red>", "string | number", "array<array<string>>", "[]map[string]any"],
  ...["https://a:b@c/?token=x", "Bearer x", "/* ", "//", "}", "]", ",", ":", "http://[::1]:0/"],
];

/** Repeated, so that what takes time by the square of a length takes it. */
const repeated: readonly string[] = [
  ...["a", "(", "[", "{", '"', "\\", " ", "<", "|", "\u202e", "👩‍", "=", "-", "a:b@", ";", "\n"],
  ...["\t", "[]", "array<", "{cpu}", "0", "9", ".", "/", "../", " --token ", "Bearer ", '\\":'],
  ...[": ", "://"],
];

const hostileNumbers: readonly number[] = [
  ...[0, -0, 1, -1, 0.1, 1e-320, 1e308, -1e308, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2, 2 ** 63],
  ...[8.64e15, 8.64e15 + 1, -8.64e15, 1e21, 255, 4294967296.5, 1767225600000],
];

/** A text out of nothing, or with something in it. */
export function anyText(random: Sequence): string {
  if (random.chance(0.02)) {
    const most = random.chance(0.05) ? 50_000 : 4000;
    return choose(random, repeated).repeat(random.int(1, most));
  }
  const parts = Array.from({ length: random.int(0, 4) }, () =>
    random.chance(0.6) ? choose(random, hostileTexts) : scribble(random),
  );
  return parts.join("");
}

function scribble(random: Sequence): string {
  const highest = choose(random, [0x7f, 0xff, 0xffff]);
  const codes = Array.from({ length: random.int(1, 8) }, () => random.int(0, highest));
  return String.fromCharCode(...codes);
}

export function anyNumber(random: Sequence): number {
  if (random.chance(0.5)) return choose(random, hostileNumbers);
  return random.chance(0.5) ? random.int(-1000, 1000) : random.between(-1e6, 1e6);
}

function anyLeaf(random: Sequence): unknown {
  switch (random.int(0, 5)) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
    case 3:
      return anyNumber(random);
    default:
      return anyText(random);
  }
}

/** A name of a member: one that servers use, or one that an object has already. */
export function anyName(random: Sequence): string {
  return random.chance(0.8) ? choose(random, memberNames) : anyText(random);
}

/** A value of JSON out of nothing, with the names of real responses. */
export function anyValue(random: Sequence, depth = 3): unknown {
  if (depth === 0 || random.chance(0.4)) return anyLeaf(random);
  const length = random.int(0, 4);
  if (random.chance(0.4)) return Array.from({ length }, () => anyValue(random, depth - 1));
  return objectOf(
    Array.from({ length }, () => [anyName(random), anyValue(random, depth - 1)] as const),
  );
}

/** As JSON.parse makes it: `__proto__` is a member like others. */
function objectOf(entries: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries(entries);
}

/** `value` with some of it changed; it stays as it was itself. */
export function mutated(random: Sequence, value: unknown, donors: readonly unknown[]): unknown {
  let changed = value;
  for (let left = random.int(1, 4); left > 0; left--)
    changed = mutatedOnce(random, changed, donors);
  return changed;
}

function mutatedOnce(random: Sequence, value: unknown, donors: readonly unknown[]): unknown {
  const goesDeeper = random.chance(0.85);
  if (goesDeeper && Array.isArray(value) && value.length > 0) {
    const list: readonly unknown[] = value;
    const at = random.int(0, list.length - 1);
    return list.with(at, mutatedOnce(random, list[at], donors));
  }
  if (goesDeeper && isRecord(value)) {
    const entries = Object.entries(value);
    const at = random.int(0, entries.length - 1);
    const [key, member] = entries[at] ?? ["", undefined];
    if (entries.length > 0) {
      return objectOf(entries.with(at, [key, mutatedOnce(random, member, donors)]));
    }
  }
  return replaced(random, value, donors);
}

function replaced(random: Sequence, value: unknown, donors: readonly unknown[]): unknown {
  switch (random.int(0, 7)) {
    case 0:
      return donors.length > 0 ? choose(random, donors) : anyValue(random);
    case 1:
      return nested(random, value);
    case 2:
      return [value, value];
    case 3:
      return typeof value === "string" ? mutatedText(random, value) : JSON.stringify(value);
    case 4:
      return withoutOne(random, value);
    case 5:
      return renamed(random, value);
    default:
      return anyValue(random, 2);
  }
}

/** Deeper than anybody nests, and now and then deeper than a stack goes. */
function nested(random: Sequence, value: unknown): unknown {
  let whole = value;
  const depth = random.chance(0.01) ? 1000 : random.int(1, 60);
  for (let level = 0; level < depth; level++) whole = level % 2 === 0 ? [whole] : { a: whole };
  return whole;
}

function withoutOne(random: Sequence, value: unknown): unknown {
  if (Array.isArray(value)) return value.toSpliced(random.int(0, value.length), 1);
  if (!isRecord(value)) return null;
  const entries = Object.entries(value);
  return objectOf(entries.toSpliced(random.int(0, entries.length), 1));
}

function renamed(random: Sequence, value: unknown): unknown {
  if (!isRecord(value)) return { [anyName(random)]: value };
  const entries = Object.entries(value);
  const at = random.int(0, entries.length - 1);
  const member = entries[at]?.[1] ?? null;
  return objectOf([...entries.toSpliced(at, random.int(0, 1)), [anyName(random), member]]);
}

/** Text with some of it cut, doubled, replaced or swapped. */
export function mutatedText(random: Sequence, text: string): string {
  let changed = text;
  for (let left = random.int(1, 3); left > 0; left--) changed = mutatedTextOnce(random, changed);
  return changed;
}

function mutatedTextOnce(random: Sequence, text: string): string {
  const at = random.int(0, text.length);
  const end = Math.min(text.length, at + random.int(0, 20));
  const [before, part, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  switch (random.int(0, 6)) {
    case 0:
      return before + after;
    case 1:
      return before + part.repeat(random.chance(0.05) ? random.int(2, 500) : 2) + after;
    case 2:
      return before;
    case 3:
      return before + anyText(random) + after;
    case 4:
      return after + part + before;
    default:
      return before + choose(random, hostileTexts) + after;
  }
}

/** Bytes of the text, now and then with one that is none of UTF-8. */
export function anyBytes(random: Sequence, text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length > 0 && random.chance(0.1)) {
    bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
  }
  return bytes;
}

/** The bytes in pieces, cut anywhere. */
export function cut(random: Sequence, bytes: Buffer): readonly Buffer[] {
  const places = Array.from({ length: random.int(0, 5) }, () => random.int(0, bytes.length));
  const sorted = [...places, bytes.length].toSorted((a, b) => a - b);
  return sorted.map((end, index) => Buffer.from(bytes.subarray(sorted[index - 1] ?? 0, end)));
}

/** JSON, or nearly: a value that grew from `seeds`, written down and perhaps damaged. */
export function nearlyJson(random: Sequence, seeds: readonly unknown[]): string {
  const json = perhapsDeep(random, JSON.stringify(grown(random, seeds)));
  return random.chance(0.3) ? mutatedText(random, json) : json;
}

/** Now and then with a value in it that is nested deeper than a stack goes. JSON.parse bears that. */
function perhapsDeep(random: Sequence, json: string): string {
  const at = random.chance(0.003) ? json.search(leaf) : -1;
  if (at < 0) return json;
  const depth = random.int(3000, 20_000);
  const deep = random.chance(0.5)
    ? "[".repeat(depth) + "]".repeat(depth)
    : `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
  return json.slice(0, at) + deep + json.slice(at).replace(leaf, "");
}

/** A value that most probably does not stand in a string. */
const leaf = /(?<=[:,[])(?:null|true|false|\[\]|\{\})(?=[,\]}])/;

/** As `grown`, out of a text as servers send it: it may be nested without end. */
export function parsed(random: Sequence, seeds: readonly unknown[]): unknown {
  const value = grown(random, seeds);
  return parseJson(perhapsDeep(random, JSON.stringify(value))) ?? value;
}

/** A value that grew from one of `seeds`, or from nothing. */
export function grown(random: Sequence, seeds: readonly unknown[]): unknown {
  if (seeds.length === 0 || random.chance(0.15)) return anyValue(random, 4);
  return mutated(random, choose(random, seeds), seeds);
}
