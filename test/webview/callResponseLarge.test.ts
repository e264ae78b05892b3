import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { responseOf, recordsJson, resultOf } from "./harness/responseData";
import { type CallPage, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

/** 16 MB. */
const large = recordsJson(24_500);

describe("Call page with a large response", () => {
  checkPages();
  let panel: CallPage;

  before(() =>
    assert.ok(large.length > 15_500_000 && large.length < 17_000_000, `${large.length}`),
  );

  const elements = () => panel.page.evaluate(() => document.querySelectorAll("*").length);

  it("is rendered with few elements", async () => {
    panel = await openCallPage();
    await panel.notify("response", responseOf(resultOf(large)));
    await panel.page.getByRole("treeitem").first().waitFor();
    assert.ok((await elements()) < 1000);
  });

  it("is expanded, searched and scrolled without more elements", async () => {
    panel = await openCallPage();
    await panel.notify("response", responseOf(resultOf(large)));
    await panel.button("Expand All").click();
    const tree = panel.page.getByRole("tree");
    await tree.focus();
    await panel.page.keyboard.press("End");
    await panel.page
      .getByRole("treeitem", { selected: true })
      .filter({ hasText: /^to:/ })
      .waitFor();
    await panel.page.keyboard.press("PageUp");
    await panel.page.keyboard.press("ArrowUp");
    const path = (await panel.page.locator(".tree-path").textContent()) ?? "";
    assert.match(path, /^\$\.records\["7c1f0d7e-.*0001"\]\[2449\d\]/);
    await panel.page.getByRole("searchbox").fill("1234592389");
    await eventually(async () => {
      assert.equal(await panel.page.locator(".find-count").textContent(), "2 of 2");
    });
    await panel.page.getByRole("tab", { name: "Text" }).click();
    await panel.page.getByRole("region", { name: "Response as JSON" }).focus();
    await panel.page.keyboard.press("End");
    const last = panel.page.locator(".virtual-rows .text-row").last();
    await eventually(async () => assert.equal(await last.textContent(), "}"));
    assert.ok((await elements()) < 1500);
  });

  it("is sorted and filtered as a table", async () => {
    panel = await openCallPage();
    await panel.notify("response", responseOf(resultOf(large)));
    await panel.page.getByRole("tab", { name: "Table" }).click();
    await panel.page
      .getByRole("columnheader", { name: "ram", exact: true })
      .getByRole("button")
      .click();
    await panel.page.keyboard.press("Enter");
    await panel.page.getByTitle(String(1_234_567_890 + 24_499)).waitFor();
    await panel.page.getByRole("searchbox").fill("1234567891");
    await eventually(async () => {
      assert.equal(await panel.page.locator(".row-count").textContent(), "1 of 24500 rows");
    });
    assert.ok((await elements()) < 3000);
  });

  it("fills its box when the box or the font is resized", async () => {
    panel = await openCallPage({ height: 600 });
    await panel.notify("response", responseOf(resultOf(recordsJson(500))));
    await panel.page.getByRole("tab", { name: "Text" }).click();
    const rows = panel.page.locator(".virtual-rows .text-row");
    await rows.first().waitFor();
    const few = await rows.count();
    await panel.page.setViewportSize({ width: 900, height: 1800 });
    await eventually(async () => assert.ok((await rows.count()) > 2 * few));
    await panel.page.evaluate(() => {
      document.documentElement.style.setProperty("--vscode-editor-font-size", "39px");
    });
    await eventually(async () => assert.ok((await rows.count()) < 1.5 * few));
  });

  it("is searched in slices, between which the page stays responsive", async () => {
    panel = await openCallPage();
    await panel.notify("response", responseOf(resultOf(large)));
    await panel.page.getByRole("tree").waitFor();
    const turns = await panel.page.evaluate(turnsOfSearch, "e");
    assert.ok(turns >= 5, `${turns} turns`);
  });
});

/** Runs in the page: types into the search; how often other tasks run until all matches are counted. */
async function turnsOfSearch(query: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>("[role=search] input");
  if (input === null) throw new Error("there is no search");
  const channel = new MessageChannel();
  const turn = () =>
    new Promise((resolve) => {
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(undefined);
    });
  input.value = query;
  input.dispatchEvent(new Event("input"));
  const count = document.querySelector(".find-count");
  let turns = 0;
  while (!/of \d+$/.test(count?.textContent ?? "")) {
    await turn();
    turns += 1;
  }
  return turns;
}
