import assert from "node:assert/strict";
import fc from "fast-check";
import { RpcLocalError } from "../../src/rpc/errors";
import { recordsWays, resultIn, throughFilter } from "../builders/recordsResponse";

/** JSON is made as text, so that it is written in all the ways in which it may be written. */
type Text = fc.Arbitrary<string>;

const blank = fc.constantFrom("", "", "", " ", "\n\t", "\r ");
const texts = fc.oneof(
  fc.constantFrom("n-1", "n-2", "", " ", "节点 🇭🇰", 'a"b\\c', "}],{"),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);

function written(value: string): Text {
  const escaped = JSON.stringify(value).replaceAll(
    /[a-z]/g,
    (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`,
  );
  const escape = fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0);
  return escape.map((all) =>
    all && !escaped.includes("\\\\u00") ? escaped : JSON.stringify(value),
  );
}

const numbers: Text = fc.oneof(
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.float({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String),
  fc.stringMatching(/^-?(0|[1-9]\d{0,18})\.\d{1,24}$/),
  fc.stringMatching(/^-?(0|[1-9]\d?)(\.\d{1,3})?[eE][+-]?\d{1,3}$/),
  fc.constantFrom("0", "-0", "0.0", "1e400", "-1", "9007199254740993"),
);
const moments = fc
  .integer({ min: 0, max: 3000 })
  .map((minutes) => new Date(Date.UTC(2026, 1, 28) + minutes * 60_000).toISOString());
const oddTimes = fc.oneof(
  fc.stringMatching(
    /^20(00|26)-0[0-3]-(28|29|3\d)[Tt ][0-2]\d:[0-6]\d:\d{2}(\.\d{0,11})?(Z|z|[+-]\d\d:\d\d)$/,
  ),
  fc.constantFrom("0001-01-01T00:00:00Z", "2026-11-22", "2026-11-22T20:20:37+08:00"),
);
const times = fc.oneof({ arbitrary: moments, weight: 9 }, { arbitrary: oddTimes, weight: 1 });
const timeValues = times.chain(written);

const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    numbers,
    texts.chain(written),
    fc.constantFrom("null", "true", "false"),
    fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join()}]`),
    fc
      .array(fc.tuple(texts.chain(written), tie("value")), { maxLength: 3 })
      .map((fields) => `{${fields.map(([key, text]) => `${key}:${text}`).join()}}`),
  ),
}));

/** Mostly what is expected of a field, sometimes anything. */
const mostly = (usual: Text): Text =>
  fc.oneof({ arbitrary: usual, weight: 12 }, { arbitrary: value, weight: 1 });

const fieldNames = [
  ...["client", "time", "cpu", "gpu", "ram", "ram_total", "swap_total", "temp", "net_total_up"],
  ...["connections", "task_id", "value", "note", "x}y", "__proto__", ""],
];

function fieldValue(name: string): Text {
  if (name === "time") return mostly(timeValues);
  if (name === "client") return mostly(fc.constantFrom("n-1", "n-2", "节点", "").chain(written));
  return name === "note" ? mostly(texts.chain(written)) : mostly(numbers);
}

function object(fields: readonly (readonly [string, Text])[]): Text {
  const parts = fields.map(([key, text]) =>
    fc
      .tuple(blank, written(key), blank, text, blank)
      .map(
        ([before, name, middle, content, after]) => `${before}${name}${middle}:${content}${after}`,
      ),
  );
  return fc.tuple(...parts).map((members) => `{${members.join()}}`);
}

/** Rows of one response look alike, but for a few. */
const rowLists: Text = fc
  .tuple(fc.shuffledSubarray(fieldNames), fc.boolean())
  .chain(([names, compact]) => {
    const always = ["time", "client", "value"].filter((name) => !names.includes(name));
    const shape = [...always, ...names].map((name) => [name, fieldValue(name)] as const);
    const alike = compact
      ? fc
          .tuple(...shape.map(([, text]) => text))
          .map(
            (all) =>
              `{${all.map((text, at) => `${JSON.stringify(shape[at]?.[0])}:${text}`).join()}}`,
          )
      : object(shape);
    const rows = fc.oneof({ arbitrary: alike, weight: 20 }, { arbitrary: value, weight: 1 });
    const some = (length: fc.ArrayConstraints) => fc.array(fc.tuple(blank, rows), length);
    return fc
      .tuple(fc.oneof(some({ minLength: 4, maxLength: 9 }), some({ maxLength: 3 })), blank)
      .map(([items, last]) => `[${items.map(([before, row]) => before + row).join()}${last}]`);
  });

