import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { callSetup, methodSpec, named, okAnswer, param } from "./harness/callData";
import { type CallPage, type CallPageOptions, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

const params = named([param("name"), param("group"), param("token", { secret: true })]);
const setup = callSetup({ method: methodSpec({ params }) });

describe("Call page saved state", () => {
  checkPages();
  let panel: CallPage;

  const open = async (options: CallPageOptions = {}) => {
    panel = await openCallPage({ setup, ...options });
  };
  const saved = () => panel.page.evaluate(() => sessionStorage.getItem("vscode-state") ?? "");
  const nameIs = (text: string) =>
    eventually(async () => assert.equal(await panel.text("name").inputValue(), text));

  it("is restored after a reload, without secrets", async () => {
    await open({ width: 600 });
    await panel.text("name").fill("edge");
    await panel.text("group").fill("idle");
    await panel.sends("group").click();
    await panel.text("token").fill("hunter2hunter2");
    await panel.button("More").click();
    await panel.text("Timeout in seconds").fill("5");
    await panel.page.keyboard.press("Escape");
    await panel.button("JSON").click();
    assert.equal((await saved()).includes("hunter2"), false);
    await panel.reload();
    assert.equal(await panel.button("JSON").getAttribute("aria-pressed"), "true");
    await panel.button("Form").click();
    await nameIs("edge");
    assert.equal(await panel.text("group").inputValue(), "idle");
    assert.equal(await panel.text("token").inputValue(), "");
    const { params: sent, timeoutSeconds } = await panel.send();
    assert.deepEqual([sent, timeoutSeconds], ['{"name":"edge"}', 5]);
  });

  it("is restored with invalid JSON", async () => {
    await open({ width: 600 });
    await panel.button("JSON").click();
    await panel.json.fill('{"name": ');
    await panel.reload();
    assert.equal(await panel.json.inputValue(), '{"name": ');
  });

  it("contains the key of the host from the start", async () => {
    await open();
    assert.match(await saved(), /"key":"demo common:getRecords"/);
  });

  it("is ignored if it is of another panel or invalid", async () => {
    await open({ kept: { version: 1, key: "other", call: { draft: { json: "[1]" } } } });
    assert.equal((await panel.send()).params, undefined);
    await panel.close();
    await open({ kept: { version: 1, key: setup.key, call: { draft: [], open: 3, lastId: "x" } } });
    assert.equal((await panel.send()).id, 1);
  });

  it("prevents that an id is reused", async () => {
    await open();
    assert.equal((await panel.send()).id, 1);
    await panel.reload();
    assert.equal((await panel.send()).id, 2);
  });

  it("has the draft that the host has replaced, to restore it", async () => {
    await open();
    await panel.text("name").fill("mine");
    await panel.notify("fill", { params: '{"name":"theirs","group":"edge"}' });
    await nameIs("theirs");
    await panel.button("Restore").click();
    await nameIs("mine");
    assert.equal((await panel.send()).params, '{"name":"mine"}');
    assert.equal(await panel.button("Restore").count(), 0);
  });

  it("has nothing to restore if the draft was empty", async () => {
    await open();
    await panel.notify("fill", { params: '{"name":"theirs"}' });
    await nameIs("theirs");
    assert.equal(await panel.button("Restore").count(), 0);
  });

  it("is sent if the host fills and sends", async () => {
    await open();
    await panel.notify("fill", { params: '{"name":"theirs"}', send: true });
    assert.equal((await panel.sentAfter(0)).params, '{"name":"theirs"}');
  });

  it("is kept with the caret when the setup changes", async () => {
    await open();
    await panel.text("name").fill("edge");
    await panel.text("name").press("Home");
    const server = { ...setup.server, problem: "Demo cannot be reached." };
    await panel.notify("setup", { ...setup, server });
    const notice = panel.page.getByText("Demo cannot be reached.");
    const said = await notice.elementHandle();
    await panel.page.keyboard.type("my ");
    await nameIs("my edge");
    assert.equal(await said.evaluate((each) => each.isConnected), true, "it is said once more");
  });

  it("continues a call that was pending when the page was hidden", async () => {
    await open();
    const { id } = await panel.send();
    await panel.notify("sent", { id });
    await panel.reload();
    await panel.notify("sent", { id });
    await eventually(async () => assert.equal(await panel.button("Cancel").isVisible(), true));
    await panel.notify("response", okAnswer(id, '"late"'));
    await panel.page.getByText("late").first().waitFor();
    await eventually(async () => assert.equal(await panel.button("Cancel").isVisible(), false));
  });
});
