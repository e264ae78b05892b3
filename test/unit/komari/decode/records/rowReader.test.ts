import assert from "node:assert/strict";
import { RowReader } from "../../../../../src/komari/decode/records/rowReader";
import { RpcLocalError } from "../../../../../src/rpc/errors";

const moment = Date.UTC(2026, 10, 22, 12, 20);
const time = "2026-11-22T12:20:00Z";

function setUp() {
  const reader = new RowReader([{ key: "cpu" }, { key: "ram" }, { key: "task_id", isId: true }]);
  const row = () => {
    const [at, cpu, ram, task] = reader.values;
    return { client: reader.client, at, cpu, ram, task };
  };
  const readElement = (text: string) => reader.readElement(Buffer.from(text));
  const inPlace = (text: string) => {
    const bytes = Buffer.from(text);
    return reader.readInPlace(bytes, 0, bytes.length);
  };
  return { reader, row, readElement, inPlace };
}

describe("RowReader", () => {
  it("reads nothing in place before it has seen a row", () => {
    assert.equal(setUp().inPlace('{"cpu":1}'), -1);
  });

  it("reads in place what is written like the row before", () => {
    const { row, readElement, inPlace } = setUp();
    assert(readElement(`{"client":"n-1","time":"${time}","cpu":1,"gpu":0,"ram":2}`));
    const next = `{"client":"n-2","time":"2026-11-22T12:21:00Z","cpu":-1.5,"gpu":99,"ram":8589934592}`;
    assert.equal(inPlace(`${next},`), next.length);
    assert.deepEqual(row(), {
      client: "n-2",
      at: moment + 60_000,
      cpu: -1.5,
      ram: 2 ** 33,
      task: NaN,
    });
  });

  const alike = [
    ['{"time":1,"cpu":null,"x":"a"}', { cpu: NaN }, false],
    [`{"time":"${time}","cpu":null,"x":"a"}`, { at: moment, cpu: NaN }, true],
    [`{"time":"${time}","cpu":2,"x":"\\u0061\\"}"}`, { cpu: 2 }, true],
    [`{"time":"${time}","cpu":2,"x":{"cpu":[7,"}"]}}`, { cpu: 2 }, true],
    [`{"time":"${time}","cpu":2,"x":true}`, { cpu: 2 }, true],
    [`{"time":"${time}","cpu":"2","x":5}`, { cpu: NaN }, false],
    [`{"time":"${time}","cpu":2, "x":5}`, { cpu: 2 }, false],
    [`{"time":"${time}","x":5,"cpu":2}`, { cpu: 2 }, false],
    [`{"time":"${time}","cpu":2}`, { cpu: 2 }, false],
    [`{"time":"${time}","cpu":2,"x":5,"ram":3}`, { cpu: 2, ram: 3 }, false],
    [`{"time":"${time}","cpu":2,"x":5,"cpu":3}`, { cpu: 3 }, false],
    ["{}", { at: NaN, cpu: NaN }, false],
  ] as const;
  for (const [text, values, readInPlace] of alike) {
    it(`reads ${text} ${readInPlace ? "in place" : "by JSON.parse"}, after another`, () => {
      const { row, readElement, inPlace } = setUp();
      readElement(`{"time":"${time}","cpu":1,"x":"a"}`);
      assert.equal(inPlace(text), readInPlace ? text.length : -1);
      assert(readElement(text));
      const read: Readonly<Record<string, unknown>> = row();
      for (const [name, value] of Object.entries(values)) assert.equal(read[name], value, name);
    });
  }

  it("reads nothing in place that is no JSON", () => {
    const { readElement, inPlace } = setUp();
    readElement(`{"time":"${time}","cpu":1,"x":"a"}`);
    const begin = `{"time":"${time}","cpu":`;
    for (const end of [
      "01,",
      "1.,",
      "1x,",
      ",",
      "nul,",
      '1,"x":nul}',
      '1,"x":"\n"}',
      '1,"x":{]}}',
    ]) {
      const text = end.endsWith("}") ? begin + end : `${begin}${end}"x":"a"}`;
      assert.equal(inPlace(text), -1, text);
      assert.throws(() => readElement(text), RpcLocalError, text);
    }
  });

  it("forgets what the row before had and this one has not", () => {
    const { row, readElement, inPlace } = setUp();
    readElement(`{"client":"n-1","time":"${time}","cpu":1,"ram":2,"task_id":3}`);
    readElement(`{"time":"${time}","cpu":5}`);
    const bare = { client: undefined, at: moment, cpu: 5, ram: NaN, task: NaN };
    assert.deepEqual(row(), bare);
    inPlace(`{"time":"${time}","cpu":5}`);
    assert.deepEqual(row(), bare);
  });

  it("takes ids as text, and other numbers not", () => {
    const { row, readElement } = setUp();
    readElement('{"task_id":"12","cpu":"12"}');
    assert.deepEqual([row().task, row().cpu], [12, NaN]);
  });

  it("reports rows from what is none", () => {
    const { readElement } = setUp();
    for (const text of ["null", "[1]", '"x"', "5"]) assert.equal(readElement(text), false, text);
    for (const text of ["", "{", "nul", '{"a":1,}']) {
      assert.throws(() => readElement(text), { code: "malformed" }, text);
    }
  });
});
