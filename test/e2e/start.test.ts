import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { eventually } from "./harness/eventually";
import { statusItemId, statusText } from "./harness/komari";
import { openWorkbench } from "./harness/workbench";

describe("Activation", () => {
  let simulator: Simulator;

  before(async () => {
    simulator = await startSimulator({ nodes: 40, seed: 7 });
  });

  after(() => simulator.stop());

  const servers = () => [{ name: "Home", url: simulator.url }];

  it("shows the count and the badge of a configured server before the view is opened", async () => {
    const workbench = await openWorkbench({ settings: { "komari.servers": servers() } });
    await eventually(async () => assert.match(await statusText(workbench), /^\d+\/\d+/));
    await eventually(async () => assert.match(await workbench.badge("Komari"), /^\d+$/));
    const tooltip = await workbench.tooltip(workbench.statusItem(statusItemId));
    assert.match(await tooltip.innerText(), /Home/);
    assert.deepEqual(await tooltip.locator("a").allInnerTexts(), ["Go to Node…", "Open Charts…"]);
    await workbench.screenshot("start-dark");
    await workbench.close();
  });

  it("waits for a click if connecting at start is off", async () => {
    simulator.journal.clear();
    const workbench = await openWorkbench({
      settings: { "komari.servers": servers(), "komari.connectAtStart": false },
    });
    await eventually(async () => assert.equal(await statusText(workbench), "Komari"));
    assert.deepEqual(simulator.journal.visits, []);
    await workbench.statusItem(statusItemId).click();
    await eventually(async () => assert.match(await statusText(workbench), /^\d+\/\d+/));
    await workbench.close();
  });

  it("has few commands without a server, and a few more with one", async () => {
    const workbench = await openWorkbench();
    await workbench.openActivity("Komari");
    const offered = async () => {
      await workbench.page.keyboard.press("F1");
      await workbench.quickInput.fill(">Komari: ");
      await workbench.quickInput.row("Komari: Show Log").first().waitFor();
      const labels = (await workbench.quickInput.rows()).map(({ label }) => label);
      await workbench.page.keyboard.press("Escape");
      return labels.filter((label) => label.startsWith("Komari: ") && !label.includes("Focus on"));
    };
    assert.deepEqual(await offered(), [
      "Komari: Add Server…",
      "Komari: Open Walkthrough",
      "Komari: Show Log",
      "Komari: Try the Demo",
    ]);
    await workbench.changeSettings({ "komari.servers": servers() });
    await eventually(async () => assert.match(await statusText(workbench), /^\d+\/\d+/));
    assert.deepEqual(await offered(), [
      "Komari: Add Server…",
      "Komari: Call Method…",
      "Komari: Go to Node…",
      "Komari: Open Charts",
      "Komari: Open Fleet",
      "Komari: Reconnect",
      "Komari: Refresh Nodes",
      "Komari: Show Log",
    ]);
    await workbench.close();
  });
});
