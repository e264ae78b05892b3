import assert from "node:assert/strict";
import { createFormat } from "../../../../../src/shared/format";
import { lineStats } from "../../../../../webview/chart/data/stats";
import { aggregateLine } from "../../../../../webview/chart/state/aggregate";
import { nodeFigures, shownFigures } from "../../../../../webview/chart/state/nodeFigures";
import { type LegendSort } from "../../../../../webview/chart/state/panelState";
import { sectionOfNodes } from "../../../../../webview/chart/state/sections";
import { lineOf } from "./setup";

const range = { from: 0, to: 100 };
const lineFor = (node: string, metric: "cpu" | "load", ...values: readonly number[]) =>
  lineOf(Object.fromEntries(values.map((value, index) => [index * 10, value])), {
    id: `${node}:${metric}`,
    name: node,
    node,
    metric,
  });
const cpu = [lineFor("web-10", "cpu", 5, 7), lineFor("web-9", "cpu", 50, 1)];
const load = [lineFor("web-9", "load", 1, 2)];
const all = aggregateLine(cpu, "average", false);
const sections = [sectionOfNodes(all ? [...cpu, all] : cpu, "cpu"), sectionOfNodes(load, "load")];
const sorted = (sort?: LegendSort) =>
  nodeFigures(
    sections,
    ["latest", "max"],
    { range, format: createFormat("en"), statsOf: (line) => lineStats(line, 0, 100) },
    sort,
    "en",
  );
const names = (sort?: LegendSort) => sorted(sort).map(({ name }) => name);

describe("nodeFigures", () => {
  it("has a row for each node with its figures of every metric, and the average last", () => {
    const [first, second, average] = sorted();
    assert.deepEqual(names(), ["web-10", "web-9", "Average of 2"]);
    assert.equal(first?.rows.get("cpu")?.cells.latest?.text, "7%");
    assert.equal(first.rows.get("load"), undefined);
    assert.equal(second?.rows.get("load")?.cells.max?.text, "2.00");
    assert.equal(average?.isAggregate, true);
  });

  it("is sorted by a figure of one metric or by name, unknown ones and the average last", () => {
    const by = (key: LegendSort["key"], descending: boolean, metric?: LegendSort["metric"]) =>
      names({ key, descending, metric });
    assert.deepEqual(by("max", true, "cpu"), ["web-9", "web-10", "Average of 2"]);
    assert.deepEqual(by("latest", true, "cpu"), ["web-10", "web-9", "Average of 2"]);
    assert.deepEqual(by("latest", false, "load"), ["web-9", "web-10", "Average of 2"]);
    assert.deepEqual(by("name", false), ["web-9", "web-10", "Average of 2"]);
  });
});

describe("shownFigures", () => {
  const four = (["cpu", "memory", "network", "ping"] as const).map((id) => ({ id }));
  const fitting = (width: number) => shownFigures(four, width);

  it("drops the greatest, the least and the average, then metrics", () => {
    const columns = ["latest", "min", "average", "max"];
    assert.deepEqual(fitting(922), { metrics: 4, columns });
    assert.deepEqual(fitting(800), { metrics: 4, columns: ["latest", "min", "average"] });
    assert.deepEqual(fitting(600), { metrics: 4, columns: ["latest", "average"] });
    assert.deepEqual(fitting(500), { metrics: 4, columns: ["latest"] });
    assert.deepEqual(fitting(250), { metrics: 2, columns: ["latest"] });
  });

  it("has all figures of a single metric", () => {
    assert.ok(shownFigures([{ id: "ping" }], 500).columns.includes("p99"));
    assert.deepEqual(shownFigures([], 500), { metrics: 0, columns: [] });
  });
});
