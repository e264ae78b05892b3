import assert from "node:assert/strict";
import { type ChartLayout } from "../../../../../src/shared/chartApi";
import { chartIds } from "../../../../../src/shared/metrics";
import {
  allCharts,
  moveChart,
  setHeight,
  setPercent,
  showChart,
} from "../../../../../webview/chart/state/layoutEdit";

const layout: ChartLayout = {
  charts: [
    { id: "ping", shown: true, height: "large" },
    { id: "cpu", shown: false, height: "small" },
  ],
  percent: ["disk"],
  timeZone: "local",
  smooth: false,
};
const idsOf = (each: ChartLayout) => allCharts(each).map(({ id }) => id);
const chart = (each: ChartLayout, wanted: string) =>
  allCharts(each).find(({ id }) => id === wanted);

describe("layout", () => {
  it("has every chart, those that it does not name last and shown", () => {
    assert.deepEqual(idsOf(layout).slice(0, 3), ["ping", "cpu", "load"]);
    assert.deepEqual(idsOf(layout).toSorted(), chartIds.toSorted());
    assert.deepEqual(chart(layout, "gpu"), { id: "gpu", shown: true, height: "medium" });
  });

  it("moves a chart by one place, and nowhere at the ends", () => {
    assert.deepEqual(idsOf(moveChart(layout, "cpu", -1)).slice(0, 2), ["cpu", "ping"]);
    assert.deepEqual(idsOf(moveChart(layout, "ping", 1)).slice(0, 2), ["cpu", "ping"]);
    assert.equal(moveChart(layout, "ping", -1), layout);
    assert.equal(moveChart(layout, idsOf(layout).at(-1) ?? "cpu", 1), layout);
  });

  it("shows, hides and resizes one chart alone", () => {
    assert.equal(chart(showChart(layout, "cpu", true), "cpu")?.shown, true);
    assert.equal(chart(showChart(layout, "load", false), "load")?.shown, false);
    const larger = setHeight(layout, "load", "large");
    assert.equal(chart(larger, "load")?.height, "large");
    assert.deepEqual(chart(larger, "cpu"), chart(layout, "cpu"));
  });

  it("counts a chart in percent once", () => {
    assert.deepEqual(setPercent(layout, "disk", true).percent, ["disk"]);
    assert.deepEqual(setPercent(layout, "memory", true).percent, ["disk", "memory"]);
    assert.deepEqual(setPercent(layout, "disk", false).percent, []);
  });
});
