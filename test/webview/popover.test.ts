import assert from "node:assert/strict";
import { type Locator } from "playwright-core";
import { eventually } from "../e2e/harness/eventually";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { checkPages } from "./harness/webviewPage";

describe("A popover", () => {
  let panel: ChartPage;
  checkPages();

  beforeEach(async () => {
    panel = await openChartPage({ width: 1100 });
  });

  const firstEntry = () => panel.button("Save as CSV…");
  const isShown = (content: Locator, expected: boolean, opener: string) =>
    eventually(async () => {
      const expanded = await panel.button(opener).getAttribute("aria-expanded");
      assert.deepEqual([await content.isVisible(), expanded], [expected, String(expected)]);
    });
  const focused = () => panel.page.evaluate(() => document.activeElement?.textContent);
  const open = async () => {
    await panel.button("Export").click();
    await isShown(firstEntry(), true, "Export");
  };

  it("opens at its button with the focus on its first control", async () => {
    await open();
    assert.equal(await focused(), "Save as CSV…");
    const [button, entry] = await Promise.all([
      panel.button("Export").boundingBox(),
      firstEntry().boundingBox(),
    ]);
    assert.ok(button && entry);
    const gap = entry.y - (button.y + button.height);
    assert.ok(gap >= 0 && gap < 20, `${gap} px below`);
    assert.ok(entry.x + entry.width <= 1100, "inside the window");
  });

  it("closes with its button, by mouse and keyboard", async () => {
    await open();
    await panel.button("Export").click();
    await isShown(firstEntry(), false, "Export");
    await panel.button("Export").press("Enter");
    await isShown(firstEntry(), true, "Export");
  });

  it("closes with Escape, which nothing else sees, and returns the focus", async () => {
    await panel.page.evaluate(() => {
      window.addEventListener("keydown", ({ key }) => document.body.append(`pressed ${key}`));
    });
    await open();
    await panel.page.keyboard.press("Escape");
    await isShown(firstEntry(), false, "Export");
    assert.equal(await focused(), "Export");
    assert.equal(await panel.page.getByText("pressed Escape").count(), 0);
    await panel.page.keyboard.press("Escape");
    await panel.page.getByText("pressed Escape").waitFor();
  });

  it("closes when the focus leaves it, which goes where it was going", async () => {
    await open();
    await panel.page.keyboard.press("Shift+Tab");
    await isShown(firstEntry(), true, "Export");
    await panel.page.keyboard.press("Shift+Tab");
    await isShown(firstEntry(), false, "Export");
    assert.equal(await focused(), "Charts");
  });

  it("closes with a click elsewhere, on another popover's button too", async () => {
    await open();
    await panel.page.getByRole("heading").first().click();
    await isShown(firstEntry(), false, "Export");
    await open();
    await panel.button("Charts").click();
    await isShown(panel.page.locator(".layout-menu"), true, "Charts");
    await isShown(firstEntry(), false, "Export");
  });

  it("closes when the window's size changes", async () => {
    await open();
    await panel.page.setViewportSize({ width: 700, height: 500 });
    await isShown(firstEntry(), false, "Export");
  });
});
