import assert from "node:assert/strict";
import { pressOnHover } from "./harness/pressOnHover";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { nodesWindow } from "./harness/komari";
import { type QuickInput } from "./harness/quickInput";

describe("Go to Node", () => {
  const ui = nodesWindow();

  const panel = () => new ChartPanel(ui.workbench);

  const goTo = (answer: (box: QuickInput) => Promise<void>) =>
    ui.workbench.answer("Komari: Go to Node", async (box) => {
      await box.waitForTitle("Go to Node");
      await answer(box);
      await box.waitUntilClosed();
    });

  const pressOn = async (box: QuickInput, name: string, button: string) => {
    await box.fill(name);
    const row = box.row(name).first();
    await pressOnHover(row, row.locator(`.action-label[aria-label^="${button}"]`));
  };

  it("opens the page of a node by its name and Enter, with the focus in the page", async () => {
    await goTo(async (box) => {
      await box.fill("db-pri");
      await box.waitForFocused("db-primary");
      await ui.workbench.screenshot("go-to-node");
      await box.accept();
    });
    await panel().tab("db-primary — Demo").waitFor();
    await panel().plot("CPU").waitFor();
    await eventually(async () => {
      assert.ok(
        await panel()
          .frame.locator("body")
          .evaluate(() => document.hasFocus()),
      );
    });
  });

  it("finds nodes by their group and by the text of their rows, and reuses the preview", async () => {
    await goTo(async (box) => {
      await box.fill("never reported");
      await box.waitForFocused("never-reported");
      await box.fill("Production");
      await box.waitForFocused("Production");
      await box.fill("web-01");
      await box.waitForFocused("web-01");
      await box.accept();
    });
    await eventually(async () => assert.deepEqual(await panel().tabs(), ["web-01 — Demo"]));
  });

  it("reveals a node in the tree, and clears a filter that hides it", async () => {
    await ui.workbench.pressInTitle("Nodes", "Filter Nodes");
    await ui.workbench.quickInput.fill("web-01");
    await eventually(async () => assert.equal(await ui.tree.row("db-primary").count(), 0));
    await ui.workbench.quickInput.accept();
    await ui.workbench.quickInput.waitUntilClosed();
    await goTo((box) => pressOn(box, "db-primary", "Reveal in Nodes View"));
    await eventually(async () => {
      const row = (await ui.tree.rows()).find(({ label }) => label === "db-primary");
      assert.equal(row?.selected, true);
    });
    assert.deepEqual(await panel().tabs(), ["web-01 — Demo"]);
  });

  it("compares a node with those of the panel in front", async () => {
    await goTo(async (box) => {
      await pressOn(box, "db-primary", "Compare with Others");
      await box.waitForTitle("Nodes to Show in Charts");
      await box.accept();
    });
    await panel().tab("db-primary, web-01 — Demo").waitFor();
    for (const name of ["web-01", "db-primary"]) {
      await panel().frame.locator(".nodes-table").getByText(name).first().waitFor();
    }
  });
});
