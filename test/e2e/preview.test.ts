import assert from "node:assert/strict";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { nodesWindow } from "./harness/komari";

describe("Chart panel preview of a node", () => {
  let panel: ChartPanel;
  const ui = nodesWindow();

  before(() => {
    panel = new ChartPanel(ui.workbench);
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

  const keepOpen = () => ui.workbench.editorAction("Keep Open");

  const hasFocus = () => ui.tree.root.evaluate((root) => root.contains(document.activeElement));

  it("opens by a click on its row, and the focus stays in the tree", async () => {
    await ui.tree.row("web-01").first().click();
    await heading("web-01");
    await shows("web-01");
    assert.equal(await hasFocus(), true);
    await ui.workbench.screenshot("node-preview");
  });

  it("shows the next nodes in the same tab while arrow keys and Enter walk through them", async () => {
    await ui.tree.row("no-swap").first().click();
    await heading("no-swap");
    for (const name of ["expires soon", "long-term", "expired"]) {
      await ui.workbench.page.keyboard.press("ArrowDown");
      await ui.workbench.page.keyboard.press("Enter");
      await heading(name);
      await shows(name);
      assert.equal(await hasFocus(), true);
    }
  });

  it("sends no more requests for the previous node", async () => {
    const { uuid } = ui.simulator.fleet.named("db-primary");
    await ui.tree.row("db-primary").first().click();
    await heading("db-primary");
    await ui.tree.row("web-01").first().click();
    await heading("web-01");
    const requested = () =>
      ui.simulator.journal
        .of("common:getRecords")
        .map(({ params }) => JSON.stringify(params))
        .filter((params) => params.includes(uuid)).length;
    const before = requested();
    for (let round = 0; round < 3; round++) {
      await ui.simulator.journal.next("common:getNodesLatestStatus");
    }
    assert.equal(requested(), before);
  });

  it("keeps the time range for the next node, but no zoom", async () => {
    await panel.button("24 h").click();
    await panel.drag("CPU", 0.25, 0.5);
    await ui.tree.row("db-primary").first().click();
    await heading("db-primary");
    const day = panel.button("24 h");
    await eventually(async () => assert.equal(await day.getAttribute("aria-pressed"), "true"));
    assert.equal(await panel.button("Reset zoom").count(), 0);
  });

  it("does not open when several rows are selected", async () => {
    for (const modifier of ["Control", "Shift"] as const) {
      await ui.tree
        .row("web-01")
        .first()
        .click({ modifiers: [modifier] });
      await eventually(async () => {
        const selected = (await ui.tree.rows()).filter((row) => row.selected).length;
        assert.ok(selected > 1, `${selected} rows are selected`);
      });
      await shows("db-primary");
      await ui.tree.row("no-swap").first().click();
      await shows("no-swap");
      await ui.tree.row("db-primary").first().click();
      await shows("db-primary");
    }
  });

  it("is pinned by the button in its title, and revealed by a click on its row", async () => {
    await keepOpen().click();
    await keepOpen().waitFor({ state: "hidden" });
    await ui.tree.row("web-01").first().click();
    await shows("db-primary", "web-01");
    await keepOpen().waitFor();
    await ui.tree.row("db-primary").first().click();
    await keepOpen().waitFor({ state: "hidden" });
    await shows("db-primary", "web-01");
    assert.equal(await hasFocus(), true);
  });

  it("is restored after a reload of the window", async () => {
    await ui.tree.row("web-01").first().click();
    await keepOpen().waitFor();
    // What comes back is what the page has stored, so it has to be there first.
    await heading("web-01");
    await ui.workbench.reload();
    panel = new ChartPanel(ui.workbench);
    await heading("web-01");
    await keepOpen().waitFor();
    await ui.tree.row("web-02 hot").first().click();
    await heading("web-02 hot");
    await shows("db-primary", "web-02 hot");
  });

  it("is pinned by a double click", async () => {
    await ui.tree.row("web-02 hot").first().dblclick();
    await keepOpen().waitFor({ state: "hidden" });
    await shows("db-primary", "web-02 hot");
  });

  it("does not replace a panel that was opened by Open in New Panel", async () => {
    await ui.tree.row("web-01").first().click();
    await shows("db-primary", "web-02 hot", "web-01");
    await ui.workbench.contextMenu(ui.tree.row("no-swap").first(), "Open in New Panel");
    await shows("db-primary", "web-02 hot", "web-01", "no-swap");
    await keepOpen().waitFor({ state: "hidden" });
    await eventually(async () => assert.equal(await hasFocus(), false));
  });
});
