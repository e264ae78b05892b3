import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { pixelsOf } from "./harness/canvas";
import {
  chartSetup,
  dataOf,
  end,
  minute,
  nodeData,
  series,
  stretchOf,
  timesIn,
} from "./harness/chartData";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { pageThemes } from "./harness/themes";
import { checkPages } from "./harness/webviewPage";

const blue = pageThemes.dark.variables["charts-blue"];

describe("Chart page", () => {
  let panel: ChartPage;
  checkPages();

  const headings = () => panel.page.locator("h2").allInnerTexts();

  it("sends ready, then a query for a span that the server keeps", async () => {
    panel = await openChartPage();
    assert.deepEqual(panel.said.map(({ method }) => method).slice(0, 2), ["ready", "show"]);
    assert.deepEqual(panel.lastQuery.span, { kind: "last", hours: 4 });
    assert.equal(await panel.page.locator("h1").innerText(), "web-01");
  });

  it("of a node draws a chart for each thing that is measured, and none for what is not", async () => {
    panel = await openChartPage();
    assert.deepEqual(await headings(), [
      ...["CPU", "Load", "Memory", "Network", "Disk", "Ping"],
      ...["Traffic per hour", "Connections", "Processes"],
    ]);
    assert.ok((await pixelsOf(panel.plot("CPU"), blue)) > 500);
  });

  it("shows appended reports, and ignores those for an older query", async () => {
    panel = await openChartPage();
    const value = panel.chart("Processes").locator(".legend-value");
    const [before] = await value.allInnerTexts();
    const more = (query: number, processes: number) => ({
      query,
      from: end - 4 * 3_600_000 + minute,
      to: end + minute,
      series: [
        series(
          "load",
          [end + minute],
          [{ id: "processes", metric: "processes", value: () => processes }],
        ),
      ],
    });
    await panel.notify("append", more(panel.lastQuery.id - 1, 111));
    await panel.settled();
    assert.equal(await value.innerText(), before);
    await panel.notify("append", more(panel.lastQuery.id, 777));
    await eventually(async () => assert.equal(await value.innerText(), "777"));
  });

  it("has as many columns as fit, with the first six charts in sight", async () => {
    panel = await openChartPage({ width: 922, height: 730 });
    const boxes = () =>
      panel.page.locator("section").evaluateAll((all) =>
        all.map((each) => {
          const { left, bottom, width } = each.getBoundingClientRect();
          return { left, bottom, width };
        }),
      );
    const columns = async () => new Set((await boxes()).map(({ left }) => left)).size;
    const [, , , , , sixth, traffic] = await boxes();
    assert.ok(sixth && traffic);
    assert.equal(await columns(), 2);
    assert.ok(sixth.bottom < 730 - 26, "there is room for the head of the seventh");
    assert.ok(traffic.width > 900);
    await panel.page.setViewportSize({ width: 2000, height: 1000 });
    await eventually(async () => assert.equal(await columns(), 3));
    await panel.page.setViewportSize({ width: 300, height: 700 });
    await eventually(async () => {
      assert.equal(await panel.page.evaluate(() => document.documentElement.scrollWidth), 300);
    });
  });

  it("draws in the colours of another theme when VS Code changes it", async () => {
    panel = await openChartPage();
    await panel.setTheme("light");
    await eventually(async () => {
      const color = pageThemes.light.variables["charts-blue"];
      assert.ok((await pixelsOf(panel.plot("CPU"), color)) > 500);
    });
  });

  it("speaks Chinese", async () => {
    const translations = { Memory: "内存", "{0} h": "{0} 小时", Export: "导出" };
    panel = await openChartPage({ setup: chartSetup({ translations, locale: "zh-cn" }) });
    assert.ok((await headings()).includes("内存"));
    assert.match(await panel.page.locator(".choices").innerText(), /4 小时/);
    assert.match(await panel.page.locator(".range").innerText(), /^2026年11月22日 /);
  });

  it("shows hostile names as text", async () => {
    const hostile = `<img src=x onerror="document.title='owned'"><b>x</b>`;
    panel = await openChartPage({
      setup: chartSetup({ title: hostile, serverName: hostile }),
      respond: (query) => {
        const line = { id: "ping:1", metric: "ping", name: hostile, value: () => 5 } as const;
        return dataOf(query, [series("ping:1", timesIn(stretchOf(query)), [line])]);
      },
    });
    await panel.button("Show Ping as a table").click();
    await eventually(async () => {
      const cells = await panel.page.locator("h1, .legend-name, thead th").allInnerTexts();
      assert.ok(cells.filter((text) => text.includes("onerror")).length >= 3);
    });
    assert.equal(await panel.page.locator("img, b").count(), 0);
    assert.equal(await panel.page.title(), "chart");
  });

  it("has a summary and a table of each chart", async () => {
    panel = await openChartPage({ respond: nodeData });
    const summaryId = (await panel.plot("CPU").getAttribute("aria-describedby")) ?? "";
    const summary = panel.page.locator(`#${summaryId}`);
    await eventually(async () => {
      assert.match((await summary.textContent()) ?? "", /^CPU, 4 h: latest .+; 1 gap$/);
    });
    await panel.button("Show CPU as a table").click();
    const rows = panel.chart("CPU").locator(".data-table tbody tr");
    await eventually(async () => assert.ok((await rows.count()) > 200));
    assert.deepEqual(await panel.chart("CPU").locator(".day").allInnerTexts(), ["Nov 22, 2026"]);
    assert.match(await rows.nth(1).innerText(), /^6:00\sPM\s+\d+(\.\d)?%$/);
    await panel.plot("CPU").press("Enter");
    await eventually(async () => assert.equal(await rows.count(), 0));
  });
});
