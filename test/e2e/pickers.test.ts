import assert from "node:assert/strict";
import { type CallPanel, openMethod } from "./harness/callPanel";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { nodesWindow } from "./harness/komari";

describe("Quick picks of several items", () => {
  const ui = nodesWindow();

  const panel = () => new ChartPanel(ui.workbench);

  it("accept the active row by Enter, wherever typing has moved it", async () => {
    await ui.workbench.answer("Komari: Open Charts", async (box) => {
      await box.waitForTitle("Nodes to Show in Charts");
      await box.search("db-primary");
    });
    await panel().tab("db-primary — Demo").waitFor();
    await panel().plot("CPU").waitFor();
  });

  it("accept the row selected by the arrow keys", async () => {
    let name = "";
    await ui.workbench.answer("Komari: Open Charts", async (box) => {
      await box.fill("web");
      await box.waitForFocused("web");
      await ui.workbench.page.keyboard.press("ArrowDown");
      const focused = box.root.locator(".monaco-list-row.focused .label-name").first();
      name = (await focused.innerText()).trim();
      await ui.workbench.page.keyboard.press("Enter");
      await box.waitUntilClosed();
    });
    await panel().tab(`${name} — Demo`).waitFor();
  });

  it("change nothing by Escape", async () => {
    const before = await panel().tabs();
    await ui.workbench.answer("Komari: Open Charts", async (box) => {
      await box.waitUntilOpen();
      await box.cancel();
    });
    assert.deepEqual(await panel().tabs(), before);
  });

  it("show that no method matches, until one does", async () => {
    await ui.workbench.answer("Komari: Call Method", async (box) => {
      await box.waitForTitle("Call Method");
      const labels = async () => (await box.rows()).map(({ label }) => label);
      await box.fill("zzzz");
      await eventually(async () => assert.deepEqual(await labels(), ["No matching methods."]));
      await box.fill("zzzzz");
      await eventually(async () => assert.deepEqual(await labels(), ["No matching methods."]));
      await box.fill("getNodes");
      await box.waitForFocused("getNodes");
      await eventually(async () => assert.ok(!(await labels()).includes("No matching methods.")));
      await box.cancel();
    });
  });

  describe("in the form of a call", () => {
    let call: CallPanel;

    const items = () =>
      call.frame
        .getByRole("textbox", { name: /^clients/ })
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

    /** Opens the box by keyboard; the choice is typed. */
    const choose = async (answer: () => Promise<void>) => {
      await call.press(/^Choose…/);
      await ui.workbench.quickInput.waitForTitle("Clients for admin:exec on Demo");
      await answer();
      await ui.workbench.quickInput.waitUntilClosed();
    };

    before(async () => {
      call = await openMethod(ui.workbench, "admin:exec");
    });

    it("write the row under the cursor", async () => {
      const { uuid } = ui.simulator.fleet.named("db-primary");
      await choose(() => ui.workbench.quickInput.search("db-primary"));
      await eventually(async () => assert.deepEqual(await items(), [uuid]));
      await ui.workbench.screenshot("choose-values");
    });

    it("leave the field as it was by Escape", async () => {
      const before = await items();
      await choose(() => ui.workbench.quickInput.cancel());
      assert.deepEqual(await items(), before);
    });

    it("add the rows that are ticked to those that were", async () => {
      const uuids = ["db-primary", "web-01"].map((name) => ui.simulator.fleet.named(name).uuid);
      await choose(async () => {
        await ui.workbench.quickInput.fill("web-01");
        await ui.workbench.quickInput.check("web-01");
        await ui.workbench.screenshot("choose-values-open");
        await ui.workbench.quickInput.accept();
      });
      await eventually(async () => assert.deepEqual((await items()).sort(), uuids.sort()));
    });
  });
});
