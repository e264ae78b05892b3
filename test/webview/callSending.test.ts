import assert from "node:assert/strict";
import { type CallResponse, type CallRequest } from "../../src/shared/call/callApi";
import { eventually } from "../e2e/harness/eventually";
import { callServer, callSetup, methodSpec, named, okAnswer, param } from "./harness/callData";
import { type CallPage, type CallPageOptions, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

const params = named([param("name"), param("group")]);

describe("Call page send", () => {
  checkPages();
  let panel: CallPage;

  const open = async (options: CallPageOptions = {}) => {
    panel = await openCallPage({
      setup: callSetup({ method: methodSpec({ params }) }),
      ...options,
    });
  };
  const isSpoken = (text: RegExp) =>
    eventually(async () => {
      const spoken = panel.page.locator(".unseen[aria-live=polite]");
      assert.match((await spoken.textContent()) ?? "", text);
    });
  const progress = () => panel.page.locator(".progress-text");
  const failed = (id: number, text: string, param?: string): CallResponse => ({
    ...okAnswer(id, ""),
    outcome: { kind: "error", text, code: -32602, actions: [], ...(param && { param }) },
  });

  it("is triggered by Ctrl+Enter anywhere, once while the keys are held", async () => {
    await open();
    await panel.text("name").fill("edge");
    await panel.text("name").press("Control+Enter");
    assert.deepEqual(await panel.sentAfter(0), {
      id: 1,
      params: '{"name":"edge"}',
      timeoutSeconds: 30,
    });
    await panel.page.locator("body").press("Meta+Enter");
    assert.equal((await panel.sentAfter(1)).id, 2);
    await panel.button("Send").focus();
    await panel.page.keyboard.down("Control");
    await panel.page.keyboard.down("Enter");
    await panel.page.keyboard.down("Enter");
    assert.equal((await panel.sentAfter(2)).id, 3);
    await panel.settled();
    assert.equal(panel.paramsOf("send").length, 3);
  });

  it("shows elapsed time and received bytes, and can be canceled", async () => {
    await open();
    await panel.button("Send").waitFor();
    await panel.stopTime();
    const { id } = await panel.send();
    const says = (text: string) =>
      eventually(async () => assert.equal(await progress().innerText(), text));
    await says("Sending…");
    await panel.notify("sent", { id });
    await panel.notify("progress", { id, bytes: 3_500_000 });
    await panel.pass(400);
    await says("0.4 s · 3.3 MiB");
    await panel.screenshot("call-waiting");
    await panel.page.keyboard.press("Escape");
    await panel.pass(100);
    assert.deepEqual(panel.paramsOf("cancel"), []);
    await panel.button("Cancel").focus();
    await panel.button("Cancel").press("Enter");
    await eventually(() => assert.deepEqual(panel.paramsOf("cancel"), [id]));
    await panel.notify("response", { ...okAnswer(id, ""), outcome: { kind: "cancelled" } });
    await panel.pass(1000);
    await isSpoken(/^Canceled\.$/);
    await eventually(async () => assert.equal(await panel.button("Cancel").isVisible(), false));
    const focused = await panel.page.evaluate(() => document.activeElement?.textContent);
    assert.equal(focused, "Send");
  });

  it("is concurrent, and shows the response to the newest call", async () => {
    await open();
    const [first, second] = [await panel.send(), await panel.send()];
    await panel.notify("sent", { id: first.id });
    await panel.notify("sent", { id: second.id });
    await eventually(async () => assert.match(await progress().innerText(), /2 calls/));
    await panel.notify("response", okAnswer(second.id, '"newer"'));
    await panel.page.getByText("newer").first().waitFor();
    await panel.notify("response", okAnswer(first.id, '"older"'));
    await eventually(async () => assert.equal(await progress().innerText(), ""));
    assert.equal(await panel.page.getByText("older").count(), 0);
  });

  it("announces the outcome to screen readers", async () => {
    await open();
    const { id } = await panel.send();
    await panel.notify("response", okAnswer(id, '{"a":1}', { tookMs: 12 }));
    await isSpoken(/^Response in 12 ms, 7 B$/);
    const next = await panel.send();
    await panel.notify("response", failed(next.id, "Demo does not know this method."));
    await isSpoken(/^Demo does not know this method\.$/);
  });

  it("marks the field of a server error until it is edited", async () => {
    await open();
    await panel.text("group").fill("x");
    const { id } = await panel.send();
    await panel.notify("response", failed(id, "The group is unknown.", "group"));
    const field = panel.field("group");
    await eventually(async () => assert.match(await field.innerText(), /The group is unknown/));
    assert.equal(await panel.text("group").getAttribute("aria-invalid"), "true");
    await panel.text("group").fill("y");
    await eventually(async () => assert.doesNotMatch(await field.innerText(), /unknown/));
  });

  it("accepts a timeout, and rejects an invalid one", async () => {
    await open();
    await panel.button("More").click();
    const timeout = panel.text("Timeout in seconds");
    await timeout.fill("2.5");
    assert.equal((await panel.send()).timeoutSeconds, 2.5);
    await panel.button("More").click();
    await timeout.fill("never");
    await panel.page
      .getByRole("alert")
      .getByText(/at most 3600 seconds/)
      .waitFor();
    await panel.page.keyboard.press("Control+Enter");
    await panel.settled();
    assert.equal(panel.paramsOf("send").length, 1);
  });

  it("shows why the host could not do what was asked for, until something is edited", async () => {
    await open({
      onRequest: () => {
        throw new Error("The file could not be saved: disk full");
      },
    });
    await panel.button("More").click();
    await panel.button("Save Request…").click();
    const alert = panel.page.getByRole("alert").getByText(/disk full/);
    await alert.waitFor();
    await panel.text("name").fill("edge");
    await alert.waitFor({ state: "hidden" });
  });

  it("has menu entries for several servers, a file and the clipboard", async () => {
    await open();
    await panel.text("name").fill("edge");
    const choose = async (entry: string) => {
      await panel.button("More").click();
      await panel.button(entry).click();
    };
    await choose("Send to Several Servers…");
    await eventually(() => assert.equal(panel.paramsOf("sendToServers").length, 1));
    const [run] = panel.paramsOf("sendToServers") as readonly [CallRequest];
    assert.equal(run.params, '{"name":"edge"}');
    const done = { server: "Demo", state: "ok", tookMs: 3, bytes: 2, json: "{}" } as const;
    await panel.notifyRows(run.id, [{ server: "Demo", state: "running" }]);
    await panel.button("Cancel").waitFor();
    await panel.notify("serverRow", { id: run.id, index: 0, row: done });
    await eventually(async () => assert.equal(await panel.button("Cancel").isVisible(), false));
    await choose("Save Request…");
    await choose("Copy as cURL");
    const written = { params: '{"name":"edge"}' };
    await eventually(() => {
      assert.deepEqual(panel.paramsOf("saveRequest"), [written]);
      assert.deepEqual(panel.paramsOf("copySnippet"), [{ format: "curl", ...written }]);
    });
  });

  it("shows risk and role before the call", async () => {
    const method = methodSpec({ params, role: "admin", risk: "destructive", secondFactor: true });
    const server = callServer({ role: "guest", readOnly: true });
    await open({ setup: callSetup({ method, server }) });
    const badges = panel.page.getByRole("list", { name: "About this method" });
    assert.deepEqual(await badges.getByRole("listitem").allInnerTexts(), [
      ...["Deletes data", "Administrators only", "May need a two-factor code", "Read-only server"],
    ]);
    await panel.page
      .getByText("You're a guest on Demo. This call needs an administrator.")
      .waitFor();
    await panel.page.getByText("Demo is set to read-only. This call will not be sent.").waitFor();
    const problem = "Demo cannot be reached.";
    await panel.notify("setup", { ...panel.setup, server: { ...server, problem } });
    await panel.page.getByText(problem).waitFor();
    await panel.notify("setup", {
      ...panel.setup,
      server: { ...server, problem, action: "reconnect" },
    });
    await panel.button("Reconnect").click();
    await eventually(() => assert.deepEqual(panel.paramsOf("act"), ["reconnect"]));
  });
});
