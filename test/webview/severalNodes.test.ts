import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { assertAccessible } from "./harness/assertAccessible";
import { pixelsOf, plotArea } from "./harness/canvas";
import { minute, nodesData, nodesSetup, stretchOf } from "./harness/chartData";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { pageThemes } from "./harness/themes";
import { checkPages } from "./harness/webviewPage";

const blue = pageThemes.dark.variables["charts-blue"];

describe("Chart page of several nodes", () => {
  let panel: ChartPage;
  checkPages();

  const open = (width = 922, height = 730) =>
    openChartPage({ width, height, setup: nodesSetup(), respond: nodesData });
  const headings = () => panel.page.locator("h2").allInnerTexts();
  const rows = () => panel.page.locator(".nodes-table tbody tr");
  const names = () => panel.page.locator(".nodes-table .node-name").allInnerTexts();
  const toggle = (name: string) => panel.button(`Show ${name}`);

  it("draws a chart for each metric, with a line per node, and one legend for all", async () => {
    panel = await open();
    assert.deepEqual(panel.lastQuery.metrics, ["cpu", "memory", "networkIn", "ping"]);
    assert.deepEqual(await headings(), ["CPU", "Memory", "Download", "Ping Cloudflare"]);
    assert.equal(await rows().count(), 10);
    assert.equal(await rows().first().locator("td").count(), 16);
    for (const chart of ["CPU", "Memory"]) {
      assert.ok((await pixelsOf(panel.plot(chart), blue)) > 200);
    }
  });

  it("fills the window with charts and legend", async () => {
    panel = await open();
    const bottoms = await panel.page
      .locator("section.chart, .nodes-table")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().bottom));
    assert.ok(bottoms.every((bottom) => bottom <= 730));
    assert.ok(Math.max(...bottoms) > 725);
    await panel.page.setViewportSize({ width: 300, height: 700 });
    await eventually(async () => {
      assert.equal(await panel.page.evaluate(() => document.documentElement.scrollWidth), 300);
    });
  });

  it("shows one metric alone, by its chart or the toolbar, and all again", async () => {
    panel = await open();
    await panel.button("Show Memory alone").click();
    await eventually(() => assert.deepEqual(panel.lastQuery.metrics, ["memory"]));
    await eventually(async () => assert.deepEqual(await headings(), ["Memory"]));
    await panel.page.getByLabel("Compare by").selectOption("ping");
    await eventually(() => assert.deepEqual(panel.lastQuery.metrics, ["ping"]));
    await panel.page.getByLabel("Ping task").selectOption("Quad9");
    await eventually(() => assert.equal(panel.lastQuery.taskId, 2));
    await eventually(async () => assert.deepEqual(await headings(), ["Ping Quad9"]));
    assert.match(await panel.page.locator(".nodes-table thead").innerText(), /p99\s+Jitter\s+Loss/);
    await panel.button("Charts").click();
    await eventually(async () => assert.equal((await headings()).length, 4));
  });

  it("compares by the metrics that are chosen, at least one", async () => {
    panel = await open();
    await panel.button("Metrics").click();
    for (const metric of ["CPU", "Download", "Ping"]) {
      await panel.page.getByRole("checkbox", { name: metric }).uncheck();
    }
    await eventually(() => assert.deepEqual(panel.lastQuery.metrics, ["memory"]));
    await panel.page.getByRole("checkbox", { name: "Memory" }).click();
    assert.equal(await panel.page.getByRole("checkbox", { name: "Memory" }).isChecked(), true);
    await panel.reload();
    assert.deepEqual(panel.lastQuery.metrics, ["memory"]);
  });

  it("opens a node by a click on its name", async () => {
    panel = await open();
    await panel.button("node-03").click();
    await eventually(() => assert.deepEqual(panel.paramsOf("openNode"), ["n3"]));
  });

  it("hides a node in all charts, and shows one alone", async () => {
    panel = await open();
    const blueIn = (chart: string) => pixelsOf(panel.plot(chart), blue);
    const pressed = () =>
      panel.page
        .locator(".nodes-table .toggle")
        .evaluateAll((all) => all.filter((each) => each.ariaPressed === "true").length);
    await toggle("node-01").click();
    await toggle("node-07").click();
    await eventually(async () => {
      assert.deepEqual([await blueIn("CPU"), await blueIn("Memory")], [0, 0]);
    });
    assert.equal(await pressed(), 8);
    await toggle("node-03").click({ modifiers: ["Alt"] });
    await eventually(async () => assert.equal(await pressed(), 1));
  });

  it("has a line of the average or the sum of all nodes, in all charts", async () => {
    panel = await open();
    await panel.page.getByLabel("Line of all nodes").selectOption("average");
    await eventually(async () => assert.equal((await names()).at(-1), "Average of 10"));
    assert.match(await rows().last().locator("td").first().innerText(), /%$/);
    const bottom = await rows()
      .last()
      .locator("th")
      .evaluate((each) => each.getBoundingClientRect().bottom);
    assert.ok(bottom <= 731, "it is in sight below more nodes than fit");
    await panel.page.getByLabel("Line of all nodes").selectOption("sum");
    await eventually(async () => assert.equal((await names()).at(-1), "Sum of 10"));
    await panel.button("10 nodes").click();
    assert.equal((await names()).at(-1), "Sum of 10");
    await panel.screenshot("several-sum", false);
  });

  it("sets all values to the cursor of any chart", async () => {
    panel = await open();
    const value = rows().first().locator("td.latest").nth(1);
    const before = await value.innerText();
    const { left, width, middle } = await plotArea(panel.plot("CPU"));
    await panel.page.mouse.move(left + width / 4, middle);
    await eventually(async () => {
      assert.notEqual(await value.innerText(), before);
      assert.match(await panel.page.locator(".nodes-table thead").innerText(), /cursor/);
      assert.match(await panel.page.locator(".cursor-time").innerText(), /3:00\sPM/);
    });
  });

  it("sorts by a figure of a metric, and remembers it", async () => {
    panel = await open();
    const head = panel.page.getByTitle("Sort by Memory, Max");
    const maxima = async () =>
      (await rows().locator("td.max:nth-child(9)").allInnerTexts()).map(parseFloat);
    const isSorted = (sign: number) =>
      eventually(async () => {
        const values = await maxima();
        assert.equal(values.length, 10);
        assert.deepEqual(
          values,
          values.toSorted((a, b) => sign * (a - b)),
        );
      });
    await head.click();
    await isSorted(-1);
    assert.equal(await panel.page.locator("th[aria-sort=descending]").count(), 1);
    await head.press("Enter");
    await isSorted(1);
    await panel.reload();
    await isSorted(1);
  });

  it("adds more nodes by name", async () => {
    panel = await open();
    await panel.button("More Nodes").click();
    await panel.page.getByLabel("Search nodes").fill("-31");
    const found = panel.page.locator(".node-list li");
    await eventually(async () => assert.equal(await found.count(), 1));
    await panel.page.getByRole("checkbox", { name: "node-31" }).check();
    await eventually(() => assert.deepEqual(panel.lastQuery.nodes, ["n31"]));
    await eventually(async () => assert.equal(await rows().count(), 11));
    await panel.page.getByRole("checkbox", { name: "node-31" }).uncheck();
    await eventually(() => assert.equal(panel.lastQuery.nodes, undefined));
  });

  it("keeps its order while data are appended", async () => {
    panel = await open();
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

  for (const width of [500, 1280]) {
    it(`has no findings of axe in any theme, ${width} wide`, async () => {
      panel = await open(width);
      await panel.page.getByLabel("Line of all nodes").selectOption("average");
      await toggle("node-02").click();
      await assertAccessible(panel, (theme) =>
        panel.screenshot(`several-${theme}-${width}`, false),
      );
      await panel.button("Metrics").click();
      await assertAccessible(panel);
    });
  }
});
