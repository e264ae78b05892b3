import assert from "node:assert/strict";
import { PanelData } from "../../../../../webview/chart/ui/panelData";
import { chartData } from "../data/encoded";

const hour = 3_600_000;

describe("PanelData", () => {
  const nowAfter = (isNow: boolean) => {
    const data = new PanelData();
    const end = Date.now() + 1000 * hour;
    data.take(chartData([], end - hour, end), isNow);
    data.grow({ query: 1, from: end - hour, to: end, series: [] });
    return Math.round((data.clock.now() - Date.now()) / hour);
  };

  it("tells the server's time by a span that ends with the present", () =>
    assert.equal(nowAfter(true), 1000));

  it("does not take the end of a span to come for the present", () =>
    assert.equal(nowAfter(false), 0));
});
