import assert from "node:assert/strict";
import { createFormat } from "../../../../../src/shared/format";
import { type Line } from "../../../../../webview/chart/data/line";
import { lineStats } from "../../../../../webview/chart/data/stats";
import {
  type LegendContext,
  legendColumns,
  legendRow,
  type LegendRow,
  lossText,
  nextSort,
  originText,
  sortLegend,
  type FigureKey,
  figureOf,
} from "../../../../../webview/chart/state/legendRows";
import { sectionOfNodes, sectionsOfNode } from "../../../../../webview/chart/state/sections";
import { lineOf } from "./setup";
import { type PingStats } from "../../../../../src/shared/chartApi";
import { rowStepText } from "../../../../../webview/chart/state/valueText";

const range = { from: 0, to: 100 };
const layout = { charts: [], percent: [], timeZone: "utc", smooth: false } as const;
const ping = (values: Parameters<typeof lineOf>[0], change: Partial<Line> = {}) =>
  lineOf(values, { metric: "ping", id: "ping:1", name: "one", ...change });
const columns = legendColumns(sectionOfNodes([ping({ 1: 1 })], "ping"));
const contextOf = (shown: typeof columns): LegendContext => ({
  range,
  columns: shown,
  style: { unit: "milliseconds", percent: false },
  format: createFormat("en"),
  statsOf: (each) => lineStats(each, range.from, range.to),
});
const rowOf = (line: Line) => legendRow(line, contextOf(columns));
const textsOf = (line: Line) =>
  Object.fromEntries(Object.entries(rowOf(line).cells).map(([key, { text }]) => [key, text]));

describe("legend: columns", () => {
  it("are more for pings than for what is measured otherwise", () => {
    const [cpu] = sectionsOfNode(layout, [lineOf({ 1: 1 })]);
    assert.ok(cpu);
    assert.deepEqual(legendColumns(cpu), ["name", "latest", "min", "average", "max"]);
    assert.ok(columns.includes("loss") && columns.includes("jitter"));
  });
});

describe("legend: the latest", () => {
  const latest = (values: Parameters<typeof lineOf>[0]) =>
    legendRow(lineOf(values), contextOf(["name", "latest"])).cells.latest;

  it("is unknown once a reading fails, whatever was read before, and sorts as unknown", () => {
    const failed = latest({ 10: 20, 20: NaN });
    assert.deepEqual([failed?.text, failed?.value], ["–", undefined]);
    assert.equal(latest({ 10: NaN, 20: 40 })?.value, 40);
  });

  it("is of the time range only", () => {
    assert.equal(latest({ 10: 20, 101: 40 })?.value, 20);
    assert.equal(latest({ 101: 40 })?.value, undefined);
  });
});

