import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { pixelsOf } from "./harness/canvas";
import { chartSetup, dataOf, hour, minute, series, stretchOf, timesIn } from "./harness/chartData";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { pageThemes } from "./harness/themes";
import { type ChartData, type ChartQuery } from "../../src/shared/chartApi";
import { checkPages } from "./harness/webviewPage";

const mib = 1024 ** 2;

/** A GiB an hour down, a quarter of it up; the counters start again after `restartAt` of the range. */
function trafficData(query: ChartQuery, restartAt = Infinity): ChartData {
  const range = stretchOf(query);
  const step = Math.max(minute, (range.to - range.from) / 1440);
  const perStep = (1024 * mib * step) / hour;
  const times = timesIn(range, step);
  const first = Math.round(restartAt * times.length);
  const counted = (index: number) => (index < first ? 5e4 + index : index - first) * perStep;
  return dataOf(query, [
    series("load", times, [
      { id: "totalDown", metric: "totalDown", value: counted },
      { id: "totalUp", metric: "totalUp", value: (index) => counted(index) / 4 },
    ]),
  ]);
}

describe("Chart of traffic", () => {
  let panel: ChartPage;
  checkPages();

  const head = (name: string) => panel.chart(name).locator(".chart-head");

  it("has a bar for each hour, and the counters in its table", async () => {
    panel = await openChartPage({ respond: trafficData });
    const text = await head("Traffic per hour").innerText();
    assert.match(text, /Downloaded\s+1 GiB\s+Uploaded\s+256 MiB\s+total 5 GiB/);
    const plot = panel.plot("Traffic per hour");
    assert.ok((await pixelsOf(plot, pageThemes.dark.variables["charts-blue"])) > 5000);
    assert.ok((await pixelsOf(plot, pageThemes.dark.variables["charts-green"])) > 1000);
    await panel.button("Show Traffic per hour as a table").click();
    const table = panel.chart("Traffic per hour").locator(".data-table");
    await eventually(async () => assert.match(await table.innerText(), /traffic counters/));
    assert.match(await table.locator("tbody tr").nth(1).innerText(), /\d{3} GiB/);
  });

  it("tells that a counter has started again, and no restart of the machine", async () => {
    panel = await openChartPage({ respond: (query) => trafficData(query, 0.5) });
    await head("Traffic per hour").getByText("counter restarted").waitFor();
    assert.equal(await panel.page.getByText("dashed line: restart").count(), 0);
  });

  it("has a bar for each day of a longer range, and the value at the cursor", async () => {
    panel = await openChartPage({ respond: trafficData, setup: chartSetup({ hours: [4, 168] }) });
    await panel.button("7 d").click();
    const plot = panel.plot("Traffic per day");
    await head("Traffic per day").getByText("today so far").waitFor();
    await plot.focus();
    await plot.press("Home");
    await plot.press("ArrowRight");
    await eventually(async () =>
      assert.match(await head("Traffic per day").innerText(), /Downloaded\s+24 GiB/),
    );
    assert.doesNotMatch(await head("Traffic per day").innerText(), /today/);
  });

  for (const theme of ["dark", "light", "highContrast", "highContrastLight"] as const) {
    it(`looks as designed in ${theme}`, async () => {
      panel = await openChartPage({ theme, respond: trafficData, width: 922, height: 400 });
      await panel.button("24 h").click();
      await panel.plot("Traffic per hour").waitFor();
      await panel.settled();
      await panel.screenshot(`traffic-${theme}`, true);
      assert.equal(await panel.plot("Traffic per hour").count(), 1);
    });
  }
});
