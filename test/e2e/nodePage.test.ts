import assert from "node:assert/strict";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { nodesWindow } from "./harness/komari";
import { shownText } from "./harness/shownText";

describe("Page of a node", () => {
  const ui = nodesWindow({ nodes: 40 });

  async function openCharts(row: string): Promise<ChartPanel> {
    await ui.workbench.contextMenu(ui.tree.row(row).first(), "Open Charts");
    return new ChartPanel(ui.workbench);
  }

  const figures = (panel: ChartPanel, chart: string) =>
    shownText(panel.chart(chart).locator(".chart-head"));

  it("begins live charts with the records of the last minutes, without a gap", async () => {
    const panel = await openCharts("web-01");
    await panel.button("Live").click();
    await panel.button("Show CPU as a table").click();
    const rows = panel.chart("CPU").locator(".data-table tbody tr");
    // A row for the day, five minutes of records, and reports.
    await eventually(async () => assert.ok((await rows.count()) > 6));
    assert.doesNotMatch(await shownText(panel.frame.locator(".time-row")), /offline/);
    await panel.button("Show CPU as a table").click();
  });

  it("shows traffic for each hour and each day", async () => {
    const panel = new ChartPanel(ui.workbench);
    await panel.button("24 h").click();
    await eventually(async () =>
      assert.match(await figures(panel, "Traffic per hour"), /Downloaded.+total/s),
    );
    await panel.button("7 d").click();
    await eventually(async () =>
      assert.match(await figures(panel, "Traffic per day"), /today so far/),
    );
  });

  it("says once that a node has never reported, and copies its UUID", async () => {
    const panel = await openCharts("never-reported");
    await eventually(async () =>
      assert.match(await shownText(panel.nothing), /has never reported/),
    );
    await panel.button("Copy UUID").click();
    const { uuid } = ui.simulator.fleet.member("never");
    await eventually(async () => assert.equal(await ui.workbench.clipboard(), uuid));
  });
});