describe("legend: figures of pings", () => {
  it("are calculated from the records where the server has none", () => {
    const texts = textsOf(ping({ 10: 20, 20: 40, 30: "lost", 40: 60 }));
    assert.deepEqual(
      [texts.latest, texts.average, texts.min, texts.max, texts.loss],
      ["60 ms", "40 ms", "20 ms", "60 ms", "25%"],
    );
  });

  it("are the server's if it has them, except the latest and the jitter", () => {
    const stats = { loss: 12.5, average: 33, latest: 999 };
    const row = rowOf(ping({ 10: 20, 20: 40 }, { stats }));
    assert.deepEqual(
      [row.cells.loss?.text, row.cells.average?.text, row.cells.latest?.text],
      ["13%", "33 ms", "40 ms"],
    );
    assert.deepEqual(
      [row.cells.loss?.origin, row.cells.min?.origin, row.cells.jitter?.origin],
      ["server", "records", "records"],
    );
  });

  it("are the server's latest too for a kind of pings without records", () => {
    const kind = ping({ 10: NaN, 20: NaN }, { stats: { loss: 0, latest: 12 } });
    const { latest } = rowOf(kind).cells;
    assert.deepEqual([latest?.text, latest?.origin], ["12 ms", "server"]);
    const moved = legendRow(kind, { ...contextOf(columns), moved: true });
    assert.equal(moved.cells.latest?.text, "–");
  });

  it("show lost if the latest was lost, and nothing if unknown", () => {
    assert.equal(textsOf(ping({ 10: 20, 20: "lost" })).latest, "lost");
    assert.equal(textsOf(ping({ 10: 20, 20: NaN })).latest, "–");
    assert.deepEqual(new Set(Object.values(textsOf(ping({ 900: 20 })))), new Set(["–"]));
  });

  it("explain where they were calculated, and from which pings", () => {
    const fromServer = rowOf(ping({ 1: 5, 2: 6 }, { stats: { loss: 1, average: 5 } }));
    assert.match(
      originText([fromServer], columns, "5 min") ?? "",
      /^From the server, over all pings: Average, Loss\. Calculated from the last ping of every 5 min: .*Jitter/,
    );
    const own = rowOf(ping({ 1: 5 }));
    assert.deepEqual(
      [originText([own], columns, "minute"), originText([own], columns, undefined)],
      ["Calculated from the last ping of every minute.", "Calculated from the pings shown."],
    );
    assert.equal(originText([rowOf(ping({}))], columns, undefined), undefined);
  });

  it("name the lines that lack statistics of the server", () => {
    const fromServer = rowOf(ping({ 1: 5, 2: 6 }, { stats: { loss: 1, average: 5 } }));
    const own = rowOf(ping({ 1: 5, 2: 6 }, { name: "two" }));
    const text = (...rows: readonly LegendRow[]) => originText(rows, columns, "5 min");
    assert.equal(
      text(fromServer, own),
      "From the server, over all pings: Average, Loss. " +
        "Calculated from the last ping of every 5 min: p50, p99, Jitter, Min, Max, all of “two”.",
    );
    assert.match(text(fromServer, own, own) ?? "", /Max, all of “two” \(and 1 more\)\.$/);
    assert.doesNotMatch(text(fromServer, rowOf(ping({}, { name: "two" }))) ?? "", /two/);
  });

  it("are calculated from the records while the server's are of another range", () => {
    const line = ping({ 1: 5, 2: "lost" }, { stats: { loss: 1 } });
    const context = { ...contextOf(columns), moved: true };
    assert.equal(legendRow(line, context).cells.loss?.text, "50%");
  });
});

describe("legend: figures of several nodes", () => {
  const some = legendColumns(sectionOfNodes([], "cpu"));
  it("say that peaks shorter than a step are not included", () => {
    const row = legendRow(lineOf({ 0: 5, 300_000: 6 }), contextOf(some));
    assert.equal(
      originText([row], some, "5 min"),
      "Calculated from one value per 5 min. Shorter peaks are not included.",
    );
    assert.equal(originText([row], some, undefined), "Calculated from the reports shown.");
  });
});

describe("legend: loss", () => {
  const format = createFormat("en");
  const cases = [
    [0, "0%"],
    [0.42, "0.4%"],
    [0.001, "<0.1%"],
    [99.97, ">99.9%"],
    [100, "100%"],
    [undefined, "–"],
  ] as const;
  for (const [loss, text] of cases) {
    it(`of ${loss} is ${text}`, () => assert.equal(lossText(loss, format), text));
  }
});

describe("legend: order", () => {
  const rows = [
    rowOf(ping({ 1: 30 }, { name: "node-10" })),
    rowOf(ping({}, { name: "node-9" })),
    rowOf(ping({ 1: 10, 2: "lost" }, { name: "node-2" })),
    rowOf(ping({ 1: 20 }, { name: "node-1" })),
  ];
  const namesBy = (...[key, descending]: readonly ["name" | "latest" | "average", boolean]) =>
    sortLegend(rows, { key, descending }, "en").map(({ name }) => name);

  it("is the host's without a choice", () => assert.equal(sortLegend(rows, undefined, "en"), rows));

  it("counts in names", () => {
    assert.deepEqual(namesBy("name", false), ["node-1", "node-2", "node-9", "node-10"]);
  });

  it("goes by value both ways, what is unknown last", () => {
    assert.deepEqual(namesBy("average", false), ["node-2", "node-1", "node-10", "node-9"]);
    assert.deepEqual(namesBy("average", true), ["node-10", "node-1", "node-2", "node-9"]);
  });

  it("counts a lost ping as worse than any slow one", () => {
    assert.equal(namesBy("latest", true)[0], "node-2");
  });

  it("turns with each click, and ends with the host's", () => {
    const first = nextSort(undefined, "loss");
    assert.deepEqual(first, { key: "loss", descending: true });
    const second = nextSort(first, "loss");
    assert.deepEqual(second, { key: "loss", descending: false });
    assert.equal(nextSort(second, "loss"), undefined);
    assert.deepEqual(nextSort(second, "name"), { key: "name", descending: false });
  });
});

