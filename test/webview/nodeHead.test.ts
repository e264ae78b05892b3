import assert from "node:assert/strict";
import { type NodeHead } from "../../src/shared/chartApi";
import { eventually } from "../e2e/harness/eventually";
import { assertAccessible } from "./harness/assertAccessible";
import { openChartPage } from "./harness/chartPage";
import { checkPages } from "./harness/webviewPage";

const head: NodeHead = {
  health: "hot",
  name: "web-01",
  reason: "memory 94%",
  state: "online, reported 2 s ago",
  machine: [
    "Up 212 d",
    "Debian GNU/Linux 12, kernel 6.1.0-28",
    "AMD EPYC 7543P, 4 cores",
    "8 GiB memory",
    "80 GiB disk",
  ],
  addresses: [{ kind: "ipv4", text: "203.0.113.21" }],
  contract: ["Production", "Japan", "db, cn2", "$4.50 a month", "renews Dec 22 (in 22 d)"],
  details: [
    ["Name", "web-01"],
    ["UUID", "11111111-2222-3333-4444-555555555555"],
    ["Remark", "<b>no markup</b>"],
  ],
  favorite: false,
  place: { index: 3, count: 11 },
};

async function openWithHead(options: Parameters<typeof openChartPage>[0] = {}) {
  const page = await openChartPage({ width: 922, height: 730, ...options });
  await page.notify("head", head);
  await page.page.getByText(head.reason).waitFor();
  return page;
}

describe("The head of a node's page", () => {
  checkPages();

  it("says how the node is and what it is, in three lines at every width", async () => {
    const page = await openWithHead();
    for (const width of [500, 700, 922, 1600]) {
      await page.page.setViewportSize({ width, height: 730 });
      await page.settled();
      const box = await page.page.locator(".node-head").boundingBox();
      assert.ok(box !== null && box.height <= 74, `${box?.height}`);
      assert.ok(await page.page.getByText("memory 94%").isVisible());
      await page.screenshot(`node-head-${width}`, false);
    }
  });

  it("shows all facts on demand, and hides them with Escape", async () => {
    const page = await openWithHead();
    await page.button("More").click();
    await page.page.getByText("<b>no markup</b>").waitFor();
    await page.screenshot("node-head-more", false);
    await page.page.keyboard.press("Escape");
    assert.equal(await page.page.getByText("<b>no markup</b>").isVisible(), false);
    await assertAccessible(page);
  });

  it("asks the host to act on the node", async () => {
    const page = await openWithHead();
    await page.button("Add to Favorites").click();
    await page.button("Copy 203.0.113.21").click();
    await page.button("Compare").click();
    assert.deepEqual(page.paramsOf("actOnNode"), ["addFavorite", "copyIpv4", "compare"]);
    await page.notify("head", { ...head, favorite: true });
    await page.button("Remove from Favorites").click();
    assert.equal(page.paramsOf("actOnNode").at(-1), "removeFavorite");
  });

  it("goes to the nodes beside it, by mouse and keys, and not beyond the ends", async () => {
    const page = await openWithHead();
    await page.button("Next node (Alt+→)").click();
    await page.page.keyboard.press("Alt+ArrowLeft");
    assert.deepEqual(page.paramsOf("stepNode"), [1, -1]);
    await page.notify("head", { ...head, place: { index: 10, count: 11 } });
    await page.page.getByText("11 of 11").waitFor();
    await page.button("Next node (Alt+→)").click({ force: true });
    await page.settled();
    assert.equal(page.paramsOf("stepNode").length, 2);
  });

  it("has nothing to say of a node that is gone", async () => {
    const page = await openWithHead();
    await page.notify("head", undefined);
    await eventually(async () =>
      assert.equal(await page.page.getByText(head.reason).isVisible(), false),
    );
    assert.equal(await page.button("More").isVisible(), false);
  });
});
