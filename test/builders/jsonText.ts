import fc from "fast-check";

/** JSON is made as text, so that it is written in all the ways in which it may be written. */
export type Text = fc.Arbitrary<string>;

const blank = fc.constantFrom("", "", "", " ", "\n\t", "\r ");

/** A text in its quotes, none, some or all of its letters as escapes. */
export function written(value: string): Text {
  const plain = JSON.stringify(value);
  if (plain.includes("\\")) return fc.constant(plain);
  const all = plain.replaceAll(/\w/g, escapeOf);
  const some = plain.replaceAll(
    /(\w)(.)/gu,
    (_, first: string, next: string) => escapeOf(first) + next,
  );
  return fc.constantFrom(plain, plain, plain, some, all);
}

function escapeOf(letter: string): string {
  return `\\u00${letter.charCodeAt(0).toString(16)}`;
}

export const numbers: Text = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.float({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.stringMatching(/^-?(0|[1-9]\d{0,18})\.\d{1,24}$/),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String),
  fc.stringMatching(/^-?(0|[1-9]\d?)(\.\d{1,3})?[eE][+-]?\d{1,3}$/),
  fc.constantFrom("0", "-0", "0.0", "1.50", "1e400", "-1e-400", "9007199254740993"),
);

export const texts = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "节点 🇭🇰",
    'a"b\\c',
    "}],{",
    "result",
    "\u2028",
    "tab\t",
    "$HOME",
    "`id`",
  ),
  fc.constantFrom(
    "it's",
    "</script><!--",
    "__proto__",
    "constructor",
    "uuid",
    "hours",
    "1",
    "true",
  ),
  fc.string({ unit: "grapheme", maxLength: 6 }),
  fc.string({ unit: "binary", maxLength: 6 }),
);

export const words: Text = fc.constantFrom("null", "true", "false");

export function list(items: Text, maxLength = 3): Text {
  return fc
    .tuple(fc.array(spaced(items), { maxLength }), blank)
    .map(([all, last]) => `[${all.join()}${last}]`);
}

/** The members in this order. */
export function object(members: readonly (readonly [string, Text])[]): Text {
  const parts = members.map(([key, value]) =>
    fc.tuple(spaced(written(key)), spaced(value)).map((pair) => pair.join(":")),
  );
  return fc.tuple(blank, ...parts).map(([first, ...all]) => `{${first}${all.join()}}`);
}

export function spaced(text: Text): Text {
  return fc.tuple(blank, text, blank).map((all) => all.join(""));
}

/** Any JSON; objects of it have keys of `keys`. */
export function anyJson(keys: fc.Arbitrary<string> = texts): Text {
  return fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      numbers,
      texts.chain(written),
      words,
      list(tie("value")),
      fc
        .array(fc.tuple(keys, fc.constant(tie("value"))), { maxLength: 3 })
        .chain((members) => object(members)),
    ),
  })).value;
}

/** Places at which to cut bytes: see `cutAt`. */
export const cuts = fc.array(fc.nat(), { maxLength: 12 });

export function cutAt(bytes: Buffer, places: readonly number[]): readonly Buffer[] {
  const sorted = places.map((place) => place % (bytes.length + 1)).toSorted((a, b) => a - b);
  return [...sorted, bytes.length].map((end, index) => bytes.subarray(sorted[index - 1] ?? 0, end));
}

/** What may go wrong with one byte: another in its place, or none. */
export const damages = fc.tuple(fc.nat(), fc.option(fc.integer({ min: 0, max: 255 })));

export function damaged(bytes: Buffer, [place, byte]: readonly [number, number | null]): Buffer {
  const at = place % bytes.length;
  const middle = Buffer.from(byte === null ? [] : [byte]);
  return Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at + 1)]);
}
