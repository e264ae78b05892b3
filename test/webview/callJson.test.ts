import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { callSetup, manyParams, methodSpec, named, param } from "./harness/callData";
import { type CallPage, openWideCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

const hours = param("hours", { type: { kind: "number", integer: true }, typeText: "int" });

describe("Call page JSON pane", () => {
  checkPages();
  let panel: CallPage;

  const open = async (params = named(manyParams)) => {
    panel = await openWideCallPage(callSetup({ method: methodSpec({ params }) }));
  };
  const jsonIs = (text: string) =>
    eventually(async () => assert.equal(await panel.json.inputValue(), text));

  it("is synchronized with the form in both directions", async () => {
    await open();
    await panel.text("hours").fill("4");
    await jsonIs('{\n  "hours": 4\n}');
    await panel.json.fill('{"uuid": "u-1", "compact": true, "uuids": ["a", "b"]}');
    await eventually(async () => assert.equal(await panel.text("uuid").inputValue(), "u-1"));
    assert.equal(await panel.choice("compact").inputValue(), "true");
    assert.equal(await panel.text("uuids: item 2").inputValue(), "b");
    assert.equal(await panel.sends("hours").getAttribute("aria-checked"), "false");
    assert.equal(await panel.text("hours").inputValue(), "4");
    await panel.sends("uuids").click();
    await jsonIs('{\n  "uuid": "u-1",\n  "compact": true\n}');
  });

  it("keeps members without a field, and shows them", async () => {
    await open(named([hours]));
    await panel.json.fill('{"limit": 9007199254740993, "hours": 1}');
    await panel.page.getByText("Also sent: limit").waitFor();
    await panel.text("hours").fill("2");
    assert.equal((await panel.send()).params, '{"hours":2,"limit":9007199254740993}');
  });

  it("is followed by the form when typing in a large request pauses, and sent at once", async () => {
    await open(named([hours]));
    const large = (count: number) => `{"hours": ${count}, "text": "${"x".repeat(300_000)}"}`;
    await panel.json.fill(large(5));
    await eventually(async () => assert.equal(await panel.text("hours").inputValue(), "5"));
    await panel.json.fill(large(6));
    await panel.page.keyboard.press("Control+Enter");
    const { params } = await panel.sentAfter(0);
    assert.match(params ?? "", /^\{"hours":6,"text":"x+"\}$/);
  });

  it("marks a syntax error, and is not sent", async () => {
    await open();
    await panel.text("hours").fill("4");
    await panel.json.fill('{\n  "hours": 5\n  "uuid": 1\n}');
    const side = panel.page.getByRole("group", { name: "JSON", exact: true });
    await eventually(async () => {
      assert.match(await side.innerText(), /Line 3, column 3: Expected a comma/);
    });
    assert.equal(await side.locator(".json-wrong").innerText(), '"uuid"');
    assert.equal(await panel.json.getAttribute("aria-invalid"), "true");
    await panel.page.getByText(/^Invalid JSON\. The form shows/).waitFor();
    await panel.screenshot("call-broken-json");
    await panel.button("Send").click();
    await panel.page.getByRole("alert").getByText("Line 3, column 3").waitFor();
    await panel.page.keyboard.press("Control+Enter");
    assert.equal(panel.paramsOf("send").length, 0);
    const chosen = await panel.json.evaluate((area) =>
      area instanceof HTMLTextAreaElement
        ? area.value.slice(area.selectionStart, area.selectionEnd)
        : undefined,
    );
    assert.equal(chosen, '"uuid"');
    assert.equal(await panel.text("hours").inputValue(), "4");
  });

  it("aligns the text with its marks", async () => {
    await open();
    await panel.json.fill(`{\n  "a": "${"long ".repeat(60)}",\n  "b" 1\n}\n`);
    const [area, marks] = await Promise.all([
      panel.json.boundingBox(),
      panel.page.locator(".json-side .json-marks").boundingBox(),
    ]);
    assert.deepEqual(area, marks);
    const overflow = await panel.json.evaluate((each) => each.scrollHeight - each.clientHeight);
    assert.ok(overflow <= 0, `${overflow} px of the text are hidden`);
  });

  it("can be restored if the form has rewritten it", async () => {
    await open(named([hours]));
    await panel.json.fill('{"hours": 1, "hours": 2}');
    await panel.text("hours").fill("3");
    await jsonIs('{\n  "hours": 3\n}');
    await panel.button("Restore").click();
    await jsonIs('{"hours": 1, "hours": 2}');
  });

  it("is sent by position if the order is known", async () => {
    await open(named([param("uuid"), hours, param("type")]));
    await panel.text("uuid").fill("u-1");
    await panel.text("type").fill("load");
    await (await panel.positional()).click();
    await jsonIs('[\n  "u-1",\n  null,\n  "load"\n]');
    assert.equal((await panel.send()).params, '["u-1",null,"load"]');
    await (await panel.positional()).click();
    assert.equal((await panel.send()).params, '{"uuid":"u-1","type":"load"}');
  });

  it("shows why it cannot be sent by position", async () => {
    await open(named([hours], false));
    const check = await panel.positional();
    await panel.page.getByText("The order of the parameters is unknown.").waitFor();
    assert.equal(await check.getAttribute("aria-disabled"), "true");
  });

  it("is beside the form in the wide layout, and replaces it in the narrow one", async () => {
    await open();
    await eventually(async () => assert.equal(await panel.json.isVisible(), true));
    await eventually(async () => assert.equal(await panel.text("hours").isVisible(), true));
    await panel.page.setViewportSize({ width: 500, height: 900 });
    await eventually(async () => assert.equal(await panel.json.isVisible(), false));
    await panel.button("JSON").click();
    await eventually(async () => assert.equal(await panel.json.isVisible(), true));
    await eventually(async () => assert.equal(await panel.text("hours").isVisible(), false));
  });

  it("has a preview of the request that can be copied", async () => {
    await open();
    await panel.text("hours").fill("4");
    await panel.page.getByText("Request preview").click();
    const request = '{"jsonrpc":"2.0","id":1,"method":"common:getRecords","params":{"hours":4}}';
    await panel.page.getByText(request).waitFor();
    await panel.button("Copy Request").click();
    await eventually(() => assert.deepEqual(panel.paramsOf("copyText"), [request]));
  });
});
