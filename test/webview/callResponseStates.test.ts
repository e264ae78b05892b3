import assert from "node:assert/strict";
import { type CallError } from "../../src/shared/call/callApi";
import { eventually } from "../e2e/harness/eventually";
import { responseOf, hostile, nodesJson, resultOf } from "./harness/responseData";
import { type CallPage, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

describe("Call page status of a response", () => {
  checkPages();
  let panel: CallPage;
  beforeEach(async () => {
    panel = await openCallPage();
  });

  const text = async () => (await panel.page.locator(".response").innerText()).replace(/\s+/g, " ");

  it("is a hint before the first call", async () => {
    assert.match(await text(), /^Send the request/);
  });

  it("has the duration, size, transport and time of a result", async () => {
    await panel.notify("response", responseOf(resultOf("[1]", { bytes: 2048 })));
    await panel.page.getByRole("tree").waitFor();
    assert.match(await text(), /^OK 123 ms 2 KiB HTTP POST Nov 22, 2026, 7:30:05 PM /);
    await panel.notify(
      "response",
      responseOf(resultOf("[1]", { secrets: 1 }), { id: undefined, transport: "webSocket" }),
    );
    await eventually(async () => assert.match(await text(), /WebSocket .* from the history/));
    assert.match(await text(), /1 secret masked/);
    assert.equal(await panel.button("Reveal").count(), 0);
  });

  it("shows an error with the server's message and actions", async () => {
    const outcome: CallError = {
      kind: "error",
      text: "Demo does not know this node.",
      code: -32602,
      message: `${hostile.markup} ${hostile.bidi}`,
      data: '{"field":"uuid","n":[9007199254740993]}',
      actions: ["signIn", "showLog"],
    };
    await panel.notify("response", responseOf(outcome));
    await panel.page.locator(".response").getByText("Demo does not know this node.").waitFor();
    const shown = await panel.page.locator(".response").innerText();
    assert.match(shown, /-32602/);
    assert.match(shown, /<img src=x .* safe \\u202egnp\.exe/);
    assert.match(shown, /"n": \[\n\s+9007199254740993/);
    assert.equal(await panel.page.locator("img").count(), 0);
    assert.equal(await panel.button("Open in Editor").count(), 0);
    await panel.button("Sign In…").click();
    await panel.button("Show Log").click();
    await eventually(() => assert.deepEqual(panel.paramsOf("act"), ["signIn", "showLog"]));
  });

  it("shows a call that was canceled or not sent", async () => {
    await panel.notify("response", responseOf({ kind: "cancelled" }));
    await eventually(async () => assert.match(await text(), /^Canceled/));
    await panel.notify("response", responseOf({ kind: "refused" }, { id: 2 }));
    await eventually(async () => assert.equal((await text()).trim(), "Not sent"));
  });

  it("has buttons for an editor and a file if the result is too large", async () => {
    await panel.notify("response", responseOf(resultOf(undefined)));
    await panel.page.getByText("This response is too large to show here.").waitFor();
    await panel.page
      .locator(".response-notes")
      .getByRole("button", { name: "Open in Editor" })
      .click();
    await panel.page.locator(".response-notes").getByRole("button", { name: "Save As…" }).click();
    await eventually(() =>
      assert.deepEqual(panel.paramsOf("responseAction"), ["openInEditor", "save"]),
    );
  });

  it("has no actions for what the history has not kept", async () => {
    await panel.notify(
      "response",
      responseOf(resultOf(undefined, { omitted: true }), { id: undefined }),
    );
    await panel.page.getByText("not stored in the history").waitFor();
    assert.equal(await panel.button("Save As…").count(), 0);
  });

  it("is a warning with the result if the call had no effect", async () => {
    const notice = "plugin was not enabled.";
    const json = '{"requires_approval":true}';
    await panel.notify("response", responseOf(resultOf(json, { notice })));
    await panel.page.locator(".response-notes").getByText(notice).waitFor();
    await panel.page.locator(".response-status").getByText("Not done").waitFor();
    await panel.page.getByText("requires_approval").waitFor();
  });

  it("has actions for a result, by keyboard, and a chart only where there is one to draw", async () => {
    await panel.notify("response", responseOf(resultOf(nodesJson())));
    await panel.button("Copy").click();
    assert.equal(await panel.button("Chart").count(), 0);
    await panel.notify("response", responseOf(resultOf("[]", { chartable: true }), { id: 2 }));
    await panel.button("Chart").click();
    await panel.button("Compare").focus();
    await panel.page.keyboard.press("Enter");
    await panel.page.keyboard.press("Tab");
    await panel.page.keyboard.press("Enter");
    await eventually(() =>
      assert.deepEqual(panel.paramsOf("responseAction"), ["copy", "chart", "compareWithServer"]),
    );
  });

  it("keeps the previous response while the next is pending", async () => {
    await panel.notify("response", responseOf(resultOf('["before"]')));
    await panel.page.getByText('"before"').waitFor();
    await panel.text("uuid").fill("x");
    const { id } = await panel.send();
    await panel.page.locator(".response[aria-busy=true]").getByText('"before"').waitFor();
    await panel.notify("response", responseOf(resultOf('["after"]'), { id }));
    await panel.page.locator(".response[aria-busy=false]").getByText('"after"').waitFor();
    assert.equal(await panel.page.getByText('"before"').count(), 0);
  });
});
