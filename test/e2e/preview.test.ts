import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { openNodes } from "./harness/komari";
import { type Tree } from "./harness/tree";
import { type Workbench } from "./harness/workbench";

describe("The preview of a node", () => {
  let simulator: Simulator;
  let workbench: Workbench;
  let tree: Tree;
  let panel: ChartPanel;

  before(async () => {
    simulator = await startSimulator({ nodes: 20, seed: 7 });
    ({ workbench, tree } = await openNodes({ Demo: simulator }));
    await tree.row("web-01").first().waitFor();
    panel = new ChartPanel(workbench);
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  const shows = async (...names: readonly string[]) => {
    await eventually(async () => {
      assert.deepEqual(
        await panel.tabs(),
        names.map((name) => `${name} — Demo`),
      );
    });
  };

  const heading = async (name: string) => {
    await panel.frame.getByRole("heading", { name }).waitFor();
    await panel.plot("CPU").waitFor();
  };

  const keepOpen = () => workbench.editorAction("Keep Open");

  const hasFocus = () => tree.root.evaluate((root) => root.contains(document.activeElement));

  it("opens by a click on its row, and the focus stays in the tree", async () => {
    await tree.row("web-01").first().click();
    await heading("web-01");
    await shows("web-01");
    assert.equal(await hasFocus(), true);
    await workbench.screenshot("node-preview");
  });

  it("shows the next nodes in the same tab while arrow keys and Enter walk through them", async () => {
    await tree.row("no-swap").first().click();
    await heading("no-swap");
    for (const name of ["expires soon", "long-term", "expired"]) {
      await workbench.page.keyboard.press("ArrowDown");
      await workbench.page.keyboard.press("Enter");
      await heading(name);
      await shows(name);
      assert.equal(await hasFocus(), true);
    }
  });

  it("sends no more requests for the previous node", async () => {
    const { uuid } = simulator.fleet.named("db-primary");
    await tree.row("db-primary").first().click();
    await heading("db-primary");
    await tree.row("web-01").first().click();
    await heading("web-01");
    const requested = () =>
      simulator.journal
        .of("common:getRecords")
        .map(({ params }) => JSON.stringify(params))
        .filter((params) => params.includes(uuid)).length;
    const before = requested();
    for (let round = 0; round < 3; round++) {
      await simulator.journal.next("common:getNodesLatestStatus");
    }
    assert.equal(requested(), before);
  });

  it("keeps the time range for the next node, but no zoom", async () => {
    await panel.button("24 h").click();
    await panel.drag("CPU", 0.25, 0.5);
    await tree.row("db-primary").first().click();
    await heading("db-primary");
    const day = panel.button("24 h");
    await eventually(async () => assert.equal(await day.getAttribute("aria-pressed"), "true"));
    const reset = panel.button("Reset zoom");
    assert.equal(await reset.getAttribute("aria-disabled"), "true");
  });

  it("does not open when several rows are selected", async () => {
    for (const modifier of ["Control", "Shift"] as const) {
      await tree
        .row("web-01")
        .first()
        .click({ modifiers: [modifier] });
      await eventually(async () => {
        const selected = (await tree.rows()).filter((row) => row.selected).length;
        assert.ok(selected > 1, `${selected} rows are selected`);
      });
      await shows("db-primary");
      await tree.row("no-swap").first().click();
      await shows("no-swap");
      await tree.row("db-primary").first().click();
      await shows("db-primary");
    }
  });

  it("is pinned by the button in its title, and revealed by a click on its row", async () => {
    await keepOpen().click();
    await keepOpen().waitFor({ state: "hidden" });
    await tree.row("web-01").first().click();
    await shows("db-primary", "web-01");
    await keepOpen().waitFor();
    await tree.row("db-primary").first().click();
    await keepOpen().waitFor({ state: "hidden" });
    await shows("db-primary", "web-01");
    assert.equal(await hasFocus(), true);
  });

  it("is restored after a reload of the window", async () => {
    await tree.row("web-01").first().click();
    await keepOpen().waitFor();
    // What comes back is what the page has stored, so it has to be there first.
    await heading("web-01");
    await workbench.reload();
    panel = new ChartPanel(workbench);
    await heading("web-01");
    await keepOpen().waitFor();
    await tree.row("web-02 hot").first().click();
    await heading("web-02 hot");
    await shows("db-primary", "web-02 hot");
  });

  it("is pinned by a double click", async () => {
    await tree.row("web-02 hot").first().dblclick();
    await keepOpen().waitFor({ state: "hidden" });
    await shows("db-primary", "web-02 hot");
  });

  it("does not replace a panel that was opened by Open in New Panel", async () => {
    await tree.row("web-01").first().click();
    await shows("db-primary", "web-02 hot", "web-01");
    await workbench.contextMenu(tree.row("no-swap").first(), "Open in New Panel");
    await shows("db-primary", "web-02 hot", "web-01", "no-swap");
    await keepOpen().waitFor({ state: "hidden" });
    await eventually(async () => assert.equal(await hasFocus(), false));
  });
});
