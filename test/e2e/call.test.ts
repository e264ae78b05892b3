import assert from "node:assert/strict";
import { createTimeText } from "../../webview/chart/state/timeText";
import { credentials, type Simulator, startSimulator } from "../simulator/simulator";
import { openMethod } from "./harness/callPanel";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { openNodes } from "./harness/komari";
import { type Tree } from "./harness/tree";
import { type Workbench } from "./harness/workbench";

const timeText = createTimeText("en", "local");
/** Editions of ICU differ in the spaces that they put around a dash. */
const plainSpaces = (text: string) => text.replace(/\s/g, " ");

describe("Calling methods as a guest, by keyboard", function () {
  this.timeout(90_000);
  let simulator: Simulator;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    simulator = await startSimulator({ nodes: 20, seed: 7 });
    ({ workbench, tree } = await openNodes({ Demo: simulator }));
    await tree.row("web-01").first().waitFor();
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  it("calls rpc.ping, which takes nothing", async () => {
    const panel = await openMethod(workbench, "rpc.ping");
    assert.match(await panel.frame.locator("main").innerText(), /takes no parameters/);
    await panel.send();
    await panel.answers(/OK[^]*HTTP POST[^]*"pong"/);
    assert.equal(simulator.journal.last("rpc.ping")?.params, undefined);
  });

  it("calls getNodes of a node that is picked by its name", async () => {
    const panel = await openMethod(workbench, "common:getNodes");
    await panel.tabTo(panel.button(/^Choose…/));
    await workbench.page.keyboard.press("Enter");
    await workbench.quickInput.row("web-01").first().waitFor();
    await workbench.quickInput.fill("web-01");
    await workbench.quickInput.accept();
    const { uuid } = simulator.fleet.member("web-1");
    await eventually(async () => assert.equal(await panel.field("uuid").inputValue(), uuid));
    await panel.tabTo(panel.field("uuid"));
    await panel.send();
    await panel.answers(/OK[^]*web-01/);
    assert.deepEqual(simulator.journal.last("common:getNodes", "post")?.params, { uuid });
  });

  it("marks a wrong value where it stands, in words, and sends it all the same when told twice", async () => {
    const panel = await openMethod(workbench, "common:getRecords");
    await panel.type("hours", "soon");
    const said = panel.frame.locator(".field", { has: panel.field("hours") });
    await eventually(async () => assert.match(await said.innerText(), /number/i));
    const before = simulator.journal.count("common:getRecords");
    await panel.send();
    await panel.button("Send Anyway").waitFor();
    assert.equal(simulator.journal.count("common:getRecords"), before);
    await panel.send();
    await panel.answers(/Demo rejects the parameters[^]*-32602/);
    const { params } = simulator.journal.last("common:getRecords") ?? {};
    assert.deepEqual(params, { hours: "soon" });
    await panel.tabTo(panel.frame.getByRole("checkbox", { name: "Send hours" }));
    await workbench.page.keyboard.press("Space");
  });

  it("asks for records with a type, a start and an end, and charts what came", async () => {
    const { uuid } = simulator.fleet.member("web-1");
    const end = new Date(Math.floor(Date.now() / 1000) * 1000);
    const start = new Date(end.getTime() - 3_600_000);
    const [from, to] = [start, end].map((time) => time.toISOString().replace(".000", ""));
    const panel = await openMethod(workbench, "common:getRecords");
    await panel.type("uuid", uuid);
    await panel.type("start", from ?? "");
    await panel.type("end", to ?? "");
    await panel.tabTo(panel.frame.getByRole("combobox", { name: /load_type/ }));
    await workbench.page.keyboard.type("cpu");
    await panel.send();
    await panel.answers(/OK/);
    const { params } = simulator.journal.last("common:getRecords") ?? {};
    assert.deepEqual(params, { uuid, start: from, end: to, load_type: "cpu" });
    await panel.tabTo(panel.button("Chart"));
    await workbench.page.keyboard.press("Enter");
    const charts = new ChartPanel(workbench, 0);
    await charts.tab("web-01 — Demo").waitFor();
    const span = plainSpaces(timeText.between(start.getTime(), end.getTime()));
    await eventually(async () => assert.equal(plainSpaces(await charts.range.innerText()), span));
  });

  it("says of an administrator's method that one has to sign in", async () => {
    const panel = await openMethod(workbench, "admin:getSettings");
    assert.match(await panel.frame.locator("body").innerText(), /Demo knows you as a guest/);
    await panel.send();
    await panel.answers(/admin:getSettings is for administrators\. Sign in to Demo\.[^]*Sign In/);
  });

  it("sends by position where it is told to, as the server sees it", async () => {
    const panel = await openMethod(workbench, "rpc.help");
    await panel.type("method", "rpc.ping");
    await panel.tabTo(panel.frame.getByRole("checkbox", { name: /by position/ }));
    await workbench.page.keyboard.press("Space");
    await panel.send();
    await panel.answers(/OK/);
    assert.deepEqual(simulator.journal.last("rpc.help")?.params, ["rpc.ping"]);
  });

  it("cancels a call that takes too long", async () => {
    simulator.knobs.slow = { "rpc.version": 60_000 };
    const panel = await openMethod(workbench, "rpc.version");
    await panel.send();
    await panel.tabTo(panel.button("Cancel"));
    await workbench.page.keyboard.press("Enter");
    await panel.answers(/Cancelled/);
    simulator.knobs.slow = 0;
  });

  it("lets the tree go on while an answer of 60 MB comes, and offers an editor or a file for it", async () => {
    simulator.knobs.pluginMethods = ["demo.rows"];
    simulator.knobs.largeAnswers = { "demo.rows": 60 };
    await workbench.palette("Komari: Reconnect");
    const panel = await openMethod(workbench, "demo.rows");
    const before = simulator.journal.count("common:getNodesLatestStatus");
    await panel.send();
    await panel.answers(/too large to be shown here[^]*Open in Editor[^]*Save As/, 60_000);
    await eventually(() =>
      assert.ok(simulator.journal.count("common:getNodesLatestStatus") > before),
    );
    assert.match(
      (await tree.rows()).find(({ label }) => label === "web-01")?.description ?? "",
      /%/,
    );
  });
});