const uuids = fc.constantFrom("n-1", "n-2", "n-3", "", "节点");
const nodeMaps: Text = fc
  .array(
    fc.tuple(uuids, fc.oneof({ arbitrary: rowLists, weight: 9 }, { arbitrary: value, weight: 1 })),
    {
      maxLength: 4,
    },
  )
  .chain((fields) => object(fields.map(([uuid, rows]) => [uuid, fc.constant(rows)] as const)));

const counts = fc.oneof(
  fc.nat({ max: 20 }).map(String),
  fc.constantFrom("4e9", "-1", "99999999999999"),
);

/** Fields may come twice, of which the last counts. */
function bodiesWith(records: Text): Text {
  const results = fc
    .shuffledSubarray([
      ...([
        ["records", records],
        ["count", counts],
        ["from", timeValues],
      ] as const),
      ...([
        ["tasks", value],
        ["result", value],
        ["note", value],
      ] as const),
    ])
    .chain((fields) =>
      fc.shuffledSubarray([...fields, ["records", records] as const], { minLength: 1 }),
    )
    .chain(object);
  const result = mostly(results);
  return fc
    .shuffledSubarray([
      ...([
        ["jsonrpc", fc.constant('"2.0"')],
        ["id", value],
      ] as const),
      ...([
        ["result", result],
        ["records", value],
      ] as const),
    ])
    .chain((fields) => object([...fields, ["result", result]]));
}

const bodies = {
  load: bodiesWith(mostly(fc.oneof(nodeMaps, nodeMaps, rowLists))),
  ping: bodiesWith(mostly(rowLists)),
};

const cuts = fc.array(fc.nat(), { maxLength: 12 });

function cutAt(body: Buffer, places: readonly number[]): readonly Buffer[] {
  const sorted = places.map((place) => place % (body.length + 1)).toSorted((a, b) => a - b);
  return [...sorted, body.length].map((end, index) => body.subarray(sorted[index - 1] ?? 0, end));
}

/** The value, or what went wrong. */
function outcomeOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    assert(error instanceof RpcLocalError, String(error));
    return error.code;
  }
}

for (const kind of ["load", "ping"] as const) {
  const { filter, decode } = recordsWays[kind];
  const agree = (body: Buffer, places: readonly number[]): void => {
    const streamed = outcomeOf(() => throughFilter<unknown>(filter(), cutAt(body, places)));
    assert.deepEqual(
      streamed,
      outcomeOf(() => decode(resultIn(body))),
    );
  };

  describe(`${kind} records, taken out of an response in pieces`, () => {
    it("are those of the response parsed as a whole", () => {
      fc.assert(
        fc.property(bodies[kind], cuts, (body, places) => agree(Buffer.from(body), places)),
        { numRuns: 1500 },
      );
    });

    it("are so, too, when a byte of the response is wrong or missing", () => {
      const damage = fc.tuple(fc.nat(), fc.option(fc.integer({ min: 0, max: 255 })));
      fc.assert(
        fc.property(bodies[kind], cuts, damage, (body, places, [place, byte]) => {
          const bytes = Buffer.from(body);
          const at = place % bytes.length;
          const middle = byte === null ? [] : [byte];
          agree(
            Buffer.concat([bytes.subarray(0, at), Buffer.from(middle), bytes.subarray(at + 1)]),
            places,
          );
        }),
        { numRuns: 1500 },
      );
    });

    it("are so, too, when the response ends early", () => {
      fc.assert(
        fc.property(bodies[kind], cuts, fc.nat(), (body, places, end) => {
          const bytes = Buffer.from(body);
          agree(bytes.subarray(0, end % bytes.length), places);
        }),
      );
    });
  });
}
