import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { pixelsOf } from "./harness/canvas";
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
});
