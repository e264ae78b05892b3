import assert from "node:assert/strict";
import { type EncodedSeries } from "../../../../../src/shared/chartApi";
import { type TimeRange } from "../../../../../src/shared/times";
import { partialBucket, restartsOf } from "../../../../../webview/chart/data/lineStore";
import { encodedSeries, regular, storeOf } from "./encoded";

const minute = 60_000;
const noon = Date.UTC(2026, 10, 22, 12);

describe("offline ranges", () => {
  const before = regular(noon, minute, 10);
  const after = regular(noon + 60 * minute, minute, 10);
  const offline = (times: readonly number[], from: number, to: number, id = "load") => [
    ...storeOf([encodedSeries(id, times, { cpu: times })], from, to).offline(),
  ];

  it("are the gaps of the reports", () => {
    assert.deepEqual(offline([...before, ...after], noon, noon + 70 * minute), [
      { from: noon + 9 * minute, to: noon + 60 * minute },
    ]);
  });

  it("include what is missing at the end", () => {
    assert.deepEqual(offline(before, noon, noon + 30 * minute), [
      { from: noon + 9 * minute, to: noon + 30 * minute },
    ]);
  });

  it("do not include a report that is just due", () => {
    assert.deepEqual(offline(before, noon, noon + 11 * minute), []);
  });

  it("do not include the time before the first report", () => {
    assert.deepEqual(offline(before, noon - 600 * minute, noon + 10 * minute), []);
  });

  it("are cut to the span", () => {
    const [from, to] = [noon + 20 * minute, noon + 40 * minute];
    assert.deepEqual(offline([...before, ...after], from, to), [{ from, to }]);
    assert.deepEqual(offline([...before, ...after], noon + 61 * minute, noon + 70 * minute), []);
  });

  it("are found only in the reports of a node's load", () => {
    assert.deepEqual(offline([...before, ...after], noon, noon + 70 * minute, "node:a"), []);
  });
});

describe("offline ranges of a live range", () => {
  it("are none where records become reports", () => {
    const records = regular(noon - 5 * minute, minute, 8);
    const reports = regular(noon + 2.2 * minute, 2000, 85);
    const times = [...records, ...reports];
    const store = storeOf([encodedSeries("load", times, { cpu: times })], noon, noon + 5 * minute);
    assert.deepEqual(store.offline(), []);
  });
});

describe("restarts of counters", () => {
  const times = regular(noon, minute, 8);
  const restarts = (series: EncodedSeries) => [
    ...storeOf([series], noon, noon + 8 * minute).counterRestarts(),
  ];
  const at = (index: number) => noon + index * minute;

  for (const { name, up, down, found } of [
    { name: "none while counters rise or stand", up: [1, 2, 2, 3, 4, 5, 6, 6], found: [] },
    { name: "where one falls", up: [5e9, 6e9, 7e9, 1e6, 2e6, 3e6, 4e6, 5e6], found: [at(3)] },
    {
      name: "once where both fall",
      up: [5, 6, 7, 1, 2, 3, 4, 5],
      down: [50, 60, 70, 0, 2, 3, 4, 5],
      found: [at(3)],
    },
    {
      name: "once where an average lies between",
      up: [5e6, 6e6, 7e6, 3e6, 1e6, 2e6, 3e6, 4e6],
      down: [50, 60, 70, 71, 2, 3, 4, 5],
      found: [at(3)],
    },
    { name: "twice where both are apart", up: [5, 1, 2, 3, 0, 1, 2, 3], found: [at(1), at(4)] },
    { name: "over what is unknown", up: [5, 6, NaN, NaN, 1, 2, 3, 4], found: [at(4)] },
    {
      name: "not for differences below 32-bit precision",
      up: [1e12, 1e12 + 5e4, 1e12, 1e12, 1e12, 1e12, 1e12, 1e12],
      found: [],
    },
  ]) {
    it(name, () => {
      const columns = down === undefined ? { totalUp: up } : { totalUp: up, totalDown: down };
      assert.deepEqual(restarts(encodedSeries("load", times, columns)), found);
    });
  }

  it("are no falls of what is no counter", () => {
    assert.deepEqual(restarts(encodedSeries("load", [1, 2], { networkIn: [5, 1] })), []);
  });

  it("are found in appended rows, once", () => {
    const store = storeOf([encodedSeries("load", times, { totalUp: times })], noon, at(8));
    assert.deepEqual(store.counterRestarts(), []);
    const row = (index: number, up: number) =>
      encodedSeries("load", [at(index)], { totalUp: [up] });
    store.append({ query: 1, from: noon, to: at(8), series: [row(8, 5)] });
    assert.deepEqual(store.counterRestarts(), [at(8)]);
    store.append({ query: 1, from: noon, to: at(9), series: [row(9, 6)] });
    assert.deepEqual(store.counterRestarts(), [at(8)]);
  });
});

describe("restarts of the machine", () => {
  const at = (index: number) => noon + index * minute;
  const fall = { from: at(4), to: at(5) };
  const cases: readonly {
    readonly name: string;
    readonly gaps?: readonly TimeRange[];
    readonly startedAt?: number;
    readonly found: ReturnType<typeof restartsOf>;
  }[] = [
    { name: "are not told by a counter alone", found: { machine: [], counters: [at(5)] } },
    {
      name: "are told by a counter that falls over a gap",
      gaps: [{ from: at(4), to: at(5) }],
      found: { machine: [at(5)], counters: [] },
    },
    {
      name: "are not told by a gap elsewhere",
      gaps: [{ from: at(1), to: at(3) }],
      found: { machine: [], counters: [at(5)] },
    },
    {
      name: "are told by a counter and the uptime, once",
      startedAt: at(4.5),
      found: { machine: [at(5)], counters: [] },
    },
    {
      name: "are told by the uptime alone",
      startedAt: at(2),
      found: { machine: [at(2)], counters: [at(5)] },
    },
  ];
  for (const { name, gaps = [], startedAt, found } of cases) {
    it(name, () => assert.deepEqual(restartsOf([fall], gaps, startedAt), found));
  }

  it("follow the uptime that is sent", () => {
    const store = storeOf([encodedSeries("load", [noon], { cpu: [1] })], noon, at(8));
    store.append({ query: 1, from: noon, to: at(9), startedAt: at(8), series: [] });
    assert.deepEqual(store.restarts(), [at(8)]);
  });
});

describe("the last bucket", () => {
  for (const { name, times, now, from } of [
    {
      name: "is partial until it is over",
      times: regular(noon, 5 * minute, 4),
      now: noon + 17 * minute,
      from: noon + 15 * minute,
    },
    {
      name: "is whole once it is over",
      times: regular(noon, 5 * minute, 4),
      now: noon + 20 * minute,
      from: undefined,
    },
    {
      name: "is none among reports at odd times",
      times: regular(noon + 17, minute, 4),
      now: noon + 3 * minute,
      from: undefined,
    },
    {
      name: "is none among reports every second",
      times: regular(noon, 1000, 4),
      now: noon + 3500,
      from: undefined,
    },
    { name: "is not known from one row", times: [noon], now: noon, from: undefined },
    { name: "is not known without rows", times: [], now: noon, from: undefined },
  ]) {
    it(name, () => assert.equal(partialBucket(Float64Array.from(times), now), from));
  }

  it("is that of pings where there is no load", () => {
    const times = regular(noon, minute, 4);
    const store = storeOf(
      [encodedSeries("ping:1", times, { ping: times })],
      noon,
      noon + 3.5 * minute,
    );
    assert.equal(store.partialFrom(), noon + 3 * minute);
  });
});
