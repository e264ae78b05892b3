import assert from "node:assert/strict";
import { chartIds } from "../../src/shared/metrics";
import { eventually } from "../e2e/harness/eventually";
import {
  chartSetup,
  dataOf,
  end,
  minute,
  nodeData,
  plainLayout,
  series,
  stretchOf,
  timesIn,
} from "./harness/chartData";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { checkPages } from "./harness/webviewPage";

describe("Chart page shows", () => {
  let panel: ChartPage;
  checkPages();

  const bar = () => panel.page.getByRole("progressbar");
  const nothing = () => panel.page.locator(".nothing");

  it("the progress of loading, and cancels it", async () => {
    panel = await openChartPage({ respond: () => undefined });
    await bar().waitFor();
    assert.equal(await bar().getAttribute("aria-valuenow"), null);
    const { id } = panel.lastQuery;
    await panel.notify("progress", { query: id - 1, rows: 9, expected: 10 });
    await panel.notify("progress", { query: id, rows: 25_000, expected: 100_000 });
    await eventually(async () => assert.equal(await bar().getAttribute("aria-valuenow"), "25"));
    await panel.page.getByText("25000 of 100000 rows read").waitFor();
    await panel.screenshot("progress");
    await panel.button("Cancel").click();
    await bar().waitFor({ state: "hidden" });
    assert.equal(panel.paramsOf("cancel").length, 1);
    await panel.notify("data", nodeData({ id, span: { kind: "last", hours: 4 } }));
    await panel.settled();
    assert.equal(await panel.page.locator("h2").count(), 0);
    await panel.button("Load Again").click();
    await eventually(() => assert.ok(panel.lastQuery.id > id));
  });

  it("what went wrong, with a way out, and keeps what was drawn", async () => {
    panel = await openChartPage();
    await panel.notify("notice", {
      query: undefined,
      severity: "warning",
      text: "Demo cannot be reached.",
      actions: ["reconnect", "showLog"],
      since: end - 3 * minute,
    });
    await panel.page.getByText("Demo cannot be reached.").waitFor();
    await panel.page.getByText(/Showing data from 3 min ago\./).waitFor();
    await panel.plot("CPU").waitFor();
    await panel.screenshot("notice");
    await panel.button("Reconnect").click();
    await eventually(() => assert.deepEqual(panel.paramsOf("act"), ["reconnect"]));
    await panel.notify("notice", undefined);
    await panel.page.getByText("Demo cannot be reached.").waitFor({ state: "detached" });
  });

  it("that it waits for a lost server, which cannot be canceled", async () => {
    panel = await openChartPage({ respond: () => undefined });
    const { id } = panel.lastQuery;
    await panel.notify("progress", { query: id, rows: 25_000, expected: 100_000 });
    await bar().waitFor();
    const lost = { query: undefined, severity: "warning", actions: [] } as const;
    await panel.notify("notice", { ...lost, text: "Demo cannot be reached." });
    await bar().waitFor({ state: "hidden" });
    await eventually(async () => {
      assert.equal(await panel.button("Cancel").count(), 0);
      assert.equal(await nothing().isVisible(), false);
    });
    await panel.notify("notice", undefined);
    await bar().waitFor();
    await panel.notify("data", nodeData({ id, span: { kind: "last", hours: 4 } }));
    await panel.plot("CPU").waitFor();
    assert.deepEqual(panel.paramsOf("cancel"), []);
  });

  it("an error in place of data, and stops waiting", async () => {
    panel = await openChartPage({ respond: () => undefined });
    await bar().waitFor();
    const notice = {
      severity: "error",
      text: "Sign in to see this.",
      actions: ["signIn"],
    } as const;
    await panel.notify("notice", { ...notice, query: panel.lastQuery.id - 1 });
    await panel.settled();
    assert.equal(await panel.page.getByRole("alert").innerText(), "");
    await panel.notify("notice", { ...notice, query: panel.lastQuery.id });
    await bar().waitFor({ state: "hidden" });
    await eventually(async () => {
      const alert = panel.page.getByRole("alert").first();
      assert.match(await alert.innerText(), /Sign in to see this\./);
    });
    await panel.button("Sign In").click();
    await eventually(() => assert.deepEqual(panel.paramsOf("act"), ["signIn"]));
  });

  it("once that nothing was recorded, in place of the charts", async () => {
    panel = await openChartPage({ respond: (query) => dataOf(query, []) });
    await eventually(async () => {
      assert.equal(await nothing().innerText(), "No data in this time range.");
    });
    const text = "Nothing was recorded in this time range. Home keeps records for 30 d.";
    const query = panel.lastQuery.id;
    await panel.notify("notice", { query, text, severity: "info", actions: [] });
    await eventually(async () => assert.equal(await nothing().innerText(), text));
    assert.equal(await panel.page.getByText("Nothing was recorded").count(), 1);
    const hint = "Its data will appear here.";
    const never = "web-01 has never reported.";
    const notice = { query, severity: "info", actions: [] } as const;
    const nodeActions = ["openDashboard", "copyUuid"] as const;
    await panel.notify("notice", { ...notice, text: never, hint, nodeActions });
    await eventually(async () => {
      const [first, second] = (await nothing().innerText()).split(/\n+/);
      assert.deepEqual([first, second], [never, hint]);
    });
    await panel.button("Copy UUID").click();
    await eventually(() => assert.deepEqual(panel.paramsOf("actOnNode"), ["copyUuid"]));
    await panel.screenshot("nothing");
  });

  it("of when the values are, once nothing newer comes", async () => {
    panel = await openChartPage();
    const figures = panel.chart("CPU").locator(".head-figures");
    assert.match(await figures.innerText(), /^avg/);
    const [query, text] = [undefined, "Demo cannot be reached."];
    const notice = { query, text, severity: "warning", actions: [], since: end } as const;
    await panel.notify("notice", notice);
    await eventually(async () => assert.match(await figures.innerText(), /^at 6:00\sPM\s+avg/));
    await panel.plot("CPU").press("End");
    await eventually(async () => assert.match(await figures.innerText(), /^avg/));
  });

  it("that it is loading, while there is nothing else", async () => {
    panel = await openChartPage({ respond: () => undefined });
    assert.equal(await nothing().innerText(), "Loading…");
  });

  it("that rows were left out", async () => {
    panel = await openChartPage({ respond: (query) => ({ ...dataOf(query, []), sampled: true }) });
    await panel.page.getByText("downsampled").waitFor();
  });
});

