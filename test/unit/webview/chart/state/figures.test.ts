import assert from "node:assert/strict";
import { createFormat } from "../../../../../src/shared/format";
import { type PingStats } from "../../../../../src/shared/chartApi";
import { lineStats } from "../../../../../webview/chart/data/stats";
import { type FigureKey, figureOf } from "../../../../../webview/chart/state/figures";
import { rowStepText } from "../../../../../webview/chart/state/rowStep";
import { lineOf } from "./setup";

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
