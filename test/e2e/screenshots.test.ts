import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { chooseTheme } from "./harness/chooseTheme";
import { eventually } from "./harness/eventually";
import { openNodes, statusText } from "./harness/komari";
import { themeNames } from "./harness/windowOptions";

/** Pictures for people to look at, in out/screenshots; each waits until what it shows is there. */
describe("Screenshots", () => {
  let simulator: Simulator;
  let other: Simulator;

  before(async () => {
    simulator = await startSimulator({ nodes: 30, seed: 7 });
    other = await startSimulator({ nodes: 25, seed: 3, profile: "1.0.7" });
  });

  after(async () => {
    await simulator.stop();
    await other.stop();
  });

  it("of the Nodes view in every theme, and narrow", async () => {
    const { workbench, tree } = await openNodes({ Demo: simulator });
    await eventually(async () => assert.match(await statusText(workbench), /^2\d\/28\b/));
    for (const theme of themeNames) {
      await chooseTheme(workbench, theme);
      const tooltip = await workbench.tooltip(tree.row("web-01").first());
      await eventually(async () => assert.match(await tooltip.innerText(), /Uptime/));
      await workbench.screenshot(`nodes-${theme}`);
    }
    await chooseTheme(workbench, "dark");
    await workbench.page.mouse.move(1, 1);
    await workbench.page.setViewportSize({ width: 420, height: 800 });
    await tree.row("web-01").first().waitFor();
    await workbench.screenshot("nodes-narrow");
    await workbench.close();
  });

  it("of the Nodes view in Chinese", async () => {
    const { workbench, tree } = await openNodes({ Demo: simulator }, { locale: "zh-cn" });
    await eventually(async () => assert.match(await statusText(workbench), /^2\d\/28\b/));
    await tree.row("web-01").first().waitFor();
    await workbench.screenshot("nodes-chinese");
    await workbench.close();
  });

  it("of two servers of different versions", async () => {
    const { workbench, tree } = await openNodes({ Demo: simulator, "Old one": other });
    await eventually(async () => assert.match((await tree.rows())[0]?.description ?? "", /\//));
    await tree.toggle("Demo");
    await eventually(async () => {
      const servers = (await tree.rows()).filter(({ level }) => level === 1);
      assert.deepEqual(
        servers.map(({ label }) => label),
        ["Demo", "Old one"],
      );
      for (const { description } of servers) assert.match(description, /^\d+\/\d+ · /);
    });
    await tree.row("web-01").first().waitFor();
    await workbench.screenshot("two-servers-dark");
    await workbench.close();
  });
});
