import assert from "node:assert/strict";
import { type MethodSpec } from "../../src/shared/call/methodSpec";
import { type CallServer } from "../../src/shared/call/callApi";
import { eventually } from "../e2e/harness/eventually";
import { callServer, callSetup, methodSpec, named, param } from "./harness/callData";
import { type CallPage, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

describe("Call page facts about the method", () => {
  checkPages();
  let panel: CallPage;

  const open = async (method: Partial<MethodSpec>, server: Partial<CallServer> = {}) => {
    panel = await openCallPage({
      setup: callSetup({ method: methodSpec(method), server: callServer(server) }),
    });
  };

  it("are shown on demand, with the versions that have the method", async () => {
    const availability = { since: "1.2.5", removed: "1.5.0" };
    await open({ risk: "read", description: "Samples.", availability });
    const versions = panel.page.getByText("Since Komari 1.2.5, removed in 1.5.0.");
    assert.equal(await panel.page.getByText("Samples.").isVisible(), false);
    assert.equal(await versions.isVisible(), false);
    await panel.button("Description and Result").click();
    await panel.page.getByText("Samples.").waitFor();
    await versions.waitFor();
  });

  it("say that the server does not list the method, and which ones do", async () => {
    const availability = { since: "1.2.5", removed: "1.6.0", keptBy: "Nekomari" };
    await open({ availability }, { unlisted: true });
    await panel.page
      .getByText("Demo does not list this method. Since Komari 1.2.5, removed in 1.6.0.")
      .waitFor();
  });

  it("offer the last call and example values of parameters, each once", async () => {
    const params = named([param("version", { example: "1.5.*" })]);
    const method = methodSpec({ params, example: '{"version":"1.5.*"}' });
    const setup = callSetup({ method });
    panel = await openCallPage({ setup: { ...setup, lastParams: '{"version":"2"}' } });
    await panel.button("Examples").click();
    assert.equal(await panel.button("Example Values").count(), 0);
    await panel.button("Last Call").click();
    await eventually(async () => assert.equal(await panel.text("version").inputValue(), "2"));
  });

  it("fill in the server's example, which can be undone", async () => {
    const params = named([param("uuid"), param("version", { example: "1.5.*" })]);
    await open({ params, example: '{"uuid":"a","version":"1.5.*"}' });
    assert.equal(await panel.text("version").getAttribute("placeholder"), "1.5.*");
    await panel.text("uuid").fill("mine");
    await panel.button("Examples").click();
    await panel.button("Example of the Server").click();
    await eventually(async () => assert.equal(await panel.text("uuid").inputValue(), "a"));
    assert.equal(await panel.text("version").inputValue(), "1.5.*");
    await panel.button("Restore").click();
    await eventually(async () => assert.equal(await panel.text("uuid").inputValue(), "mine"));
  });

  it("show why a method that misreads lists accepts none, and send none", async () => {
    const params = { ...named([param("path")], false), namedOnly: true } as const;
    await open({ params });
    const check = await panel.positional();
    assert.equal(await check.isDisabled(), true);
    const why =
      "The server accepts these parameters by name only. By position, they would be misread.";
    await panel.page.locator(".style-switch").getByText(why).waitFor();
    await panel.page.keyboard.press("Escape");
    await panel.button("JSON").click();
    await panel.json.fill('["/srv"]');
    await panel.button("Send").click();
    await panel.page.getByRole("alert").getByText(why).waitFor();
    await panel.button("Send").click();
    assert.equal(panel.paramsOf("send").length, 0);
  });
});
