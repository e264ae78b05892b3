import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { openMethod } from "./harness/callPanel";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { addServerAsGuest, nodesTree, statusText } from "./harness/komari";
import { shownText } from "./harness/shownText";
import { type Tree } from "./harness/tree";
import { openWorkbench, type Workbench } from "./harness/workbench";

describe("Demo", () => {
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    workbench = await openWorkbench({ viewport: { width: 1400, height: 900 } });
    tree = nodesTree(workbench);
  });

  after(() => workbench.close());

  const countsNodes = () =>
    eventually(async () => assert.match(await statusText(workbench), /^41\/43/));
  const description = () => shownText(workbench.view("Nodes").locator(".description"));
  const isWelcome = () =>
    eventually(async () => assert.match(await tree.text(), /Add Server\s*Try the Demo/));

  it("shows a fleet in groups, with counts, and a hint that it is simulated", async () => {
    await workbench.palette("Komari: Try the Demo");
    await tree.row("Production").waitFor();
    await countsNodes();
    const rows = await tree.rows();
    assert.ok(rows.some(({ label }) => label === "Edge"));
    assert.equal(await description(), "Demo data");
    await workbench.screenshot("demo-dark");
  });

  it("shows nodes in trouble first", async () => {
    const startsWith = (label: string, text: RegExp) =>
      eventually(async () => {
        const row = (await tree.rows()).find((each) => each.label === label);
        assert.match(row?.description ?? "", text);
      });
    await startsWith("web-02", /^disk 97%/);
    await startsWith("db-primary", /^memory 9\d%/);
    await startsWith("web-04", /^offline/);
  });

  it("keeps its hint where it is while rows are clicked, until the view is hidden", async () => {
    const hint = tree.row("Click a node");
    await tree.row("web-01").click();
    await workbench.page.locator(".tab", { hasText: "web-01" }).waitFor();
    assert.equal(await hint.isVisible(), true);
    await workbench.openActivity("Explorer");
    await workbench.openActivity("Komari");
    await tree.row("web-01").waitFor();
    await hint.waitFor({ state: "hidden" });
  });

  it("has a live chart that is full at once", async () => {
    await tree.row("db-primary").click();
    const panel = new ChartPanel(workbench);
    await panel.plot("CPU").waitFor();
    await panel.frame.getByRole("button", { name: /^Live/ }).click();
    await eventually(async () => {
      const [value = ""] = await panel.chart("CPU").locator(".legend-value").allInnerTexts();
      assert.match(value, /%/);
    });
    await workbench.screenshot("demo-live-dark");
  });

  it("allows administrator methods, and confirms dangerous calls", async () => {
    const version = await openMethod(workbench, "common:getVersion");
    await version.send();
    await version.responds(/OK[^]*1\.4\.3/);
    const remove = await openMethod(workbench, "admin:removeClient");
    await remove.type("uuid", "00000000-0000-4000-8000-000000000000");
    await remove.send();
    await workbench.dialog.root.waitFor();
    await workbench.dialog.press("Cancel");
  });

  it("leaves no row, no panel and nothing in the settings when it is ended", async () => {
    await workbench.palette("Komari: End Demo");
    await isWelcome();
    assert.equal(await description(), "");
    assert.deepEqual(await new ChartPanel(workbench).tabs(), []);
    assert.equal(await statusText(workbench), "");
    assert.equal(workbench.userSettings()["komari.servers"], undefined);
  });

  it("ends with the window, and its panels are not restored", async () => {
    await workbench.palette("Komari: Try the Demo");
    await tree.row("web-01").first().click();
    await new ChartPanel(workbench).plot("CPU").waitFor();
    await workbench.reload();
    await isWelcome();
    await eventually(async () => assert.deepEqual(await new ChartPanel(workbench).tabs(), []));
  });

  it("ends when a server is added", async () => {
    const simulator: Simulator = await startSimulator({ nodes: 3 });
    await workbench.palette("Komari: Try the Demo");
    await countsNodes();
    await addServerAsGuest(workbench, simulator);
    await eventually(async () => assert.match(await statusText(workbench), /^3\/3/));
    assert.notEqual(await description(), "Demo data");
    await simulator.stop();
  });
});
