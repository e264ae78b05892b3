import assert from "node:assert/strict";
import { credentials } from "../simulator/simulator";
import { openMethod } from "./harness/callPanel";
import { eventually } from "./harness/eventually";
import { nodesWindow } from "./harness/komari";

describe("Call page as an administrator", () => {
  const entries = (readOnly: boolean) => ({
    "komari.servers": [{ name: "Demo", url: ui.simulator.url, ...(readOnly && { readOnly }) }],
  });

  /** With what a browser knows of a login, or with the API key. */
  async function signIn(method: "API Key" | "Session Cookie", secret: string): Promise<void> {
    await ui.workbench.titleMenu("Nodes", "Sign In…", () =>
      ui.workbench.quickInput.row(method).first().waitFor({ timeout: 5_000 }),
    );
    await ui.workbench.quickInput.pick(method);
    await eventually(async () => assert.equal(await ui.workbench.quickInput.isPassword(), true));
    await ui.workbench.quickInput.fill(secret);
    await ui.workbench.quickInput.accept();
    await ui.workbench.quickInput.waitUntilClosed();
    await eventually(() =>
      assert.equal(ui.simulator.journal.last("common:getNodes")?.role, "admin"),
    );
  }
  const ui = nodesWindow();

  before(async () => {
    await signIn("API Key", credentials.apiKey);
  });

  const clears = () => ui.simulator.journal.count("admin:clearRecords");

  it("confirms a destructive call, naming server, method and effect, and sends nothing on cancel", async () => {
    const panel = await openMethod(ui.workbench, "admin:clearRecords");
    await panel.send();
    await eventually(async () =>
      assert.match(await ui.workbench.dialog.text(), /admin:clearRecords[^]*Demo[^]*\w+ .*\./),
    );
    await ui.workbench.screenshot("call-confirm");
    await ui.workbench.dialog.press("Cancel");
    await panel.responds(/Not sent/);
    assert.equal(clears(), 0);
  });

  it("sends a destructive call after confirmation", async () => {
    const panel = await openMethod(ui.workbench, "admin:clearRecords");
    await panel.send();
    await ui.workbench.dialog.press("Call");
    await panel.responds(/OK/);
    assert.equal(clears(), 1);
  });

  it("blocks a destructive call on a read-only server, without confirmation", async () => {
    await ui.workbench.changeSettings(entries(true));
    const panel = await openMethod(ui.workbench, "admin:clearRecords");
    await eventually(async () =>
      assert.match(await panel.frame.locator("body").innerText(), /read-only/i),
    );
    await panel.send();
    await panel.responds(/admin:clearRecords was not sent: Demo is set to read-only/);
    assert.equal(clears(), 1);
    await ui.workbench.changeSettings(entries(false));
  });

  it("masks secrets, in what is copied too, until they are revealed", async () => {
    const panel = await openMethod(ui.workbench, "admin:getSettings");
    await panel.send();
    await panel.responds(/api_key[^]*••••••/);
    const text = () => panel.response.innerText();
    assert.ok(!(await text()).includes(credentials.apiKey));
    await panel.press("Copy");
    await eventually(async () => assert.match(await ui.workbench.clipboard(), /"api_key": *"•+"/));
    assert.ok(!(await ui.workbench.clipboard()).includes(credentials.apiKey));
    await panel.button("Reveal").click();
    await eventually(async () => assert.ok((await text()).includes(credentials.apiKey)));
  });

  it("shows a field for the second factor if the server requires one, and sends it with that call only", async () => {
    ui.simulator.knobs.twoFactor = true;
    await signIn("Session Cookie", ui.simulator.signIn());
    const panel = await openMethod(ui.workbench, "admin:exec");
    await panel.type("command", "uptime");
    const { uuid } = ui.simulator.fleet.member("web-1");
    await panel.press(/^Add Item/);
    await ui.workbench.page.keyboard.type(uuid);
    await panel.send();
    await ui.workbench.dialog.press("Run on 1 Node");
    await ui.workbench.quickInput.waitForTitle("Two-Factor Code for");
    await ui.workbench.quickInput.fill("000000");
    await ui.workbench.quickInput.accept();
    await eventually(async () =>
      assert.match(await ui.workbench.quickInput.message(), /code was not accepted/),
    );
    await ui.workbench.quickInput.fill(credentials.twoFactorCode);
    await ui.workbench.quickInput.accept();
    await panel.responds(/OK[^]*task_id/);
    const { params } = ui.simulator.journal.last("admin:exec") ?? {};
    assert.deepEqual(params, {
      "2fa_code": credentials.twoFactorCode,
      command: "uptime",
      clients: [uuid],
    });
    assert.ok(!(await panel.frame.locator("body").innerText()).includes(credentials.twoFactorCode));
  });

  it("keeps the form, the response and the history over a reload of the window", async () => {
    const panel = await openMethod(ui.workbench, "common:getNodes");
    const { uuid } = ui.simulator.fleet.member("web-1");
    await panel.type("uuid", uuid);
    await panel.send();
    await panel.responds(/OK[^]*web-01/);
    await ui.workbench.reload();
    await panel.frame.getByRole("heading", { name: "common:getNodes" }).waitFor();
    await eventually(async () => assert.equal(await panel.field("uuid").inputValue(), uuid));
    await panel.responds(/web-01/);
  });

  it("repeats a call of the history, and compares the two responses", async () => {
    const before = ui.simulator.journal.count("common:getNodes", "post");
    const requests = ui.workbench.tree("Requests");
    await ui.workbench.view("Requests").click();
    await requests.row("common:getNodes").first().waitFor();
    await requests.pressInline("common:getNodes", "Send Again");
    await eventually(() =>
      assert.ok(ui.simulator.journal.count("common:getNodes", "post") > before),
    );
    const ofNodes = () => requests.row("common:getNodes").count();
    await eventually(async () => assert.ok((await ofNodes()) >= 2));
    await requests.row("common:getNodes").nth(0).click();
    await requests
      .row("common:getNodes")
      .nth(1)
      .click({ modifiers: ["Control"] });
    await ui.workbench.contextMenu(requests.row("common:getNodes").nth(1), "Compare Responses…");
    await ui.workbench.quickInput.row("Ignore Timestamps").waitFor();
    await ui.workbench.quickInput.pick("Ignore Timestamps");
    await ui.workbench.page.locator(".monaco-diff-editor").waitFor();
  });
});
