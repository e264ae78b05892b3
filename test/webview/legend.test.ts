import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { pixelsOf } from "./harness/canvas";
import { minute, nodesData, nodesSetup, stretchOf } from "./harness/chartData";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { pageThemes } from "./harness/themes";
import { checkPages } from "./harness/webviewPage";

const blue = pageThemes.dark.variables["charts-blue"];
const green = pageThemes.dark.variables["charts-green"];

describe("Chart page legend", () => {
  let panel: ChartPage;
  checkPages();

  const pressed = (chart: string) =>
    panel
      .chart(chart)
      .locator(".legend-button")
      .evaluateAll((all) => all.map((each) => each.getAttribute("aria-pressed") === "true"));
  const showsOnly = (chart: string, expected: readonly boolean[]) =>
    eventually(async () => assert.deepEqual(await pressed(chart), expected));
  const drawn = async (color: string) => (await pixelsOf(panel.plot("Network"), color)) > 200;

  it("hides a line with a click and shows it with the next", async () => {
    panel = await openChartPage();
    assert.deepEqual([await drawn(blue), await drawn(green)], [true, true]);
    await panel.line("Network", "Download").click();
    await showsOnly("Network", [false, true]);
    await eventually(async () =>
      assert.deepEqual([await drawn(blue), await drawn(green)], [false, true]),
    );
    await panel.line("Network", "Download").click();
    await showsOnly("Network", [true, true]);
  });

  it("isolates a line with Alt and click, and shows all with the next", async () => {
    panel = await openChartPage();
    await panel.line("Ping", "Quad9").click({ modifiers: ["Alt"] });
    await showsOnly("Ping", [false, true, false]);
    await panel.line("Ping", "Quad9").click({ modifiers: ["Alt"] });
    await showsOnly("Ping", [true, true, true]);
  });

  it("does the same by keyboard", async () => {
    panel = await openChartPage();
    await panel.line("Ping", "Frankfurt").press("Alt+Enter");
    await showsOnly("Ping", [false, false, true]);
    await panel.line("Ping", "Cloudflare").press(" ");
    await showsOnly("Ping", [true, false, true]);
    await panel.line("Ping", "Cloudflare").press("Enter");
    await showsOnly("Ping", [false, false, true]);
  });

  it("remembers what is hidden when the page is loaded again", async () => {
    panel = await openChartPage();
    await panel.line("Network", "Upload").click();
    await panel.line("Ping", "Quad9").click({ modifiers: ["Alt"] });
    await showsOnly("Ping", [false, true, false]);
    await panel.reload();
    await showsOnly("Network", [true, false]);
    await showsOnly("Ping", [false, true, false]);
  });

  it("fades the other lines while one is pointed at", async () => {
    panel = await openChartPage();
    await panel.line("Network", "Upload").hover();
    await eventually(async () =>
      assert.deepEqual([await drawn(blue), await drawn(green)], [false, true]),
    );
    await panel.page.mouse.move(1, 1);
    await eventually(async () => assert.equal(await drawn(blue), true));
  });

  it("sorts by a column, and remembers it", async () => {
    panel = await openChartPage({ setup: nodesSetup(), respond: nodesData });
    const maxima = async () =>
      (await panel.chart("CPU").locator("tbody tr td:last-child").allInnerTexts()).map(parseFloat);
    await panel.button("Max").click();
    const sorted = async () => {
      const values = await maxima();
      assert.deepEqual(
        values,
        values.toSorted((a, b) => b - a),
      );
      assert.equal(
        await panel.chart("CPU").locator("th", { hasText: "Max" }).getAttribute("aria-sort"),
        "descending",
      );
    };
    await eventually(sorted);
    await panel.button("Max").click();
    await eventually(async () => {
      const values = await maxima();
      assert.deepEqual(
        values,
        values.toSorted((a, b) => a - b),
      );
    });
    await panel.button("Max").click();
    await panel.button("Max").click();
    await eventually(sorted);
    await panel.reload();
    await eventually(sorted);
  });

  it("of several nodes adds more nodes by name", async () => {
    panel = await openChartPage({ setup: nodesSetup(), respond: nodesData });
    await panel.button("More Nodes").click();
    await panel.page.getByLabel("Search nodes").fill("-31");
    const found = panel.page.locator(".node-list li");
    await eventually(async () => assert.equal(await found.count(), 1));
    await panel.page.getByLabel("node-31").check();
    await eventually(() => assert.deepEqual(panel.lastQuery.lines, ["n31"]));
    await eventually(async () => {
      assert.equal(await panel.chart("CPU").locator("tbody tr").count(), 11);
    });
    await panel.page.getByLabel("node-31").uncheck();
    await eventually(() => assert.equal(panel.lastQuery.lines, undefined));
  });

  it("of several nodes keeps its order while data are appended", async () => {
    panel = await openChartPage({ setup: nodesSetup(), respond: nodesData });
    await panel.button("More Nodes").click();
    const row = await panel.page.getByLabel("node-31").elementHandle();
    const { from, to } = stretchOf(panel.lastQuery);
    const moved = { from: from + minute, to: to + minute };
    await panel.notify("append", { query: panel.lastQuery.id, ...moved, series: [] });
    await eventually(async () => {
      assert.match(await panel.page.locator(".range").innerText(), /6:01\sPM UTC$/);
    });
    assert.equal(await row.evaluate((each) => each.isConnected), true);
  });

  it("of several nodes changes with the metric and the ping task", async () => {
    panel = await openChartPage({ setup: nodesSetup(), respond: nodesData });
    await panel.page.getByLabel("Compare by").selectOption("ping");
    await eventually(() => {
      const { metric, taskId } = panel.lastQuery;
      assert.deepEqual([metric, taskId], ["ping", 1]);
    });
    await panel.page.getByLabel("Ping task").selectOption("Quad9");
    await eventually(() => assert.equal(panel.lastQuery.taskId, 2));
    await eventually(async () => {
      assert.match(await panel.chart("Ping").locator("thead").innerText(), /p99\s+Jitter\s+Loss/);
    });
  });
});
