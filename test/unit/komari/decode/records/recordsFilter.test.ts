import assert from "node:assert/strict";
import { loadFilter } from "../../../../../src/komari/decode/records/loadRecords";
import { pingFilter } from "../../../../../src/komari/decode/records/pingRecords";
import { type RecordsProgress } from "../../../../../src/komari/decode/records/recordsFilter";
import {
  cutEvery,
  recordsWays,
  resultIn,
  rowsOf,
  throughFilter,
} from "../../../../builders/recordsResponse";

const at = (minute: number) => `2026-11-22T12:0${minute}:00Z`;
const ms = (minute: number) => Date.UTC(2026, 10, 22, 12, minute);
const row = (client: string, minute: number, cpu: number) =>
  `{"client":"${client}","time":"${at(minute)}","cpu":${cpu}}`;
const response = (result: string) => Buffer.from(`{"jsonrpc":"2.0","id":1,"result":${result}}\n`);
const load = (records: string, rest = "") =>
  response(`{"count":3,"records":${records}${rest},"from":"${at(0)}"}`);
const three = `{"n-1":[${row("n-1", 1, 5)},${row("n-1", 2, 6)}],"n-2":[${row("n-2", 1, 7)}],"n-3":[]}`;

describe("RecordsFilter", () => {
  const shapes: Readonly<Record<string, Buffer>> = {
    "rows by node": load(three),
    "a list of rows": load(`[${row("n-1", 1, 5)},${row("n-2", 1, 7)},${row("n-1", 2, 6)}]`),
    "rows before their count": response(`{"records":${three},"count":3}`),
    "blanks everywhere": load(three.replaceAll(/[[\]{},:]/g, " $&\n\t")),
    "escaped names": Buffer.from(
      `{"r\\u0065sult":{"rec\\u006frds":{"n\\u002d1":[${row("n-1", 1, 5).replace("cpu", "\\u0063pu")}]}}}`,
    ),
    "a result before the rest": Buffer.from(
      `{"result":{"records":${three}},"id":1,"jsonrpc":"2.0"}`,
    ),
    "lists that are none of rows": load(
      `{"n-1":[null,1,"]",[{}],${row("n-1", 1, 5)}],"n-2":null,"n-3":{"a":[]}}`,
      `,"tasks":[{"records":[{}]}]`,
    ),
    "nothing recorded": load("{}"),
    "no records": load("null"),
    "an empty list": load("[ ]"),
    "fields that come twice": load(three, `,"records":{"n-1":[${row("n-1", 3, 9)}],"n-1":5}`),
    "a second result": Buffer.from(`{"result":{"records":${three}},"result":{"records":[]}}`),
    "rows out of order": load(
      `{"n-1":[${row("n-1", 3, 1)},${row("n-1", 1, 2)},${row("n-1", 3, 3)}]}`,
    ),
    "texts that look like JSON": load(
      `{"\\"n-1\\":[{":[{"time":"${at(1)}","a":"}],\\"","cpu":1}]}`,
    ),
    "a list of answers": Buffer.from(`[${load(three).toString()}]`),
    "a foreign result": response('{"status":"error"}'),
    null: response("null"),
    "no object": response('[{"records":[]}]'),
    "half an answer": load(three).subarray(0, 200),
    "an unclosed row": load(`{"n-1":[{"time":"${at(1)}","cpu":1]}`),
    "a comma too many": load(`{"n-1":[${row("n-1", 1, 5)},]}`),
    "a comma before all": load(`{"n-1":[,${row("n-1", 1, 5)}]}`),
    "no comma": load(`{"n-1":[${row("n-1", 1, 5)}${row("n-1", 2, 5)}]}`),
    "a colon between rows": load(`{"n-1":[${row("n-1", 1, 5)}:${row("n-1", 2, 5)}]}`),
    "words between rows": load(`{"n-1":[${row("n-1", 1, 5)} x]}`),
    "a brace for a bracket": load(`{"n-1":[${row("n-1", 1, 5)}}}`),
    "an empty body": Buffer.alloc(0),
    "a page": Buffer.from('<html>{"result":{"records":[{}]}}</html>'),
  };
  for (const [name, body] of Object.entries(shapes)) {
    it(`comes to the same as JSON.parse, wherever the bytes are cut: ${name}`, () => {
      for (const { filter, decode } of [recordsWays.load, recordsWays.ping]) {
        const outcome = (run: () => unknown): unknown => {
          try {
            return run();
          } catch (error) {
            return String(error).slice(0, 25);
          }
        };
        const expected = outcome(() => decode(resultIn(body)));
        for (let cut = 0; cut <= body.length; cut++) {
          const pieces = [body.subarray(0, cut), body.subarray(cut)];
          assert.deepEqual(
            outcome(() => throughFilter<unknown>(filter(), pieces)),
            expected,
          );
        }
        for (const size of [1, 2, 3, 7]) {
          const streamed = outcome(() => throughFilter<unknown>(filter(), cutEvery(size, body)));
          assert.deepEqual(streamed, expected);
        }
      }
    });
  }

  it("gives the rows", () => {
    const { nodes, rows, from } = throughFilter(loadFilter(), [load(three)]);
    assert.deepEqual(
      [...nodes].map(([uuid, columns]) => [uuid, rowsOf(columns)]),
      [
        [
          "n-1",
          [
            { time: ms(1), cpu: 5 },
            { time: ms(2), cpu: 6 },
          ],
        ],
        ["n-2", [{ time: ms(1), cpu: 7 }]],
        ["n-3", []],
      ],
    );
    assert.deepEqual([rows, from], [3, ms(0)]);
  });

  it("leaves of each list its brackets", () => {
    const filter = loadFilter();
    const rest = filter.write(load(three, ',"x":[1]'));
    const records = '{"n-1":[],"n-2":[],"n-3":[]}';
    assert.equal(rest?.toString(), load(records, ',"x":[1]').toString());
  });

  it("keeps the rows of a node together, without copying them", () => {
    const { nodes } = throughFilter(loadFilter(), [load(three)]);
    const [first, second] = nodes.values();
    assert(first !== undefined && second !== undefined);
    assert.equal(first.times.buffer, second.times.buffer);
  });

  it("reports how far it is after every piece with rows in it", () => {
    const reported: RecordsProgress[] = [];
    const filter = loadFilter((progress) => reported.push(progress));
    throughFilter(filter, cutEvery(60, load(three)));
    assert.deepEqual(
      reported.map(({ rows }) => rows),
      [1, 2, 3],
    );
    assert.deepEqual(new Set(reported.map(({ expected }) => expected)), new Set([3]));
  });

  it("does not believe a count", () => {
    for (const count of ["999999999999999999", "-5", "0", "1e99", '"x"', "null"]) {
      const body = response(`{"count":${count},"records":${three}}`);
      assert.equal(throughFilter(loadFilter(), [body]).rows, 3, count);
    }
  });

  it("refuses more than four million rows, and a row of more than a megabyte", () => {
    const filter = pingFilter();
    filter.write(Buffer.from('{"result":{"records":[{"time":""}'));
    const many = Buffer.from(',{"time":""}'.repeat(100_000));
    const tooMany = () => {
      for (let round = 0; round <= 40; round++) filter.write(many);
    };
    assert.throws(tooMany, { code: "tooLarge" });
    const large = loadFilter();
    large.write(Buffer.from('{"result":{"records":[{"note":"'));
    const part = Buffer.alloc(64 * 1024, "x");
    const tooLarge = () => {
      for (let round = 0; round <= 16; round++) large.write(part);
    };
    assert.throws(tooLarge, { code: "tooLarge" });
  });

  const clients = (count: number, rest: string) =>
    Array.from({ length: count }, (_, n) => `{"client":"${n}","time":"${at(1)}",${rest}}`);
  const listOf = (rows: readonly string[]) => Buffer.from(`{"result":{"records":[${rows.join()}`);

  it("refuses rows of more nodes than can be held, which are few rows", () => {
    const filter = loadFilter();
    filter.write(listOf(clients(10_000, '"cpu":1')));
    assert.throws(() => filter.write(Buffer.from(`,${row("one-more", 1, 5)}`)), {
      code: "tooLarge",
    });
  });

  it("refuses pings of more tasks than can be held", () => {
    const filter = pingFilter();
    filter.write(listOf(clients(100_000, '"task_id":1,"value":1')));
    const more = `,{"client":"0","time":"${at(2)}","task_id":1,"value":2}`;
    filter.write(Buffer.from(more));
    assert.throws(() => filter.write(Buffer.from(more.replace('"task_id":1', '"task_id":2'))), {
      code: "tooLarge",
    });
  });
});
