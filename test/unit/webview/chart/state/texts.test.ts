import assert from "node:assert/strict";
import { createFormat } from "../../../../../src/shared/format";
import { type TimeRange } from "../../../../../src/shared/times";
import { lineStats } from "../../../../../webview/chart/data/stats";
import { type Line } from "../../../../../webview/chart/data/line";
import { latestOf } from "../../../../../webview/chart/state/legendRows";
import { hoursText, spanText } from "../../../../../webview/chart/state/spanText";
import { summaryText } from "../../../../../webview/chart/state/summary";
import { valueText } from "../../../../../webview/chart/state/valueText";
import { lineOf } from "./setup";

const format = createFormat("en");
const percent = { unit: "percent", percent: false } as const;

describe("ranges in words", () => {
  it("are hours below two days, and whole days from then on", () => {
    const texts = [1, 1.9, 24, 36, 48, 72, 719, 720].map((hours) => hoursText(hours, format));
    assert.deepEqual(texts, ["1 h", "1 h", "24 h", "36 h", "2 d", "3 d", "29 d", "30 d"]);
  });

  it("name what was chosen, and a range by its ends", () => {
    const times = { between: ({ from, to }: TimeRange) => `${from} to ${to}` };
    assert.equal(spanText({ kind: "last", hours: 4 }, format, times), "4 h");
    assert.equal(spanText({ kind: "between", from: 1, to: 2 }, format, times), "1 to 2");
  });
});

describe("values in words", () => {
  const memory = { total: 2048 };

  it("have their unit, and distinguish lost from unknown", () => {
    assert.equal(valueText(12.5, memory, percent, format), "12.5%");
    assert.equal(valueText("lost", memory, percent, format), "lost");
    assert.equal(valueText(undefined, memory, percent, format), "–");
    assert.equal(valueText(NaN, memory, percent, format), "–");
  });

  it("are a share of the total in percent, or unknown without a total", () => {
    const style = { unit: "bytes", percent: true } as const;
    assert.equal(valueText(512, memory, style, format), "25%");
    assert.equal(valueText(512, { total: undefined }, style, format), "–");
    assert.equal(valueText(0, { total: 0 }, style, format), "–");
    assert.equal(valueText(512, memory, { ...style, percent: false }, format), "512 B");
  });
});

const ping = (name: string) => ({ metric: "ping", name }) as const;

describe("summary of a chart", () => {
  const summary = (title: string, lines: readonly Line[], marks = {}) => {
    const summaryLines = lines.map((line) => ({
      line,
      stats: lineStats(line, 0, 1000),
      latest: latestOf(line, { from: 0, to: 1000 }),
    }));
    const style = title === "Ping" ? ({ unit: "milliseconds", percent: false } as const) : percent;
    return summaryText(
      { title, span: "4 h", lines: summaryLines, gaps: 0, restarts: 0, ...marks },
      style,
      format,
    );
  };

  it("is one sentence", () => {
    assert.equal(
      summary("CPU", [lineOf({ 1: 3, 2: 57, 3: 12 })], { gaps: 2 }),
      "CPU, 4 h: latest 12%, average 24%, from 3% to 57%; 2 gaps",
    );
  });

  it("names the lines where there are several, a few of them", () => {
    const names = ["a", "b", "c", "d", "e"];
    const text = summary(
      "CPU",
      names.map((name) => lineOf({ 1: 3 }, { name })),
      { gaps: 1 },
    );
    assert.match(text, /^CPU, 4 h: a: latest 3%.*; c: .*; 2 more lines; 1 gap$/);
    const four = names.slice(1).map((name) => lineOf({ 1: 3 }, { name }));
    assert.match(summary("CPU", four), /; 1 more line$/);
  });

  it("has the number of restarts", () => {
    assert.match(summary("Traffic", [lineOf({ 1: 3 })], { restarts: 1 }), /; restarted once$/);
    assert.match(summary("Traffic", [lineOf({ 1: 3 })], { restarts: 2 }), /; restarted 2 times$/);
  });

  it("has the loss of pings", () => {
    const ping = lineOf({ 1: 20, 2: "lost" }, { metric: "ping", name: "Quad9" });
    assert.match(summary("Ping", [ping]), /latest lost, average 20 ms, .*, loss 50%$/);
  });

  it("has the figures of the legend, from the server if available", () => {
    const stats = { loss: 20, average: 30, min: 5, max: 70 };
    const ping = lineOf({ 1: 20, 2: "lost" }, { metric: "ping", stats });
    const text = "latest lost, average 30 ms, from 5 ms to 70 ms, loss 20%";
    assert.equal(summary("Ping", [ping]), `Ping, 4 h: ${text}`);
    const own = "latest lost, average 20 ms, from 20 ms to 20 ms, loss 50%";
    assert.equal(summary("Ping", [ping], { moved: true }), `Ping, 4 h: ${own}`);
  });

  it("names the basis of the figures, unless it is all values", () => {
    const rows = { 0: 3, 300_000: 4, 600_000: "lost" } as const;
    const ping = lineOf(rows, { metric: "ping", lastOfStep: true });
    assert.match(summary("Ping", [ping]), /; based on the last ping of every 5 min$/);
    const cpu = lineOf({ 0: 3, 300_000: 4, 600_000: 7 });
    assert.match(summary("CPU", [cpu], { gaps: 1 }), /; based on one value per 5 min; 1 gap$/);
  });

  it("names the lines of the basis, if the figures of others are the server's", () => {
    const rows = { 0: 3, 300_000: 4, 600_000: "lost" } as const;
    const ping = { metric: "ping", lastOfStep: true } as const;
    const stats = { loss: 20, average: 30, min: 5, max: 70 };
    const text = summary("Ping", [
      lineOf(rows, { ...ping, name: "Tokyo", stats }),
      lineOf(rows, { ...ping, name: "Quad9" }),
    ]);
    assert.match(text, /; Quad9: based on the last ping of every 5 min$/);
  });

  it("says that there are no data", () => {
    assert.equal(summary("CPU", [lineOf({ 1: NaN })]), "CPU, 4 h: no data");
    const lost = lineOf({ 1: "lost" }, { metric: "ping", name: "Quad9" });
    assert.equal(summary("Ping", [lost]), "Ping, 4 h: all pings lost");
  });

  it("says that all pings were lost only where the server counts no responses", () => {
    const counted = lineOf(
      { 1: "lost" },
      { ...ping("Quad9"), stats: { loss: 99.97, average: 30 } },
    );
    assert.match(summary("Ping", [counted]), /^Ping, 4 h: latest lost, .*, loss >99\.9%$/);
    assert.equal(summary("Ping", [counted], { moved: true }), "Ping, 4 h: all pings lost");
  });

  it("names lines whose pings were all lost among others", () => {
    const [lost, answered] = [lineOf({ 1: "lost" }, ping("A")), lineOf({ 1: 20 }, ping("B"))];
    assert.match(summary("Ping", [lost, answered]), /A: latest lost, .*, loss 100%; B: .*loss 0%/);
  });
});
