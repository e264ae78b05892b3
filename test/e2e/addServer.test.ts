import assert from "node:assert/strict";
import { credentials, type Simulator, startSimulator } from "../simulator/simulator";
import { eventually } from "./harness/eventually";
import { nodesTree, statusText } from "./harness/komari";
import { openWorkbench, type Workbench } from "./harness/workbench";

describe("Add Server by keyboard", () => {
  let simulator: Simulator;
  let workbench: Workbench;

  before(async () => {
    simulator = await startSimulator({ nodes: 20, seed: 7 });
    workbench = await openWorkbench();
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  const message = (pattern: RegExp) =>
    eventually(async () => assert.match(await workbench.quickInput.message(), pattern));

  const submit = async (text: string) => {
    await workbench.quickInput.fill(text);
    await workbench.quickInput.accept();
  };

  /** Types until the choice is the only one, as one does without a mouse. */
  const choose = async (label: string) => {
    await workbench.quickInput.fill(label);
    await workbench.quickInput.row(label).first().waitFor();
    await workbench.quickInput.accept();
  };

  it("starts with the welcome view and no status bar item", async () => {
    await workbench.openActivity("Komari");
    await eventually(async () => {
      assert.match(await nodesTree(workbench).text(), /Add Server/);
    });
    assert.equal(await statusText(workbench), "");
    await workbench.screenshot("welcome-dark");
  });

  it("shows what is wrong with a URL at the input, and keeps the URL", async () => {
    await workbench.palette("Komari: Add Server");
    await workbench.quickInput.waitForTitle("Add Komari Server");
    await submit("ftp://example.com");
    await message(/https:\/\/ or http:\/\//);
    assert.equal(await workbench.quickInput.value(), "ftp://example.com");
    const gone = await startSimulator({ nodes: 0 });
    await gone.stop();
    await submit(gone.url);
    await message(/cannot be reached/);
    await workbench.screenshot("add-server-unreachable");
  });

  it("checks the URL live and shows the site's name and version", async () => {
    await submit(`${simulator.url}/admin`);
    await workbench.quickInput.waitForTitle("Komari 1.4.3");
    await workbench.screenshot("add-server-sign-in");
  });

  it("reports a wrong key at the input, goes back, and accepts the right one", async () => {
    await choose("API Key");
    await eventually(async () => assert.equal(await workbench.quickInput.isPassword(), true));
    await submit("this-key-is-wrong");
    await message(/rejected this key/);
    assert.equal(await workbench.quickInput.value(), "this-key-is-wrong");
    await workbench.quickInput.back();
    await choose("API Key");
    await eventually(async () => assert.equal(await workbench.quickInput.isPassword(), true));
    await submit(credentials.apiKey);
    await message(/Display name/);
    await submit("My fleet");
    await workbench.quickInput.waitUntilClosed();
  });

  it("shows the nodes, hidden ones too, for the key is an administrator's", async () => {
    await eventually(async () => assert.match(await statusText(workbench), /^\d+\/19\b/));
    assert.equal(simulator.journal.last("common:getNodes")?.role, "admin");
  });

  it("has written the server but not the key to the settings", async () => {
    await workbench.palette("Preferences: Open User Settings (JSON)");
    const editor = workbench.page.locator(".monaco-editor .view-lines");
    await eventually(async () => {
      const text = (await editor.innerText()).replaceAll("\u00a0", " ");
      assert.match(text, /"name": "My fleet"/);
      assert.equal(text.includes(credentials.apiKey), false);
    });
  });

  it("signs out to a guest's view, and removes the server after confirmation", async () => {
    await workbench.palette("View: Close All Editors");
    await workbench.titleMenu("Nodes", "Sign Out");
    await eventually(async () => assert.match(await statusText(workbench), /^\d+\/18\b/));
    await workbench.titleMenu("Nodes", "Remove Server…", () =>
      eventually(async () => assert.match(await workbench.dialog.text(), /My fleet/), 5_000),
    );
    await workbench.dialog.press("Remove");
    await eventually(async () => assert.equal(await statusText(workbench), ""));
  });
});
