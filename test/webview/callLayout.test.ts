import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { callServer, callSetup, methodSpec, named, okAnswer, param } from "./harness/callData";
import { type CallPage, openCallPage } from "./harness/callPage";
import { assertAccessible } from "./harness/assertAccessible";
import { checkPages } from "./harness/webviewPage";

const setup = callSetup({ method: methodSpec({ params: named([param("uuid"), param("hours")]) }) });

describe("Call page layout", () => {
  checkPages();
  let panel: CallPage;

  const open = async (width: number) => {
    panel = await openCallPage({ setup, width, height: 700 });
    await panel.shown();
  };
  const form = () => panel.page.locator(".form-pane");
  const sash = () => panel.page.getByRole("separator", { name: "Width of the form" });
  const widthIs = (width: number) =>
    eventually(async () => {
      const box = await form().boundingBox();
      assert.ok(Math.abs((box?.width ?? 0) - width) <= 1, `${box?.width}`);
    });

  it("is one line, the form and the response, which leave no room unused", async () => {
    await open(1280);
    const [head, line, response] = await Promise.all(
      [panel.page.locator("header"), form(), panel.page.locator(".response")].map((each) =>
        each.boundingBox(),
      ),
    );
    assert.ok((head?.height ?? 99) <= 38, `${head?.height}`);
    assert.equal((response?.y ?? 0) + (response?.height ?? 0), 700);
    assert.equal(line?.y, response?.y);
    await widthIs(430);
    await panel.notify("response", okAnswer(1, '{"a":1}'));
    await widthIs(286);
    assert.equal(await panel.page.locator(".result-chip").isVisible(), false);
    await assertAccessible(panel, (theme) => panel.screenshot(`call-layout-${theme}`, false));
  });

  it("has a sash that is moved by arrows and mouse, and remembered", async () => {
    await open(1000);
    await sash().focus();
    await panel.page.keyboard.press("ArrowLeft");
    await widthIs(420);
    assert.equal(await sash().getAttribute("aria-valuenow"), "420");
    const box = await sash().boundingBox();
    await panel.page.mouse.move(box?.x ?? 0, 300);
    await panel.page.mouse.down();
    await panel.page.mouse.move(600, 300);
    await panel.page.mouse.up();
    await widthIs(600);
    await panel.page.mouse.move(100, 300);
    await widthIs(600);
    await panel.reload();
    await widthIs(600);
    await sash().dblclick();
    await widthIs(333);
    for (let step = 0; step < 40; step++) await sash().press("ArrowLeft");
    await widthIs(220);
  });

  it("folds the form by its title, and unfolds it for what is missing", async () => {
    const required = named([param("uuid", { required: true })]);
    const method = methodSpec({ params: required });
    panel = await openCallPage({ setup: callSetup({ method }), width: 1000 });
    const title = panel.button("Parameters");
    await panel.page.getByText("0 of 1").waitFor();
    await title.click();
    assert.equal(await title.getAttribute("aria-expanded"), "false");
    assert.equal(await panel.text("uuid").isVisible(), false);
    await panel.reload();
    assert.equal(await title.getAttribute("aria-expanded"), "false");
    await panel.button("Send").click();
    await panel.text("uuid").waitFor();
    await eventually(async () => {
      const name = await panel.page.evaluate(() =>
        document.activeElement?.getAttribute("aria-label"),
      );
      assert.equal(name, "uuid");
    });
  });

  it("cuts no button and no risk from the line at the top", async () => {
    const method = methodSpec({
      name: "admin:setNotificationChannelConfiguration",
      ...({ risk: "execute", role: "admin", secondFactor: true } as const),
      params: named([param("clients", { required: true, picker: "nodes" })]),
    });
    const long = callSetup({ method, server: callServer({ name: "A server of a long name" }) });
    for (const width of [640, 700, 900, 1280]) {
      panel = await openCallPage({ setup: long, width, height: 700 });
      await panel.shown();
      const send = await panel.button("Send…").boundingBox();
      assert.ok((send?.x ?? 0) + (send?.width ?? 0) <= width, `${width}`);
      const risk = panel.page.locator(".badge.execute");
      assert.ok(await risk.evaluate((each) => each.scrollWidth <= each.clientWidth), `${width}`);
      await panel.screenshot(`call-line-${width}`, false);
    }
  });

  it("stands one below the other in a narrow page", async () => {
    await open(500);
    await panel.notify("response", okAnswer(1, '{"a":1}'));
    const [above, below] = await Promise.all([
      form().boundingBox(),
      panel.page.locator(".response").boundingBox(),
    ]);
    assert.ok((above?.y ?? 0) + (above?.height ?? 0) <= (below?.y ?? 0));
    assert.equal(await sash().isVisible(), false);
    await panel.screenshot("call-layout-500", false);
  });
});