const minute = 60_000;

/** Pings of a minute each. */
function figuresOf(values: readonly (number | "lost")[], serverStats: PingStats | undefined) {
  const entries = values.map((value, index) => [index * minute, value] as const);
  const line = lineOf(Object.fromEntries(entries), { metric: "ping" });
  const stats = lineStats(line, 0, values.length * minute);
  return (key: FigureKey) => figureOf(key, { line, stats, serverStats });
}

describe("figureOf", () => {
  it("is calculated from the records without statistics of the server", () => {
    const of = figuresOf([10, 30, "lost"], undefined);
    assert.deepEqual(of("average"), { value: 20, origin: "records" });
    assert.deepEqual(of("loss"), { value: 100 / 3, origin: "records" });
  });

  it("is the server's loss and average, and never its percentiles' place", () => {
    const of = figuresOf([10, 30], { loss: 20, average: 15, total: 60 });
    assert.deepEqual(of("loss"), { value: 20, origin: "server" });
    assert.deepEqual(of("average"), { value: 15, origin: "server" });
    assert.deepEqual(of("p50"), { value: 10, origin: "records" });
  });

  it("takes the smaller minimum and the larger maximum of both", () => {
    const of = figuresOf([10, 30], { min: 12, max: 25 });
    assert.deepEqual([of("min").value, of("max").value], [10, 30]);
    const wider = figuresOf([10, 30], { min: 0, max: 90 });
    assert.deepEqual([wider("min").value, wider("max").value], [0, 90]);
  });

  it("never has an average below the minimum or above the maximum", () => {
    assert.equal(figuresOf([80, 82], { average: 77, min: 80, max: 90 })("average").value, 80);
    assert.equal(figuresOf([80, 82], { average: 99, min: 80, max: 90 })("average").value, 90);
  });

  describe("when the server's average is an upper bound", () => {
    const fromServer = { average: 100, minAverage: 80, min: 10, max: 300 };

    it("is the upper bound unless the records contradict it", () => {
      const some = [80, 121, 99, 90, 110, "lost", 84, 102] as const;
      assert.equal(figuresOf(some, fromServer)("average").value, 100);
      assert.equal(figuresOf([80, 80], fromServer)("average").value, 100, "two are too few");
    });

    it("is the lower bound if the records are close to it", () => {
      const some = [79, 80, 81, "lost", "lost", "lost", 80, 79, 82, 78, 81] as const;
      assert.equal(figuresOf(some, fromServer)("average").value, 80);
    });

    it("is that of the records in between", () => {
      const some = [89, 90, 91, 90, 89, 91, 90, 90] as const;
      assert.equal(figuresOf(some, fromServer)("average").value, 90);
    });
  });
});

describe("rowStepText", () => {
  const format = createFormat("en");
  const every = (step: number, change: Parameters<typeof lineOf>[1] = {}) =>
    lineOf(Object.fromEntries([0, 1, 2, 3].map((row) => [row * step, 1])), change);

  it("names the step of the rows, the longest of all lines", () => {
    assert.equal(rowStepText([every(minute), every(5 * minute)], format), "5 min");
  });

  it("is undefined for steps below the minimum", () => {
    assert.equal(rowStepText([every(minute)], format, 2 * minute), undefined);
    assert.equal(rowStepText([every(5 * minute)], format, 2 * minute), "5 min");
  });

  it("is undefined for reports, and for records of every ping", () => {
    assert.equal(rowStepText([every(3000)], format), undefined);
    assert.equal(rowStepText([every(minute, { metric: "ping" })], format), undefined);
    const last = every(minute, { metric: "ping", lastOfStep: true });
    assert.equal(rowStepText([last], format), "minute");
  });
});
