import assert from "node:assert/strict";
import { type CallResponse } from "../../src/shared/call/callApi";
import { eventually } from "../e2e/harness/eventually";
import { recordsJson } from "./harness/responseData";
import { callSetup, methodSpec, named, okAnswer, param } from "./harness/callData";
import { type CallPage, type CallPageOptions, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

const names = Array.from({ length: 40 }, (_, at) => `p${at}`);
const setup = callSetup({
  method: methodSpec({ params: named(names.map((name) => param(name))) }),
});
const json = recordsJson(20);

describe("Call page scrolling to a response below a long form", () => {
  checkPages();
  let panel: CallPage;

  const open = async (options: CallPageOptions = {}) => {
    panel = await openCallPage({ setup, width: 600, height: 700, ...options });
  };
  const response = () => panel.page.getByRole("region", { name: "Response", exact: true });
  const bar = () => panel.page.locator("header");
  const resultChip = () => panel.page.locator("button.result-chip");
  const scrolled = () => panel.page.evaluate(() => window.scrollY);
  /** Right below the bar, and that as far up as the page can be scrolled. */
  const isAtTop = () =>
    eventually(async () => {
      const [above, below] = await Promise.all([bar().boundingBox(), response().boundingBox()]);
      assert.ok(above && below);
      assert.ok(
        Math.abs(below.y - above.y - above.height - 8) <= 1,
        `${below.y} below ${above.y}, ${above.height}`,
      );
      const left = await panel.page.evaluate(
        () => document.documentElement.scrollHeight - window.scrollY - window.innerHeight,
      );
      assert.ok(above.y === 0 || left < 1, `${left} px could still be scrolled`);
      assert.ok((await scrolled()) > 500);
    });
  const stays = async (at: number) => {
    await panel.settled();
    assert.equal(await scrolled(), at);
  };
  const sendByKeys = async () => {
    const before = panel.paramsOf("send").length;
    await panel.page.keyboard.press("Control+Enter");
    return panel.sentAfter(before);
  };
  const failed = (id: number, text: string): CallResponse => ({
    ...okAnswer(id, ""),
    outcome: { kind: "error", text, actions: [] },
  });

  it("happens when the response arrives, and keeps focus and caret", async () => {
    await open();
    await panel.text("p1").fill("edge");
    const { id } = await sendByKeys();
    await panel.notify("response", okAnswer(id, json, { tookMs: 70 }));
    await isAtTop();
    await panel.page.keyboard.type("!");
    assert.equal(await panel.text("p1").inputValue(), "edge!");
    const next = await sendByKeys();
    assert.equal(next.params, '{"p1":"edge!"}');
    await panel.notify("response", failed(next.id, "Demo knows no such node."));
    await panel.page.locator(".error-text").waitFor();
    assert.equal(await resultChip().innerText(), "Demo knows no such node.");
  });

  it("happens with smooth scrolling and slow rendering", async () => {
    await open({ reducedMotion: "no-preference" });
    const { id } = await panel.send();
    await panel.notify("response", okAnswer(id, recordsJson(5000)));
    await isAtTop();
  });

  it("does not happen if the user types or scrolls at the same time", async () => {
    await open();
    const first = await sendByKeys();
    await panel.text("p2").focus();
    await panel.page.keyboard.type("x");
    await panel.notify("response", okAnswer(first.id, json));
    await panel.page.getByRole("tree").waitFor();
    await stays(0);
    const second = await sendByKeys();
    await panel.page.mouse.move(100, 300);
    await panel.page.mouse.wheel(0, 40);
    await eventually(async () => assert.equal(await scrolled(), 40));
    await panel.notify("response", okAnswer(second.id, json));
    await stays(40);
  });

  it("does not happen for a response from the history or an earlier page", async () => {
    await open();
    await panel.notify("response", okAnswer(0, json, { id: undefined }));
    await panel.page.getByRole("tree").waitFor();
    await stays(0);
    await panel.notify("response", okAnswer(7, json));
    await stays(0);
  });

  it("does not happen if the response is visible", async () => {
    const short = methodSpec({ params: named([param("name")]) });
    await open({ setup: callSetup({ method: short }) });
    const { id } = await sendByKeys();
    await panel.notify("response", okAnswer(id, json));
    await panel.page.getByRole("tree").waitFor();
    await stays(0);
  });

  it("happens by the result chip of the send bar", async () => {
    await open();
    await eventually(async () => assert.equal(await resultChip().isVisible(), false));
    const { id } = await panel.send();
    await panel.text("p3").fill("x");
    await panel.notify("response", okAnswer(id, json, { tookMs: 70 }));
    await eventually(async () =>
      assert.match(await resultChip().innerText(), /^OK · 70 ms · 13\.2 KiB$/),
    );
    assert.equal(await scrolled(), 0);
    await panel.button(/^Go to the response: OK · 70 ms/).focus();
    await panel.page.keyboard.press("Enter");
    await isAtTop();
    assert.equal(await response().evaluate((each) => each === document.activeElement), true);
    await sendByKeys();
    await eventually(async () => assert.equal(await resultChip().isVisible(), false));
  });

  it("happens for responses from several servers", async () => {
    await open();
    await panel.button("More").click();
    await panel.button("Send to Several Servers…").click();
    await eventually(() => assert.equal(panel.paramsOf("sendToServers").length, 1));
    await eventually(async () => assert.equal(await panel.button("Cancel").isVisible(), false));
    const rows = Array.from({ length: 30 }, (_, at) => ({
      server: `Server ${at}`,
      state: "running" as const,
    }));
    await panel.notifyRows(1, rows);
    await isAtTop();
    await eventually(async () => assert.equal(await panel.button("Cancel").isVisible(), true));
  });

  it("does not happen in the two-column layout", async () => {
    await open({ width: 1500 });
    const { id } = await sendByKeys();
    await panel.notify("response", okAnswer(id, json));
    await panel.page.getByRole("tree").waitFor();
    await stays(0);
    const [form, shown] = await Promise.all([
      panel.field("p1").boundingBox(),
      response().boundingBox(),
    ]);
    assert.ok((form?.x ?? 0) + (form?.width ?? 0) <= (shown?.x ?? 0), "they stand side by side");
    await panel.page.mouse.move(100, 300);
    await panel.page.mouse.wheel(0, 400);
    await eventually(async () => assert.ok(((await panel.field("p1").boundingBox())?.y ?? 0) < 0));
    assert.equal((await response().boundingBox())?.y, shown?.y);
  });
});
