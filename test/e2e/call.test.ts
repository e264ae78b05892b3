import assert from "node:assert/strict";
import { createTimes } from "../../src/shared/times";
import { openMethod } from "./harness/callPanel";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { nodesWindow } from "./harness/komari";

const times = createTimes("en");
/** Editions of ICU differ in the spaces that they put around a dash. */
const plainSpaces = (text: string) => text.replace(/\s/g, " ");

describe("Call page as a guest, by keyboard", () => {
  const ui = nodesWindow();

  it("calls rpc.ping, which has no parameters", async () => {
    const panel = await openMethod(ui.workbench, "rpc.ping");
    assert.match(await panel.frame.locator("main").innerText(), /takes no parameters/);
    await panel.send();
    await panel.responds(/OK[^]*HTTP POST[^]*"pong"/);
    assert.equal(ui.simulator.journal.last("rpc.ping")?.params, undefined);
  });

  it("calls getNodes of a node that is picked by its name", async () => {
    const panel = await openMethod(ui.workbench, "common:getNodes");
    await panel.press(/^Choose…/);
    await ui.workbench.quickInput.row("web-01").first().waitFor();
    await ui.workbench.quickInput.fill("web-01");
    await ui.workbench.quickInput.accept();
    const { uuid } = ui.simulator.fleet.member("web-1");
    await eventually(async () => assert.equal(await panel.field("uuid").inputValue(), uuid));
    await panel.tabTo(panel.field("uuid"));
    await panel.send();
    await panel.responds(/OK[^]*web-01/);
    assert.deepEqual(ui.simulator.journal.last("common:getNodes", "post")?.params, { uuid });
  });

  it("shows an error at an invalid value, and sends it by Send Anyway", async () => {
    const panel = await openMethod(ui.workbench, "common:getRecords");
    await panel.type("hours", "soon");
    const said = panel.frame.locator(".field", { has: panel.field("hours") });
    await eventually(async () => assert.match(await said.innerText(), /number/i));
    const before = ui.simulator.journal.count("common:getRecords");
    await panel.send();
    await panel.button("Send Anyway").waitFor();
    assert.equal(ui.simulator.journal.count("common:getRecords"), before);
    await panel.press("Send Anyway");
    await panel.responds(/Demo rejected the parameters[^]*-32602/);
    const { params } = ui.simulator.journal.last("common:getRecords") ?? {};
    assert.deepEqual(params, { hours: "soon" });
    await panel.tabTo(panel.frame.getByRole("checkbox", { name: "Send hours" }));
    await ui.workbench.page.keyboard.press("Space");
  });

  it("requests records with a type, a start and an end, and charts the response", async () => {
    const { uuid } = ui.simulator.fleet.member("web-1");
    const end = new Date(Math.floor(Date.now() / 1000) * 1000);
    const start = new Date(end.getTime() - 3_600_000);
    const [from, to] = [start, end].map((time) => time.toISOString().replace(".000", ""));
    const panel = await openMethod(ui.workbench, "common:getRecords");
    await panel.type("uuid", uuid);
    await panel.type("start", from ?? "");
    await panel.type("end", to ?? "");
    await panel.tabTo(panel.frame.getByRole("combobox", { name: /load_type/ }));
    await ui.workbench.page.keyboard.type("cpu");
    await panel.send();
    await panel.responds(/OK/);
    const { params } = ui.simulator.journal.last("common:getRecords") ?? {};
    assert.deepEqual(params, { uuid, start: from, end: to, load_type: "cpu" });
    await panel.press("Chart");
    const charts = new ChartPanel(ui.workbench, 0);
    await charts.tab("web-01 — Demo").waitFor();
    const span = plainSpaces(times.between({ from: start.getTime(), to: end.getTime() }));
    await eventually(async () => assert.equal(plainSpaces(await charts.range.innerText()), span));
  });

  it("shows that a method for administrators requires a sign-in", async () => {
    const panel = await openMethod(ui.workbench, "admin:getSettings");
    assert.match(await panel.frame.locator("body").innerText(), /You're a guest on Demo/);
    await panel.send();
    await panel.responds(/admin:getSettings needs an administrator\. Sign in to Demo\.[^]*Sign In/);
  });

  it("sends parameters by position if selected, and the server receives them so", async () => {
    const panel = await openMethod(ui.workbench, "rpc.help");
    await panel.type("method", "rpc.ping");
    await panel.press("More");
    await panel.tabTo(panel.frame.getByRole("checkbox", { name: /by position/ }));
    await ui.workbench.page.keyboard.press("Space");
    await panel.send();
    await panel.responds(/OK/);
    assert.deepEqual(ui.simulator.journal.last("rpc.help")?.params, ["rpc.ping"]);
  });

  it("cancels a call that takes too long", async () => {
    ui.simulator.knobs.slow = { "rpc.version": 60_000 };
    const panel = await openMethod(ui.workbench, "rpc.version");
    await panel.send();
    await panel.press("Cancel");
    await panel.responds(/Canceled/);
    ui.simulator.knobs.slow = 0;
  });

  it("keeps the tree updating while a response of 60 MB arrives, and shows Open in Editor and Save As", async () => {
    ui.simulator.knobs.pluginMethods = ["demo.rows"];
    ui.simulator.knobs.largeAnswers = { "demo.rows": 60 };
    await ui.workbench.palette("Komari: Reconnect");
    const panel = await openMethod(ui.workbench, "demo.rows");
    const before = ui.simulator.journal.count("common:getNodesLatestStatus");
    await panel.send();
    await panel.responds(/too large to show here[^]*Open in Editor[^]*Save As/, 60_000);
    await eventually(() =>
      assert.ok(ui.simulator.journal.count("common:getNodesLatestStatus") > before),
    );
    assert.match(
      (await ui.tree.rows()).find(({ label }) => label === "web-01")?.description ?? "",
      /%/,
    );
  });
});
