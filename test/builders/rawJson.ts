import fc from "fast-check";

/** Numbers as JSON allows them, many of which JavaScript would round. */
const rawNumber = fc.oneof(
  fc.integer().map(String),
  fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom("-0", "1.50", "1E5", "1e400", "-1e-400", "0.1000000000000000055511151231257827"),
);

const rawString = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "$HOME",
      "`id`",
      "!!",
      "it's",
      '"',
      "\\",
      "</script><!--",
      "\u2028",
      "5",
      "true",
    ),
  )
  .map((text) => JSON.stringify(text));

const name = fc.oneof(
  fc
    .constantFrom("__proto__", "constructor", "uuid", "hours", "", "1")
    .map((text) => JSON.stringify(text)),
  rawString,
);

const space = fc.constantFrom("", "", " ", "\n\t", "\r\n");

/** Valid JSON as text: any white space, names that are there twice, numbers beyond JavaScript's. */
export const rawJson: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    rawNumber,
    rawString,
    fc.constantFrom("true", "false", "null", '"\\u0061\\/"'),
    fc
      .tuple(space, fc.array(tie("value"), { maxLength: 4 }))
      .map(([gap, items]) => `[${gap}${items.join(`${gap},`)}${gap}]`),
    fc
      .tuple(space, fc.array(fc.tuple(name, tie("value")), { maxLength: 4 }))
      .map(([gap, members]) => {
        const written = members.map(([key, value]) => `${key}${gap}:${gap}${value}`);
        return `{${gap}${written.join(`${gap},${gap}`)}${gap}}`;
      }),
  ),
})).value;
