import assert from "node:assert/strict";
import { type Locator } from "playwright-core";
import { type OutgoingMessage } from "../../src/shared/ipc";
import { eventually } from "../e2e/harness/eventually";
import { responseOf, hostile, nodesJson, recordsJson, resultOf } from "./harness/responseData";
import { type CallPage, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

describe("Call page response views", () => {
  checkPages();
  let panel: CallPage;

  const open = async (json: string, onRequest?: (message: OutgoingMessage) => unknown) => {
    panel = await openCallPage(onRequest && { onRequest });
    await panel.notify("response", responseOf(resultOf(json)));
    await tree().waitFor();
    await panel.settled();
  };
  const tree = (): Locator => panel.page.getByRole("tree", { name: "Response as a tree" });
  const rows = (): Promise<readonly string[]> => panel.page.getByRole("treeitem").allTextContents();
  const selected = (): Locator => panel.page.getByRole("treeitem", { selected: true });
  const press = (keys: string): Promise<void> => panel.page.keyboard.press(keys);
  const tab = (name: string): Locator => panel.page.getByRole("tab", { name });
  const textBox = (): Locator => panel.page.getByRole("region", { name: "Response as JSON" });

  describe("as a tree", () => {
    it("expands and collapses by keys, and shows the path", async () => {
      await open('{"a":{"b":[1,2]},"c":"x"}');
      await tree().focus();
      assert.equal(await selected().textContent(), "{ }2 fields");
      await press("ArrowDown");
      await press("ArrowLeft");
      assert.deepEqual(await rows(), ["{ }2 fields", "a: { }1 field", 'c: "x"']);
      assert.equal(await selected().getAttribute("aria-expanded"), "false");
      await press("ArrowRight");
      await press("ArrowRight");
      assert.equal(await selected().textContent(), "b: [ ]2 items");
      assert.equal(await selected().getAttribute("aria-level"), "3");
      assert.equal(await panel.page.locator(".tree-path").textContent(), "$.a.b");
      await press("End");
      const last = selected();
      assert.equal(await last.textContent(), 'c: "x"');
      assert.deepEqual(
        [await last.getAttribute("aria-posinset"), await last.getAttribute("aria-setsize")],
        ["2", "2"],
      );
      assert.equal(
        await tree().getAttribute("aria-activedescendant"),
        await last.getAttribute("id"),
      );
      await press("Home");
      await press("Enter");
      assert.deepEqual(await rows(), ["{ }2 fields"]);
    });

    it("copies values and paths by keys and by buttons", async () => {
      await open('{"a":["say \\"hi\\"",9007199254740993]}');
      await tree().focus();
      await press("End");
      await press("Control+c");
      await press("Shift+Alt+C");
      await press("ArrowUp");
      await panel.button("Copy Value").click();
      await panel.button("Copy Path").click();
      await tree().focus();
      await press("Home");
      await press("Control+c");
      await eventually(() =>
        assert.deepEqual(panel.paramsOf("copyText"), [
          ...["9007199254740993", "$.a[1]", 'say "hi"', "$.a[0]"],
          '{\n  "a": [\n    "say \\"hi\\"",\n    9007199254740993\n  ]\n}',
        ]),
      );
    });

    it("finds keys and values, and expands their containers", async () => {
      await open(recordsJson(2000));
      assert.ok((await rows()).length < 10);
      await tree().focus();
      await press("Control+f");
      await panel.page.keyboard.type("1234567900");
      const count = panel.page.locator(".find-count");
      await eventually(async () => assert.equal(await count.textContent(), "1 of 2"));
      assert.match((await selected().textContent()) ?? "", /^ram: 1234567900/);
      assert.equal(await panel.page.locator("mark").first().textContent(), "1234567900");
      const first = await panel.page.locator(".tree-path").textContent();
      await press("Enter");
      assert.equal(await count.textContent(), "2 of 2");
      await press("Enter");
      await press("Shift+Enter");
      assert.equal(await count.textContent(), "2 of 2");
      assert.notEqual(await panel.page.locator(".tree-path").textContent(), first);
      await panel.page.getByRole("searchbox").fill("nowhere");
      await eventually(async () => assert.equal(await count.textContent(), "No results"));
    });

    it("stays expanded when the method is called again", async () => {
      await open('{"a":{"b":1},"c":{"d":1}}');
      await tree().focus();
      await press("ArrowDown");
      await press("ArrowLeft");
      await panel.notify("response", responseOf(resultOf('{"c":{"d":2},"a":{"b":2}}'), { id: 2 }));
      await eventually(async () =>
        assert.deepEqual(await rows(), ["{ }2 fields", "c: { }1 field", "d: 2", "a: { }1 field"]),
      );
    });

    it("shows formatted bytes and times beside the raw values", async () => {
      await open('{"mem_total":8589934592,"expired_at":"2026-11-24T12:18:39Z"}');
      const [, memory, expiry] = await rows();
      assert.equal(memory, "mem_total: 85899345928 GiB");
      assert.match(expiry ?? "", /^expired_at: "2026-11-24T12:18:39Z"Nov 24, 2026/);
    });
  });

  describe("as text", () => {
    it("shows JSON with line numbers, and is restored as the selected view", async () => {
      await open('{"a":[1,{}],"b":"x"}');
      await tab("Tree").focus();
      await press("ArrowRight");
      const lines = await panel.page.locator(".virtual-rows .text-row").allTextContents();
      assert.deepEqual(lines, ["{", '  "a": [', "    1,", "    {}", "  ],", '  "b": "x"', "}"]);
      await panel.reload();
      await panel.notify("response", responseOf(resultOf("[1]")));
      await textBox().waitFor();
      assert.equal(await tab("Text").getAttribute("aria-selected"), "true");
    });

    it("keeps the scroll position when it is selected again", async () => {
      await open(recordsJson(2000));
      await tab("Text").click();
      await panel.page.getByRole("searchbox").fill("1234568890");
      const found = panel.page.locator(".text-row.found");
      await found.waitFor();
      const before = await found.boundingBox();
      await tab("Tree").click();
      await tab("Text").click();
      assert.deepEqual(await found.boundingBox(), before);
    });

    it("copies everything, including lines that are not rendered", async () => {
      const json = JSON.stringify(Array.from({ length: 5000 }, (_, at) => ({ at })));
      await open(json);
      await tab("Text").click();
      await textBox().focus();
      await press("Control+a");
      await press("Control+c");
      const whole = JSON.stringify(JSON.parse(json), null, 2);
      await eventually(() => assert.equal(panel.paramsOf("copyText").at(-1), whole));
    });

    it("marks the matches of a search", async () => {
      await open(recordsJson(2000));
      await tab("Text").click();
      await panel.page.getByRole("searchbox").fill("1234567900");
      await eventually(async () => {
        const found = await panel.page.locator(".text-row.found").textContent();
        assert.match(found ?? "", /"ram": 1234567900/);
      });
    });

    it("clips long values and shows how much is omitted", async () => {
      await open(JSON.stringify({ long: "y".repeat(5_000_000) }));
      await tab("Text").click();
      const line = (await panel.page.locator(".text-row").nth(1).textContent()) ?? "";
      assert.ok(line.length < 3000);
      assert.match(line, /… and 4998\d{3} more characters$/);
    });
  });

  it("shows numbers of any size unchanged in every view", async () => {
    await open(nodesJson());
    const isThere = async (text: string) => {
      await panel.page.getByText(text, { exact: true }).first().waitFor();
    };
    await isThere("9223372036854774784");
    await tab("Text").click();
    await isThere("9223372036854774784");
    await tab("Table").click();
    await panel.page.getByTitle("9223372036854774784").waitFor({ state: "attached" });
  });

  it("renders server values as text only", async () => {
    const json = JSON.stringify({
      [hostile.markup]: hostile.markup,
      ansi: hostile.ansi,
      list: [{ x: hostile.bidi, [hostile.bidi]: hostile.markup }],
    });
    await open(json);
    for (const view of ["Tree", "Text", "Table"]) {
      await tab(view).click();
      await panel.settled();
      assert.equal(await panel.page.locator("img").count(), 0, view);
      const text = await panel.page.locator(".response").textContent();
      assert.ok(!/[\u202e\u001b]/.test(text ?? ""), view);
      assert.match(text ?? "", /<img src=x/);
    }
    assert.notEqual(await panel.page.title(), "taken over");
  });

  it("masks secrets again after they were revealed", async () => {
    const masked = resultOf('{"token":"••••"}', { secrets: 1 });
    const shown = resultOf('{"token":"s3cret"}', { secrets: 1, revealed: true });
    panel = await openCallPage({
      onRequest: ({ params }) => (params === true ? shown : masked),
    });
    await panel.notify("response", responseOf(masked));
    await panel.page.getByText("1 secret masked").waitFor();
    await panel.button("Reveal").click();
    await panel.page.getByText('"s3cret"').waitFor();
    await panel.button("Mask").click();
    await panel.page.getByText('"••••"').waitFor();
    assert.equal(await panel.page.getByText("s3cret").count(), 0);
  });
});
