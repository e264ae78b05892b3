import assert from "node:assert/strict";
import { credentials, type Simulator, startSimulator } from "../simulator/simulator";
import { openMethod } from "./harness/callPanel";
import { eventually } from "./harness/eventually";
import { openNodes, statusText } from "./harness/komari";
import { type Tree } from "./harness/tree";
import { type Workbench } from "./harness/workbench";

describe("Servers in the settings without their credential", () => {
  let simulator: Simulator;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    simulator = await startSimulator({ nodes: 20, seed: 7 });
    const entry = { name: "Demo", url: simulator.url, signIn: true };
    ({ workbench, tree } = await openNodes(
      { Demo: simulator },
      { settings: { "komari.servers": [entry] } },
    ));
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  it("show in the tree, in the status bar and in a form that the sign-in is missing", async () => {
    await tree.row("web-01").first().waitFor();
    await eventually(async () => {
      const [first] = await tree.rows();
      assert.equal(first?.label, "Sign-in missing");
      assert.equal(first.description, "sign in to see everything");
      assert.match(await statusText(workbench), /\b1$/);
    });
    const panel = await openMethod(workbench, "common:getNodes");
    await panel.frame.getByText(/^Demo needs you to sign in again/).waitFor();
    await panel.button("Sign In…").first().waitFor();
    await workbench.screenshot("sign-in-missing-dark");
  });

  it("show no missing sign-in after a click on the row and a sign-in", async () => {
    await tree.row("Sign-in missing").first().click();
    await workbench.quickInput.row("API Key").first().waitFor();
    await workbench.quickInput.pick("API Key");
    await eventually(async () => assert.equal(await workbench.quickInput.isPassword(), true));
    await workbench.quickInput.fill(credentials.apiKey);
    await workbench.quickInput.accept();
    await workbench.quickInput.waitUntilClosed();
    await eventually(async () => {
      assert.equal(simulator.journal.last("common:getNodes")?.role, "admin");
      assert.ok((await tree.rows()).every(({ label }) => label !== "Sign-in missing"));
    });
  });

  it("show a node at once that was added by Call Method", async () => {
    const panel = await openMethod(workbench, "admin:addClient");
    await panel.field("name").fill("added-by-call");
    await panel.send();
    await panel.responds(/OK/);
    await tree.row("added-by-call").first().waitFor({ timeout: 10_000 });
    await workbench.screenshot("added-node-dark");
  });

  it("show that a server waits for its administrator, and bring it back once it is done", async () => {
    simulator.knobs.guide = "migrating";
    await workbench.palette("Komari: Reconnect");
    await eventually(async () => {
      const [first] = await tree.rows();
      assert.equal(first?.label, "Waiting for its administrator");
    });
    await workbench.screenshot("migrating-dark");
    simulator.knobs.guide = "none";
    await eventually(async () => {
      assert.notEqual((await tree.rows())[0]?.label, "Waiting for its administrator");
    }, 40_000);
  });
});
