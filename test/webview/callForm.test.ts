import assert from "node:assert/strict";
import { type ParamsSpec } from "../../src/shared/call/methodSpec";
import { eventually } from "../e2e/harness/eventually";
import { callSetup, manyParams, methodSpec, named, param } from "./harness/callData";
import { type CallPage, type CallPageOptions, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

describe("Call page form", () => {
  checkPages();
  let panel: CallPage;

  const open = async (params: ParamsSpec, options: CallPageOptions = {}) => {
    panel = await openCallPage({
      setup: callSetup({ method: methodSpec({ params }) }),
      ...options,
    });
  };
  const isSaid = (name: string, text: RegExp) =>
    eventually(async () => assert.match(await panel.field(name).innerText(), text));

  it("sends each type as its JSON type, and omits unset fields", async () => {
    await open(named(manyParams));
    await panel.text("uuid").fill("7f9c24e8-3b12-4a56-9d7e-0c5b8f1a2d34");
    await panel.text("hours").fill("9007199254740993");
    await panel.choice("load_type").selectOption("ram");
    await panel.choice("compact").selectOption("false");
    await panel.text("start").fill("2026-11-22T18:00:00Z");
    await panel.text("options").fill('{ "a": [1, null] }');
    await panel.text("script").fill('select "1"\nfrom nodes');
    const request = await panel.send();
    assert.equal(
      request.params,
      '{"uuid":"7f9c24e8-3b12-4a56-9d7e-0c5b8f1a2d34","hours":9007199254740993,' +
        '"load_type":"ram","compact":false,"start":"2026-11-22T18:00:00Z",' +
        '"options":{"a":[1,null]},"script":"select \\"1\\"\\nfrom nodes"}',
    );
  });

  it("distinguishes empty from unset, and keeps the text of unset fields", async () => {
    await open(named([param("name"), param("group")]));
    assert.equal((await panel.send()).params, undefined);
    await panel.sends("name").click();
    assert.equal((await panel.send()).params, '{"name":""}');
    await panel.text("group").fill("edge");
    assert.equal((await panel.send()).params, '{"name":"","group":"edge"}');
    await panel.sends("group").click();
    assert.equal((await panel.send()).params, '{"name":""}');
    assert.equal(await panel.text("group").inputValue(), "edge");
    await panel.sends("group").click();
    assert.equal((await panel.send()).params, '{"name":"","group":"edge"}');
  });

  it("has three states for a boolean", async () => {
    await open(named([param("compact", { type: { kind: "boolean" }, typeText: "bool" })]));
    const options = panel.choice("compact").locator("option");
    assert.deepEqual(await options.allInnerTexts(), ["Not set", "true", "false"]);
    await panel.choice("compact").selectOption("true");
    const sends = panel.sends("compact");
    await eventually(async () => assert.equal(await sends.getAttribute("aria-checked"), "true"));
    await panel.choice("compact").selectOption("Not set");
    assert.equal((await panel.send()).params, undefined);
  });

  it("adds, moves and removes the items of a list by keyboard", async () => {
    await open(named([param("tags", { type: { kind: "list", item: { kind: "text" } } })]));
    const { keyboard } = panel.page;
    await panel.button("Add Item to tags").press("Enter");
    await keyboard.type("a");
    await keyboard.press("Enter");
    await keyboard.type("b");
    await keyboard.press("Enter");
    await keyboard.type("c");
    await keyboard.press("Alt+ArrowUp");
    assert.equal((await panel.send()).params, '{"tags":["a","c","b"]}');
    await panel.button("Move up: tags: item 2").press("Enter");
    await panel.button("Remove: tags: item 2").press("Enter");
    assert.equal((await panel.send()).params, '{"tags":["c","b"]}');
    await panel.button("Remove: tags: item 1").press("Enter");
    await panel.button("Remove: tags: item 1").press("Enter");
    const focused = await panel.page.evaluate(() => document.activeElement?.textContent);
    assert.equal(focused, "Add Item");
    assert.equal((await panel.send()).params, '{"tags":[]}');
  });

  it("writes times with the zone, by buttons and by the picker", async () => {
    await open(
      named([param("start", { type: { kind: "time" }, past: true, typeText: "RFC3339" })]),
    );
    await panel.button("start: 24 h ago").waitFor();
    // The night between has an hour more.
    await panel.page.clock.setFixedTime("2026-10-25T12:30:05.900Z");
    await panel.button("start: 24 h ago").click();
    await eventually(async () =>
      assert.equal(await panel.text("start").inputValue(), "2026-10-24T14:30:05+02:00"),
    );
    await panel.page.getByLabel("start: date and time").fill("2026-07-01T12:30:00");
    assert.equal((await panel.send()).params, '{"start":"2026-07-01T12:30:00+02:00"}');
    await panel.text("start").fill("2026-01-31T23:00:00Z");
    await panel.text("start").blur();
    const picker = panel.page.getByLabel("start: date and time");
    await eventually(async () => assert.match(await picker.inputValue(), /^2026-02-01T00:00/));
  });

  it("accepts a suggestion with one key", async () => {
    await open(named(manyParams));
    await panel.button("hours: 24").press("Enter");
    await eventually(async () => assert.equal(await panel.text("hours").inputValue(), "24"));
  });

  it("lets the user pick values in the host", async () => {
    const replies = [["u-2"], ["u-1", "u-3"], undefined];
    await open(named(manyParams), { onRequest: () => replies.shift() });
    await panel.button("Choose… uuid").click();
    await eventually(async () => assert.equal(await panel.text("uuid").inputValue(), "u-2"));
    await panel.button("Choose… uuids").click();
    const second = panel.text("uuids: item 2");
    await eventually(async () => assert.equal(await second.inputValue(), "u-3"));
    await panel.button("Choose… uuids").click();
    await eventually(() => assert.equal(panel.paramsOf("pick").length, 3));
    assert.deepEqual(panel.paramsOf("pick"), [
      { param: "uuid", picker: "node", many: false, current: [] },
      { param: "uuids", picker: "nodes", many: true, current: [] },
      { param: "uuids", picker: "nodes", many: true, current: ["u-1", "u-3"] },
    ]);
    assert.equal(await second.inputValue(), "u-3");
  });

  it("shows why picking a value failed", async () => {
    const fail = () => {
      throw new Error("Demo cannot be reached.");
    };
    await open(named(manyParams), { onRequest: fail });
    await panel.button("Choose… uuid").click();
    await panel.page.getByRole("alert").getByText("Demo cannot be reached.").waitFor();
  });

  it("shows problems at the fields, and sends despite them only by Send Anyway", async () => {
    await open(named(manyParams));
    await panel.text("hours").fill("soon");
    await isSaid("hours", /Must be a number/);
    assert.equal(await panel.text("hours").getAttribute("aria-invalid"), "true");
    assert.match(
      (await panel.text("hours").getAttribute("aria-description")) ?? "",
      /int.*Must be a number/,
    );
    assert.doesNotMatch(await panel.field("uuid").innerText(), /Required\./);
    await panel.button("Send").click();
    await isSaid("uuid", /Required\./);
    assert.equal(panel.paramsOf("send").length, 0);
    await panel.page.getByRole("alert").getByText("Required: uuid. Invalid: hours.").waitFor();
    await panel.button("Send").click();
    await panel.page.keyboard.press("Control+Enter");
    await panel.settled();
    assert.equal(panel.paramsOf("send").length, 0);
    const primary = panel.page.locator("vscode-button[appearance=primary]");
    assert.deepEqual(await primary.allInnerTexts(), ["Send"]);
    await panel.button("Send Anyway").click();
    assert.equal((await panel.sentAfter(0)).params, '{"hours":"soon"}');
  });

  it("validates again after an edit", async () => {
    await open(named([param("hours", { type: { kind: "number", integer: true } })]));
    await panel.text("hours").fill("soon");
    await panel.button("Send").click();
    await panel.button("Send Anyway").waitFor();
    await panel.text("hours").fill("later");
    await panel.button("Send").click();
    await panel.button("Send Anyway").waitFor();
    assert.equal(panel.paramsOf("send").length, 0);
  });

  it("does not send a masked secret", async () => {
    await open(named([param("token", { secret: true })]));
    assert.equal(await panel.text("token").getAttribute("type"), "password");
    await panel.notify("fill", { params: '{"token":"••••••"}' });
    await isSaid("token", /masked/);
    await panel.button("Send").click();
    await panel.page.getByRole("alert").getByText("token: Re-enter the masked secret").waitFor();
    await panel.page.keyboard.press("Control+Enter");
    await panel.settled();
    assert.equal(panel.paramsOf("send").length, 0);
  });

  it("shows that a method has no parameters", async () => {
    await open(named([]));
    await panel.page.getByText("This method takes no parameters.").waitFor();
    assert.equal((await panel.send()).params, undefined);
    await panel.button("JSON").click();
    await panel.json.fill("[1]");
    assert.equal((await panel.send()).params, "[1]");
  });

  it("has one field for a method with a single value", async () => {
    await open({ kind: "whole", value: param("clients", { type: { kind: "json" } }) });
    await panel.text("clients").fill('[{"uuid":"u-1"}]');
    assert.equal((await panel.send()).params, '[{"uuid":"u-1"}]');
    assert.equal(await panel.page.getByRole("checkbox").count(), 1);
  });

  it("is JSON with a reason for a method with unknown parameters", async () => {
    await open({ kind: "unknown" });
    await panel.page.getByText(/parameters of this method are not documented/).waitFor();
    await panel.json.fill('{"x": 1}');
    assert.equal((await panel.send()).params, '{"x":1}');
    assert.equal(await panel.page.getByRole("checkbox").count(), 0);
  });
});