describe("Chart page of a node with GPUs", () => {
  let panel: ChartPage;
  checkPages();

  it("has lines for each GPU, and none if the server reports none", async () => {
    panel = await openChartPage({
      respond: (query) => {
        const data = nodeData(query);
        const times = timesIn(stretchOf(query));
        const cards = [1, 2].map((card) =>
          series(`gpu:${card}`, times, [
            {
              id: `use${card}`,
              metric: "gpu",
              name: `RTX #${card}`,
              value: (i) => (i * card) % 90,
            },
            { id: `memory${card}`, metric: "gpuMemory", name: `RTX #${card}`, value: () => 9e9 },
            { id: `heat${card}`, metric: "temperature", name: `RTX #${card}`, value: () => 60 },
          ]),
        );
        return { ...data, series: [...data.series, ...cards] };
      },
    });
    for (const chart of ["GPU", "GPU memory", "Temperature"]) {
      await panel.line(chart, "RTX #2").waitFor();
    }
    await panel.chart("GPU").scrollIntoViewIfNeeded();
    await panel.screenshot("gpus");
    await panel.page.close();
    panel = await openChartPage();
    await panel.chart("Ping").waitFor();
    assert.equal(await panel.chart("GPU memory").count(), 0);
  });
});

describe("Chart page layout", () => {
  let panel: ChartPage;
  checkPages();

  const headings = () => panel.page.locator("h2").allInnerTexts();
  const remembered = () => panel.paramsOf("rememberLayout").at(-1);

  it("is chosen chart by chart, by keyboard too, and sent to the host", async () => {
    panel = await openChartPage();
    const before = await panel.plot("CPU").evaluate((each) => each.clientHeight);
    await panel.button("Charts").press("Enter");
    await panel.page.getByRole("checkbox", { name: "Load" }).uncheck();
    await panel.button("Move up: Ping").focus();
    for (let step = 1; step < chartIds.length; step++) await panel.page.keyboard.press("Enter");
    await panel.page.getByLabel("Height of CPU").selectOption("large");
    await panel.page.getByLabel("Disk in percent").check();
    await panel.page.getByLabel("Smooth lines").check();
    await eventually(async () => {
      const shown = await headings();
      assert.deepEqual([shown[0], shown.includes("Load")], ["Ping", false]);
      assert.ok((await panel.plot("CPU").evaluate((each) => each.clientHeight)) > before * 1.5);
      assert.match(await panel.chart("Disk").locator(".legend-value").innerText(), /%$/);
    });
    await panel.chart("CPU").getByText("smoothed").waitFor();
    await panel.screenshot("layout", false);
    const layout = remembered();
    assert.deepEqual(layout?.percent, ["disk"]);
    assert.equal(layout.charts[0]?.id, "ping");
    assert.equal(layout.charts.find(({ id }) => id === "load")?.shown, false);
    await panel.page.keyboard.press("Escape");
    await panel.page.locator(".layout-menu").waitFor({ state: "hidden" });
  });

  it("of another panel is applied without another query", async () => {
    panel = await openChartPage();
    const before = panel.lastQuery.id;
    const layout = { ...plainLayout, timeZone: "local" } as const;
    await panel.notify("setup", chartSetup({ layout }));
    await eventually(async () => {
      const range = await panel.page.locator(".range").innerText();
      assert.match(range, /3:00\sPM.+7:00\sPM$/);
    });
    assert.equal(panel.lastQuery.id, before);
    await panel.button("Show times in UTC").click();
    await eventually(() => assert.equal(remembered()?.timeZone, "utc"));
  });

  it("stays as it is when names and thresholds change", async () => {
    panel = await openChartPage();
    const before = panel.lastQuery.id;
    await panel.button("Charts").click();
    const smooth = panel.page.getByLabel("Smooth lines");
    await smooth.focus();
    await panel.notify("setup", chartSetup({ title: "web-02", thresholds: { cpu: [50] } }));
    await panel.page.getByRole("heading", { name: "web-02" }).waitFor();
    assert.equal(await smooth.evaluate((each) => each === document.activeElement), true);
    assert.equal(panel.lastQuery.id, before);
  });

  it("is rebuilt for other time ranges, without another query for the shown one", async () => {
    panel = await openChartPage();
    const before = panel.lastQuery.id;
    await panel.notify("setup", chartSetup({ hours: [4, 12] }));
    await panel.button("24 h").waitFor({ state: "detached" });
    await panel.plot("CPU").waitFor();
    assert.equal(panel.lastQuery.id, before);
  });

  it("shows a message when all charts are hidden", async () => {
    const all = ["cpu", "load", "memory", "disk", "network", "traffic", "connections"] as const;
    const more = ["processes", "temperature", "gpu", "ping"] as const;
    const charts = [...all, ...more].map((id) => ({ id, shown: false, height: "small" }) as const);
    panel = await openChartPage({ setup: chartSetup({ layout: { ...plainLayout, charts } }) });
    await panel.page.getByText("All charts are hidden.").waitFor();
  });
});
