import assert from "node:assert/strict";
import { type ChartLayout } from "../../../../../src/shared/chartApi";
import {
  canBePercent,
  lineName,
  sectionOfNodes,
  sectionsOfNode,
  thresholdsOf,
} from "../../../../../webview/chart/state/sections";
import { lineOf } from "./setup";

const layout: ChartLayout = { charts: [], percent: [], timeZone: "utc", smooth: false };
const cpu = lineOf({ 1: 5 });
const memory = lineOf({ 1: 5 }, { id: "memory", metric: "memory", total: 10 });
const swap = lineOf({ 1: NaN }, { id: "swap", metric: "swap", total: 2 });
const idsOf = (sections: ReturnType<typeof sectionsOfNode>) => sections.map(({ id }) => id);

describe("charts of a node", () => {
  it("are in the order of the layout, without those that are hidden", () => {
    const charts = [
      { id: "memory", shown: true, height: "large" },
      { id: "load", shown: false, height: "small" },
    ] as const;
    const sections = sectionsOfNode({ ...layout, charts }, [cpu, memory]);
    assert.deepEqual(idsOf(sections).slice(0, 3), ["memory", "cpu", "network"]);
    assert.equal(sections[0]?.height, "large");
  });

  it("have their lines in the order of their metrics", () => {
    const section = sectionsOfNode(layout, [swap, cpu, memory]).find(({ id }) => id === "memory");
    assert.deepEqual(section?.lines, [memory, swap]);
  });

  it("leave out hardware without any data, and show that the others have no data", () => {
    const gpu = lineOf({ 1: NaN, 2: NaN }, { id: "gpu", metric: "gpu" });
    const sections = sectionsOfNode(layout, [cpu, gpu]);
    assert.equal(idsOf(sections).includes("gpu"), false);
    assert.equal(idsOf(sections).includes("temperature"), false);
    assert.equal(sections.find(({ id }) => id === "cpu")?.hasData, true);
    assert.equal(sections.find(({ id }) => id === "disk")?.hasData, false);
  });

  it("show pings of which all were lost", () => {
    const ping = lineOf({ 1: "lost" }, { id: "ping:1", metric: "ping", name: "one" });
    assert.ok(idsOf(sectionsOfNode(layout, [ping])).includes("ping"));
  });

  it("are in percent if chosen, for lines with a total", () => {
    const percent = ["memory", "cpu", "disk"] as const;
    const sections = sectionsOfNode({ ...layout, percent }, [cpu, memory]);
    const inPercent = sections.filter((section) => section.percent);
    assert.deepEqual(idsOf(inPercent), ["memory"]);
  });
});

describe("chart of several nodes", () => {
  it("has the name and unit of its metric, and all lines", () => {
    const lines = [lineOf({ 1: 5 }, { id: "a", metric: "networkOut", name: "web-01" })];
    const section = sectionOfNodes(lines, "networkOut");
    assert.deepEqual(
      [section.id, section.title, section.unit, section.lines],
      ["network", "Upload", "bytesPerSecond", lines],
    );
  });

  it("can be shown as percent if all metrics of its chart have a total", () => {
    assert.deepEqual([canBePercent("memory"), canBePercent("traffic")], [true, false]);
  });
});

describe("line", () => {
  it("is named by what it stands for, or by its metric", () => {
    assert.equal(lineName({ metric: "ping", name: "Quad9" }), "Quad9");
    assert.equal(lineName({ metric: "networkIn", name: undefined }), "Download");
  });
});

describe("thresholds of a chart", () => {
  const setup = { thresholds: { cpu: [90], memory: [80], networkIn: [5] } };
  const used = lineOf({ 1: 5 }, { id: "memory", metric: "memory" });

  it("are those of its metrics", () => {
    assert.deepEqual(thresholdsOf(setup, [cpu]), [90]);
    assert.deepEqual(thresholdsOf(setup, [memory, used]), [80]);
  });

  it("are none where what they are a part of is unknown", () => {
    assert.deepEqual(thresholdsOf(setup, [used]), []);
  });
});
