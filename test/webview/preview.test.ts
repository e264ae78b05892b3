import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { chartSetup, nodeData } from "./harness/chartData";
import { type ChartPage, openChartPage } from "./harness/chartPage";
import { checkPages } from "./harness/webviewPage";

const other = chartSetup({ key: "node web-02", title: "web-02", preview: true });

describe("Chart page as a preview", () => {
  checkPages();

  /** Has the page show another node, whose data the test sends. */
  const openSilent = async (): Promise<ChartPage> => {
    let isAnswered = false;
    const panel = await openChartPage({
      respond: (query) => (isAnswered ? undefined : nodeData(query)),
    });
    await panel.plot("CPU").waitFor();
    isAnswered = true;
    return panel;
  };

  it("shows the next node at once, and its charts are never away while the host is quick", async () => {
    const panel = await openSilent();
    const { id } = panel.lastQuery;
    const plots = () => panel.page.locator(".uplot canvas").count();
    const before = await plots();
    await panel.stopTime();
    const passFrames = async (count: number) => {
      for (let frame = 0; frame < count; frame++) {
        await panel.pass(20);
        assert.equal(await plots(), before);
      }
    };
    await panel.notify("setup", other);
    await eventually(() => assert.ok(panel.lastQuery.id > id));
    await passFrames(7);
    assert.equal(await panel.page.getByRole("heading", { name: "web-02", exact: true }).count(), 1);
    await panel.notify("data", nodeData(panel.lastQuery));
    await passFrames(7);
  });

  it("does not show the data of the previous node while loading takes long", async () => {
    const panel = await openSilent();
    await panel.notify("setup", other);
    await panel.page.locator(".uplot").first().waitFor({ state: "detached" });
    await panel.notify("data", nodeData(panel.lastQuery));
    await panel.plot("CPU").waitFor();
  });

  it("removes the notice of the previous node", async () => {
    const panel = await openSilent();
    await panel.notify("notice", {
      query: undefined,
      severity: "warning",
      text: "web-01 is gone.",
      actions: [],
    });
    await panel.page.getByText("web-01 is gone.").waitFor();
    await panel.notify("setup", other);
    await panel.page.getByText("web-01 is gone.").waitFor({ state: "detached" });
  });

  it("ignores a response for the previous node, and starts with the chosen time range", async () => {
    const panel = await openSilent();
    await panel.button("24 h").click();
    await eventually(() => assert.deepEqual(panel.lastQuery.span, { kind: "last", hours: 24 }));
    const { id } = panel.lastQuery;
    await panel.notify("setup", other);
    await eventually(() => assert.ok(panel.lastQuery.id > id));
    assert.deepEqual(panel.lastQuery.span, { kind: "last", hours: 24 });
    await panel.page.locator(".uplot").first().waitFor({ state: "detached" });
    await panel.notify("data", nodeData({ id, span: { kind: "last", hours: 24 } }));
    await panel.settled();
    assert.equal(await panel.page.locator(".uplot").count(), 0);
  });

  it("stores its subject for a reload of the window, and that it is a preview", async () => {
    const panel = await openChartPage();
    await panel.notify("setup", other);
    const kept = () => panel.page.evaluate(() => sessionStorage.getItem("vscode-state") ?? "");
    await eventually(async () => assert.match(await kept(), /"key":"node web-02","preview":true/));
    await panel.notify("setup", { ...other, preview: false });
    await eventually(async () => assert.match(await kept(), /"key":"node web-02","preview":false/));
  });
});
