import assert from "node:assert/strict";
import fc from "fast-check";
import { RpcLocalError } from "../../src/rpc/errors";
import {
  anyJson,
  cutAt,
  cuts,
  damaged,
  damages,
  numbers,
  object,
  spaced,
  type Text,
  texts,
  written,
} from "../builders/jsonText";
import { recordsWays, resultIn, throughFilter } from "../builders/recordsResponse";

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

const value = anyJson();

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
    const some = (length: fc.ArrayConstraints) =>
      fc.array(spaced(rows), length).map((items) => `[${items.join()}]`);
    return fc.oneof(some({ minLength: 4, maxLength: 9 }), some({ maxLength: 3 }));
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

type Member = readonly [name: string, value: Text];

/** Fields may come twice, of which the last counts. */
function bodiesWith(records: Text): Text {
  const results = fc
    .shuffledSubarray<Member>([
      ["records", records],
      ["count", counts],
      ["from", timeValues],
      ["tasks", value],
      ["result", value],
      ["note", value],
    ])
    .chain((fields) =>
      fc.shuffledSubarray<Member>([...fields, ["records", records]], { minLength: 1 }),
    )
    .chain(object);
  const result = mostly(results);
  return fc
    .shuffledSubarray<Member>([
      ["jsonrpc", fc.constant('"2.0"')],
      ["id", value],
      ["result", result],
      ["records", value],
    ])
    .chain((fields) => object([...fields, ["result", result]]));
}

const bodies = {
  load: bodiesWith(mostly(fc.oneof(nodeMaps, nodeMaps, rowLists))),
  ping: bodiesWith(mostly(rowLists)),
};

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

  describe(`RecordsFilter: ${kind} records, read from a response in pieces`, () => {
    it("are those of the response parsed as a whole", () => {
      fc.assert(
        fc.property(bodies[kind], cuts, (body, places) => agree(Buffer.from(body), places)),
        { numRuns: 1500 },
      );
    });

    it("are so, too, when a byte of the response is wrong or missing", () => {
      fc.assert(
        fc.property(bodies[kind], cuts, damages, (body, places, damage) => {
          agree(damaged(Buffer.from(body), damage), places);
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
