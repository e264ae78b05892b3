import assert from "node:assert/strict";
import { startSimulator } from "../simulator/simulator";
import { chooseTheme } from "./harness/chooseTheme";
import { eventually } from "./harness/eventually";
import { nodesWindow, openNodes } from "./harness/komari";
import { type Tree } from "./harness/tree";
import { themeNames } from "./harness/windowOptions";

async function rowOf(tree: Tree, name: string) {
  return (await tree.rows()).find(({ label }) => label === name);
}

describe("Nodes view rows", () => {
  const ui = nodesWindow({ nodes: 24 });

  const shows = (description: RegExp) =>
    eventually(async () => {
      assert.match((await rowOf(ui.tree, "web-01"))?.description ?? "", description);
    });

  const openRowsShow = () =>
    ui.workbench.titleMenu("Nodes", "Rows Show…", () =>
      ui.workbench.quickInput.waitForTitle("Rows Show", { timeout: 5_000 }),
    );

  it("show what is chosen by the keyboard, each choice with an example", async () => {
    const { quickInput, page } = ui.workbench;
    await openRowsShow();
    const rows = await quickInput.rows();
    assert.match(rows[0]?.description ?? "", /^CPU \d+%/);
    assert.match(rows[1]?.description ?? "", /^Ping .+Loss/);
    await ui.workbench.screenshot("rows-show-dark");
    await page.keyboard.press("ArrowDown");
    await quickInput.waitForFocused("Network quality");
    await quickInput.accept();
    await shows(/^Ping .+\u2002Loss /);
  });

  it("show a template of one's own, with a preview while it is typed", async () => {
    const { quickInput } = ui.workbench;
    await openRowsShow();
    await quickInput.search("Custom Template");
    await quickInput.waitForTitle("Row Template");
    await quickInput.fill("disk {disk}  up {uptime}");
    await eventually(async () => assert.match(await quickInput.message(), /disk \d+%\u2002up /));
    await ui.workbench.screenshot("rows-template-dark");
    await quickInput.accept();
    await shows(/^disk \d+%\u2002up \d+ /);
  });

  it("disappear when the filter hides all, and are shown again by one click", async () => {
    const { quickInput } = ui.workbench;
    await ui.workbench.pressInTitle("Nodes", "Filter Nodes");
    await quickInput.waitUntilOpen();
    await quickInput.fill("frankfrut");
    await quickInput.accept();
    await quickInput.waitUntilClosed();
    await eventually(async () => {
      assert.match(await ui.tree.text(), /No nodes match “frankfrut”\./);
      assert.deepEqual(
        (await ui.tree.rows()).map(({ label }) => label),
        ["Clear Filter"],
      );
    });
    await ui.workbench.screenshot("rows-no-match-dark");
    await ui.tree.row("Clear Filter").click();
    await ui.tree.row("web-01").first().waitFor();
  });

  it("keep their last values, dimmed, in every theme", async () => {
    const color = () =>
      ui.tree
        .row("web-01")
        .first()
        .locator(".monaco-icon-label")
        .first()
        .evaluate((label) => getComputedStyle(label).color);
    const before = await color();
    await ui.simulator.refuse();
    await ui.tree.row("Not connected").waitFor();
    // The color of a row comes from a decoration, which VS Code asks for a little later.
    await eventually(async () => assert.notEqual(await color(), before));
    for (const theme of themeNames) {
      await chooseTheme(ui.workbench, theme);
      await ui.workbench.screenshot(`server-gone-${theme}`);
    }
    await ui.simulator.accept();
    await ui.tree.row("Not connected").waitFor({ state: "hidden" });
  });
});

describe("Nodes view after a cold start with four servers", () => {
  it("shows the servers at once as connecting, and then the state of each", async () => {
    const names = ["Home", "Lab", "Client A", "Client B"];
    const simulators = await Promise.all(
      names.map((_, seed) => startSimulator({ nodes: 5, seed })),
    );
    const [home, lab, clientA, clientB] = simulators;
    assert.ok(home && lab && clientA && clientB);
    for (const { knobs } of [home, lab]) knobs.slow = 4_000;
    clientA.knobs.privateSite = true;
    await clientB.refuse();
    const servers = { Home: home, Lab: lab, "Client A": clientA, "Client B": clientB };
    const { workbench, tree } = await openNodes(servers);
    const said = async () =>
      Object.fromEntries((await tree.rows()).map(({ label, description }) => [label, description]));
    await eventually(async () => {
      const rows = await said();
      assert.equal(rows.Home, "connecting…");
      assert.equal(rows.Lab, "connecting…");
    });
    await workbench.screenshot("cold-window-dark");
    await eventually(async () => {
      const rows = await said();
      assert.equal(rows["Client A"], "sign in to see its nodes");
      assert.equal(rows["Client B"], "not connected");
      assert.match(rows.Home ?? "", /^\d\/\d/);
    });
    await workbench.screenshot("four-servers-dark");
    await tree.row("Client A").click();
    await workbench.quickInput.waitForTitle("Client A");
    await workbench.quickInput.cancel();
    await workbench.close();
    for (const simulator of simulators) await simulator.stop();
  });
});
