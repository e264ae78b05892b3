import assert from "node:assert/strict";
import { type CallPage, openCallPage } from "./harness/callPage";
import { assertAccessible } from "./harness/assertAccessible";
import { responseOf, resultOf } from "./harness/responseData";
import { checkPages } from "./harness/webviewPage";

const first = "06cc0b63-3fdc-439b-ab26-c140be19dd39";
const second = "070a1803-01e4-4a7e-a963-bcdb2202acb4";
const evil = "web-02 <b>東京</b>";
const names = {
  nodes: [
    [first, "web-01"],
    [second, evil],
  ],
  tasks: [["7", "Telecom"]],
} as const;
const statuses = JSON.stringify({
  [first]: { client: first, cpu: 12.5, task_id: 7 },
  [second]: { client: second, cpu: 3.25, task_id: 8 },
});

describe("Call page names", () => {
  checkPages();
  let panel: CallPage;

  const open = async (view: "Table" | "Text" | "Tree") => {
    panel = await openCallPage({ width: 900 });
    await panel.notify("names", names);
    await panel.notify("response", responseOf(resultOf(statuses)));
    await panel.page.getByRole("tab", { name: view }).click();
    await panel.settled();
  };

  it("stand in a first column, beside UUIDs that are cut but copied in full", async () => {
    await open("Table");
    const heads = await panel.page.getByRole("columnheader").allTextContents();
    assert.deepEqual(heads, ["node", "client", "cpu", "task_id"]);
    const rows = panel.page.locator(".virtual-rows .grid-row");
    assert.match((await rows.nth(0).textContent()) ?? "", /^web-01/);
    const uuid = rows.nth(1).locator(".is-id");
    assert.equal(await uuid.textContent(), second);
    assert.equal(await uuid.getAttribute("title"), second);
    const isCut = await uuid.evaluate((cell) => cell.scrollWidth > cell.clientWidth);
    assert.equal(isCut, true);
    await assertAccessible(panel, (theme) => panel.screenshot(`call-names-table-${theme}`, false));
  });

  it("stand behind UUIDs and ids of ping tasks in the tree, which copies the UUID alone", async () => {
    await open("Tree");
    const tree = panel.page.getByRole("tree");
    await panel.page.getByRole("button", { name: "Expand All" }).click();
    const text = (await tree.innerText()).replace(/\s+/g, " ");
    assert.ok(text.includes(`"${second}" ${evil}`), text);
    assert.match(text, /task_id : 7 ?Telecom/);
    await tree.getByText(`"${second}"`).click();
    await panel.page.getByRole("button", { name: "Copy Value" }).click();
    assert.equal(panel.paramsOf("copyText").at(-1), second);
  });

  it("stand behind UUIDs in the text, not in what is selected there", async () => {
    await open("Text");
    const notes = panel.page.locator(".text-note");
    assert.equal(await notes.first().getAttribute("data-note"), "web-01");
    assert.equal(await notes.first().textContent(), "");
  });

  it("replace what was shown without when they become known later", async () => {
    panel = await openCallPage({ width: 900 });
    await panel.notify("response", responseOf(resultOf(statuses)));
    await panel.page.getByRole("tab", { name: "Table" }).click();
    await panel.page.getByRole("columnheader", { name: "client" }).waitFor();
    await panel.notify("names", names);
    await panel.page.getByRole("columnheader", { name: "node" }).waitFor();
  });

  it("stand beside what is chosen in the form", async () => {
    panel = await openCallPage({ width: 900 });
    await panel.notify("names", names);
    await panel.notify("fill", { params: JSON.stringify({ uuid: first, uuids: [second] }) });
    await panel.field("uuid").getByText("web-01").waitFor();
    await panel.field("uuids").locator(".item-name").getByText(evil).waitFor();
    await panel.text("uuid").fill("other");
    await panel.field("uuid").getByText("web-01").waitFor({ state: "hidden" });
  });
});