describe("Calling methods as an administrator", function () {
  this.timeout(90_000);
  let simulator: Simulator;
  let workbench: Workbench;
  let tree: Tree;

  const entries = (readOnly: boolean) => ({
    "komari.servers": [{ name: "Demo", url: simulator.url, ...(readOnly && { readOnly }) }],
  });

  /** With what a browser knows of a login, or with the API key. */
  async function signIn(method: "API Key" | "Session Cookie", secret: string): Promise<void> {
    await workbench.palette("Komari: Sign In");
    await workbench.quickInput.row(method).first().waitFor();
    await workbench.quickInput.pick(method);
    await eventually(async () => assert.equal(await workbench.quickInput.isPassword(), true));
    await workbench.quickInput.fill(secret);
    await workbench.quickInput.accept();
    await workbench.quickInput.waitUntilClosed();
    await eventually(() => assert.equal(simulator.journal.last("common:getNodes")?.role, "admin"));
  }

  before(async () => {
    simulator = await startSimulator({ nodes: 20, seed: 7 });
    ({ workbench, tree } = await openNodes({ Demo: simulator }));
    await tree.row("web-01").first().waitFor();
    await signIn("API Key", credentials.apiKey);
  });

  after(async () => {
    await workbench.close();
    await simulator.stop();
  });

  const clears = () => simulator.journal.count("admin:clearRecords");

  it("asks before it destroys, naming server, method and effect, and takes no for an answer", async () => {
    const panel = await openMethod(workbench, "admin:clearRecords");
    await panel.send();
    await eventually(async () =>
      assert.match(await workbench.dialog.text(), /admin:clearRecords[^]*Demo[^]*\w+ .*\./),
    );
    await workbench.screenshot("call-confirm");
    await workbench.dialog.press("Cancel");
    await panel.answers(/Not sent/);
    assert.equal(clears(), 0);
  });

  it("destroys when the answer is yes", async () => {
    const panel = await openMethod(workbench, "admin:clearRecords");
    await panel.send();
    await workbench.dialog.press("Call");
    await panel.answers(/OK/);
    assert.equal(clears(), 1);
  });

  it("refuses it on a server that is read-only, without asking", async () => {
    await workbench.changeSettings(entries(true));
    const panel = await openMethod(workbench, "admin:clearRecords");
    await eventually(async () =>
      assert.match(await panel.frame.locator("body").innerText(), /read-only/i),
    );
    await panel.send();
    await panel.answers(/Demo is read-only here, so admin:clearRecords was not sent/);
    assert.equal(clears(), 1);
    await workbench.changeSettings(entries(false));
  });

  it("masks secrets, in what is copied too, until they are revealed", async () => {
    const panel = await openMethod(workbench, "admin:getSettings");
    await panel.send();
    await panel.answers(/api_key[^]*••••••/);
    const text = () => panel.answer.innerText();
    assert.ok(!(await text()).includes(credentials.apiKey));
    await panel.press("Copy");
    await eventually(async () => assert.match(await workbench.clipboard(), /"api_key": *"•+"/));
    assert.ok(!(await workbench.clipboard()).includes(credentials.apiKey));
    await panel.button("Reveal").click();
    await eventually(async () => assert.ok((await text()).includes(credentials.apiKey)));
  });

  it("asks for the second factor where the server wants one, and sends it with that call only", async () => {
    simulator.knobs.twoFactor = true;
    await signIn("Session Cookie", simulator.signIn());
    const panel = await openMethod(workbench, "admin:exec");
    await panel.type("command", "uptime");
    const { uuid } = simulator.fleet.member("web-1");
    await panel.tabTo(panel.button(/^Add Item/));
    await workbench.page.keyboard.press("Enter");
    await workbench.page.keyboard.type(uuid);
    await panel.send();
    await workbench.dialog.press("Execute");
    await workbench.quickInput.waitForTitle("Two-Factor Code for Demo");
    await workbench.quickInput.fill("000000");
    await workbench.quickInput.accept();
    await eventually(async () =>
      assert.match(await workbench.quickInput.message(), /did not accept that code/),
    );
    await workbench.quickInput.fill(credentials.twoFactorCode);
    await workbench.quickInput.accept();
    await panel.answers(/OK[^]*task_id/);
    const { params } = simulator.journal.last("admin:exec") ?? {};
    assert.deepEqual(params, {
      "2fa_code": credentials.twoFactorCode,
      command: "uptime",
      clients: [uuid],
    });
    assert.ok(!(await panel.frame.locator("body").innerText()).includes(credentials.twoFactorCode));
  });

  it("keeps what was typed, the answer and the history over a reload of the window", async () => {
    const panel = await openMethod(workbench, "common:getNodes");
    const { uuid } = simulator.fleet.member("web-1");
    await panel.type("uuid", uuid);
    await panel.send();
    await panel.answers(/OK[^]*web-01/);
    await workbench.reload();
    await panel.frame.getByRole("heading", { name: "common:getNodes" }).waitFor();
    await eventually(async () => assert.equal(await panel.field("uuid").inputValue(), uuid));
    await panel.answers(/web-01/);
  });

  it("runs a call of the history again, and compares the two answers", async () => {
    const before = simulator.journal.count("common:getNodes", "post");
    const requests = workbench.tree("Requests");
    await workbench.view("Requests").click();
    await requests.row("common:getNodes").first().waitFor();
    await requests.row("common:getNodes").first().hover();
    await requests.inlineButton("common:getNodes", "Run Request Again").click();
    await eventually(() => assert.ok(simulator.journal.count("common:getNodes", "post") > before));
    const ofNodes = () => requests.row("common:getNodes").count();
    await eventually(async () => assert.ok((await ofNodes()) >= 2));
    await requests.row("common:getNodes").nth(0).click();
    await requests
      .row("common:getNodes")
      .nth(1)
      .click({ modifiers: ["Control"] });
    await workbench.contextMenu(requests.row("common:getNodes").nth(1), "Compare Answers…");
    await workbench.quickInput.row("Compare Without Times").waitFor();
    await workbench.quickInput.pick("Compare Without Times");
    await workbench.page.locator(".monaco-diff-editor").waitFor();
  });
});
