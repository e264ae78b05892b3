import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { openMethod } from "./harness/callPanel";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { addServerAsGuest } from "./harness/komari";
import { openWorkbench, type Workbench } from "./harness/workbench";

const title = "Get Started with Komari";

describe("Walkthrough", () => {
  let simulator: Simulator;
  let workbench: Workbench;

  before(async () => {
    simulator = await startSimulator({ nodes: 20, seed: 7 });
    workbench = await openWorkbench({ viewport: { width: 1500, height: 900 } });
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  /** The ids of the steps that are ticked; VS Code shows its list of walkthroughs when one comes back. */
  const done = async () => {
    const { page } = workbench;
    await page.locator(".tab", { hasText: /Welcome|Walkthrough/ }).click();
    const steps = page.locator(".gettingStartedContainer .getting-started-step");
    const listed = page.locator("button.getting-started-category:enabled", { hasText: title });
    if ((await listed.count()) > 0) await listed.click();
    await steps.first().waitFor();
    return steps
      .filter({ has: page.locator(".codicon-getting-started-step-checked") })
      .evaluateAll((ticks) =>
        ticks.map((step) => step.getAttribute("data-step-id")?.split("#")[2]),
      );
  };
  const ticked = (...steps: string[]) =>
    eventually(async () => assert.deepEqual(await done(), steps));

  it("opens from the welcome view", async () => {
    await workbench.openActivity("Komari");
    await workbench.page.getByText("Open the walkthrough").click();
    await workbench.page.locator(".gettingStartedContainer", { hasText: title }).waitFor();
    await ticked();
    await workbench.screenshot("walkthrough-dark");
  });

  it("ticks the first two steps when a server is added and its nodes are shown", async () => {
    await addServerAsGuest(workbench, simulator);
    await ticked("addServer", "lookAround");
  });

  it("ticks the third when charts are open", async () => {
    await workbench.answer("Komari: Open Charts", async (box) => {
      await box.waitUntilOpen();
      await box.fill("web-01");
      await box.check("web-01");
      await box.accept();
    });
    await new ChartPanel(workbench).plot("CPU").waitFor();
    await ticked("addServer", "lookAround", "openCharts");
  });

  it("ticks the last when a method is called", async () => {
    const panel = await openMethod(workbench, "rpc.ping");
    await ticked("addServer", "lookAround", "openCharts");
    await panel.tab("rpc.ping").click();
    await panel.press("Send");
    await ticked("addServer", "lookAround", "openCharts", "callMethod");
  });
});
