import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { type CallPanel, openMethod } from "./harness/callPanel";
import { eventually } from "./harness/eventually";
import { openNodes } from "./harness/komari";
import { type Workbench } from "./harness/workbench";

describe("Requests view with two servers", () => {
  let demo: Simulator;
  let spare: Simulator;
  let workbench: Workbench;

  before(async () => {
    demo = await startSimulator({ nodes: 20, seed: 7 });
    spare = await startSimulator({ nodes: 3, seed: 8, profile: "1.0.7" });
    const opened = await openNodes({ Demo: demo, Spare: spare });
    ({ workbench } = opened);
    await opened.tree.row("web-01").first().waitFor();
  });

  after(async () => {
    await workbench.close();
    await demo.stop();
    await spare.stop();
  });

  const open = (method: string): Promise<CallPanel> =>
    openMethod(workbench, method, { server: "Demo" });

  it("run on both servers at once, with one expandable row per server", async () => {
    const panel = await open("common:getVersion");
    await panel.choose("More", "Send to Several Servers…");
    await workbench.quickInput.waitForTitle("Servers for common:getVersion");
    await workbench.quickInput.accept();
    const rows = panel.response.getByRole("row");
    await eventually(async () => {
      const shown = await rows.allInnerTexts();
      assert.match(shown.find((row) => row.includes("Demo")) ?? "", new RegExp(demo.version));
      assert.match(shown.find((row) => row.includes("Spare")) ?? "", new RegExp(spare.version));
    });
    await panel.press("Spare");
    await panel.responds(new RegExp(`Response from Spare[^]*"${spare.version}"`));
    await workbench.screenshot("call-servers");
  });

  it("compare a response with that of the other server", async () => {
    const panel = await open("common:getVersion");
    await panel.send();
    await panel.responds(new RegExp(demo.version));
    const before = spare.journal.count("common:getVersion", "post");
    await panel.choose("Compare", "With Another Server's Response…");
    await workbench.quickInput.waitForTitle("With Another Server");
    await workbench.quickInput.pick("Spare");
    await workbench.quickInput.pick("Show all differences");
    const diff = workbench.page.locator(".monaco-diff-editor");
    await eventually(async () => {
      assert.ok((await diff.locator(".editor.original").innerText()).includes(spare.version));
      assert.ok((await diff.locator(".editor.modified").innerText()).includes(demo.version));
    });
    assert.equal(spare.journal.count("common:getVersion", "post"), before + 1);
    await workbench.screenshot("call-compared");
  });

  it("are copied as a cURL command with the server and the typed parameters", async () => {
    const panel = await open("common:getNodes");
    const { uuid } = demo.fleet.member("web-1");
    await panel.type("uuid", uuid);
    await panel.choose("More", "Copy as cURL");
    await eventually(async () => {
      const text = await workbench.clipboard();
      assert.ok(text.startsWith("curl ") && text.includes(demo.url) && text.includes(uuid), text);
    });
  });

  it("are saved under a name, and sent again from the view after a reload", async () => {
    const panel = await open("common:getNodes");
    const { uuid } = demo.fleet.member("web-1");
    await panel.type("uuid", uuid);
    await panel.choose("More", "Save Request…");
    await workbench.quickInput.waitForTitle("Save Request");
    await workbench.quickInput.fill("The first web server");
    await workbench.quickInput.accept();
    await workbench.quickInput.row("For Demo").waitFor();
    await workbench.quickInput.pick("For Demo");
    await workbench.toast("Saved as The first web server.").waitFor();
    await workbench.reload();
    const requests = workbench.tree("Requests");
    await workbench.view("Requests").click();
    await requests.row("The first web server").waitFor();
    await workbench.screenshot("call-saved");
    const before = demo.journal.count("common:getNodes", "post");
    await requests.pressInline("The first web server", "Send Again");
    await eventually(() => assert.equal(demo.journal.count("common:getNodes", "post"), before + 1));
    assert.deepEqual(demo.journal.last("common:getNodes", "post")?.params, { uuid });
  });
});
