import assert from "node:assert/strict";
import { ChartPanel } from "./harness/chartPanel";
import { chooseTheme } from "./harness/chooseTheme";
import { eventually } from "./harness/eventually";
import { FleetPanel } from "./harness/fleetPanel";
import { nodesWindow } from "./harness/komari";

describe("The fleet page", () => {
  const ui = nodesWindow({ nodes: 40 }, { viewport: { width: 1280, height: 800 } });

  const open = async () => {
    await ui.workbench.pressInTitle("Nodes", "Open Fleet");
    const panel = new FleetPanel(ui.workbench);
    // Of the test before.
    await panel.filter.fill("");
    await eventually(async () => assert.ok((await panel.names()).length > 5));
    return panel;
  };

  it("opens from the Nodes view and shows every node with live values", async () => {
    const panel = await open();
    await panel.tab("Fleet").waitFor();
    await eventually(async () => assert.match(await panel.foot.innerText(), /^\d+ nodes/));
    await eventually(async () => assert.match(await panel.foot.innerText(), /CPU \d+%/));
    await ui.workbench.screenshot("fleet-dark");
  });

  it("narrows down by text, and shows all again with Escape", async () => {
    const panel = await open();
    await panel.filter.fill("web-3");
    await eventually(async () => {
      const names = await panel.names();
      assert.ok(names.length > 0 && names.every((name) => name.includes("web-3")), names.join());
    });
    await panel.filter.press("Escape");
    await eventually(async () => assert.ok((await panel.names()).length > 10));
  });

  it("opens the charts of a node with Enter", async () => {
    const panel = await open();
    const name = "web-33";
    await panel.filter.fill(name);
    await panel.row(name).first().click();
    await panel.grid.press("Enter");
    await new ChartPanel(ui.workbench).tab(name).waitFor();
  });

  it("compares the nodes that are selected", async () => {
    const panel = await open();
    await panel.filter.fill("web-3");
    await panel.row("web-32").first().click();
    await panel
      .row("web-33")
      .first()
      .click({ modifiers: ["Control"] });
    await panel.button("Compare").click();
    const charts = new ChartPanel(ui.workbench);
    await charts.tab("web-32").waitFor();
    await charts.frame.locator(".nodes-table").getByText("web-33").first().waitFor();
  });

  it("has the menu of a node, whose commands know it", async () => {
    const panel = await open();
    await panel.filter.fill("web-33");
    await ui.workbench.contextMenu(panel.row("web-33").first(), "Add to Favorites");
    await ui.tree.row("Favorites").waitFor();
  });

  it("is there again after the window was reloaded, with its filter", async () => {
    const panel = await open();
    await panel.filter.fill("web-3");
    await eventually(async () =>
      assert.ok((await panel.names()).every((name) => name.includes("web-3"))),
    );
    await ui.workbench.reload();
    const restored = new FleetPanel(ui.workbench);
    await eventually(async () => {
      const names = await restored.names();
      assert.ok(names.length > 0 && names.every((name) => name.includes("web-3")), names.join());
    });
  });

  it("is drawn in every theme, and as a map", async () => {
    for (const theme of ["light", "highContrast"] as const) {
      await chooseTheme(ui.workbench, theme);
      await open();
      await ui.workbench.screenshot(`fleet-${theme}`);
    }
    await chooseTheme(ui.workbench, "dark");
    const panel = await open();
    await panel.button("Map").click();
    await panel.frame.locator(".map-cell").first().waitFor();
    await ui.workbench.screenshot("fleet-map");
  });
});
