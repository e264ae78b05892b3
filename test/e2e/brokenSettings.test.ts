import { type Simulator, startSimulator } from "../simulator/simulator";
import { openNodes } from "./harness/komari";
import { toast } from "./harness/notifications";
import { type Tree } from "./harness/tree";
import { type Workbench } from "./harness/workbench";

describe("User settings with a syntax error", () => {
  let simulator: Simulator;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    simulator = await startSimulator({ nodes: 20, seed: 7 });
    ({ workbench, tree } = await openNodes({ Demo: simulator }));
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  it("keep a server from being removed, for the reason that VS Code has", async () => {
    await tree.row("web-01").first().waitFor();
    workbench.appendToSettings("\n} oops");
    await workbench.titleMenu("Nodes", "Remove Server…", () =>
      workbench.dialog.root.waitFor({ timeout: 5_000 }),
    );
    await workbench.dialog.press("Remove");
    const text = "The settings could not be changed: Unable to write into user settings";
    await toast(workbench.page, text).first().waitFor();
    await workbench.screenshot("settings-unwritable-dark");
  });
});
