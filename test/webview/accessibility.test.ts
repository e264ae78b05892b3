import assert from "node:assert/strict";
import { assertAccessible } from "./harness/assertAccessible";
import { nodesData, nodesSetup } from "./harness/chartData";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { checkPages } from "./harness/webviewPage";

describe("Chart page accessibility", () => {
  let panel: ChartPage;
  checkPages();

  for (const width of [300, 2000]) {
    it(`has no findings of axe in any theme, ${width} wide`, async () => {
      panel = await openChartPage({ width });
      await panel.button("Show CPU as a table").click();
      await panel.notify("notice", {
        query: undefined,
        severity: "error",
        text: "Demo cannot be reached.",
        actions: ["reconnect"],
        since: Date.UTC(2026, 10, 22, 17),
      });
      await panel.line("Network", "Upload").click();
      await assertAccessible(panel, (theme) => panel.screenshot(`node-${theme}-${width}`));
    });
  }

  it("has no findings of axe in any theme, with several nodes and everything open", async () => {
    panel = await openChartPage({ width: 1100, setup: nodesSetup(), respond: nodesData });
    await panel.button("Custom…").click();
    await panel.button("Show").click();
    await assertAccessible(panel);
    await panel.button("Options").click();
    await assertAccessible(panel);
    await panel.button("Export").click();
    await assertAccessible(panel);
    await panel.page.keyboard.press("Escape");
    await panel.button("More Nodes").click();
    await assertAccessible(panel, (theme) => panel.screenshot(`nodes-${theme}`, false));
  });

  it("reaches every control by Tab in visual order", async () => {
    panel = await openChartPage({ width: 900 });
    const names: string[] = [];
    for (let step = 0; step < 30; step++) {
      await panel.page.keyboard.press("Tab");
      names.push(
        await panel.page.evaluate(() => {
          const focused = document.activeElement;
          return focused?.getAttribute("aria-label") ?? focused?.textContent ?? "";
        }),
      );
    }
    const wanted = ["Live", "Custom…", "Charts", "Export", "CPU", "Load"];
    const places = wanted.map((name) => names.indexOf(name));
    assert.ok(!places.includes(-1), names.join(", "));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });
});
