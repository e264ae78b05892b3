import assert from "node:assert/strict";
import { type ServerRow } from "../../src/shared/call/callApi";
import { eventually } from "../e2e/harness/eventually";
import { responseOf, nodesJson, recordsJson, resultOf } from "./harness/responseData";
import { type CallPage, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

describe("Call page table of a response", () => {
  checkPages();
  let panel: CallPage;

  const open = async (json: string) => {
    panel = await openCallPage({ kept: undefined });
    await panel.notify("response", responseOf(resultOf(json)));
    await panel.page.getByRole("tab", { name: "Table" }).click();
    await panel.settled();
  };
  const head = (name: string) =>
    panel.page.getByRole("columnheader", { name: new RegExp(`^${name}\\b`) });
  const column = async (name: string): Promise<readonly string[]> => {
    const heads = await panel.page.getByRole("columnheader").allInnerTexts();
    const at = heads.findIndex((text) => text.replace(/[↑↓\s]+$/, "") === name);
    return panel.page.locator(`.virtual-rows .grid-cell:nth-child(${at + 1})`).allTextContents();
  };
  const rowCount = () => panel.page.locator(".row-count").textContent();

  it("has a row per node, with formatted values", async () => {
    await open(nodesJson());
    assert.deepEqual(await column("mem_total"), [
      "1 GiB",
      "2 GiB",
      "4 GiB",
      "8 GiB",
      "16 GiB",
      "32 GiB",
    ]);
    assert.equal(await rowCount(), "6 rows");
    await panel.page.getByTitle("34359738368").waitFor();
  });

  it("is sorted by keyboard: ascending, descending, unsorted", async () => {
    await open(nodesJson());
    const came = await column("name");
    await head("name").getByRole("button").focus();
    await panel.page.keyboard.press("Enter");
    assert.equal(await head("name").getAttribute("aria-sort"), "ascending");
    assert.deepEqual((await column("name")).slice(1, 4), ["db-9", "db-10", "tokyo-01"]);
    await panel.page.keyboard.press("Enter");
    assert.equal(await head("name").getAttribute("aria-sort"), "descending");
    assert.deepEqual((await column("name")).slice(-3), ["db-10", "db-9", came[3]]);
    await panel.page.keyboard.press("Enter");
    assert.equal(await head("name").getAttribute("aria-sort"), null);
    assert.deepEqual(await column("name"), came);
  });

  it("is filtered, and copied as CSV in the displayed order", async () => {
    await open('[{"name":"b","n":-2,"o":{"x":1}},{"name":"=a","n":9007199254740993},{"name":"c"}]');
    await head("name").getByRole("button").click();
    await panel.page.keyboard.press("Control+f");
    await panel.page.keyboard.type("-2");
    await eventually(async () => assert.equal(await rowCount(), "1 of 3 rows"));
    assert.deepEqual(await column("name"), ["b"]);
    await panel.page.getByRole("searchbox").fill("");
    await eventually(async () => assert.equal(await rowCount(), "3 rows"));
    await panel.button("Copy as CSV").click();
    await eventually(() =>
      assert.deepEqual(panel.paramsOf("copyText"), [
        'name,n,o\r\n\'=a,9007199254740993,\r\nb,-2,"{""x"":1}"\r\nc,,\r\n',
      ]),
    );
  });

  it("lists every table of the response", async () => {
    await open(recordsJson(30, 2));
    const select = panel.page.getByRole("combobox", { name: "Table" });
    assert.equal(await select.locator("option").count(), 2);
    assert.match((await column("client"))[0] ?? "", /0000$/);
    await select.selectOption({ index: 1 });
    assert.match((await column("client"))[0] ?? "", /0001$/);
  });

  it("shows a note if the response has no table", async () => {
    await open('{"version":"1.4.3"}');
    await panel.page.getByText("no list of objects").waitFor();
    assert.equal(await panel.page.getByRole("table").count(), 0);
  });

  it("scrolls horizontally in its own box", async () => {
    panel = await openCallPage({ width: 300 });
    await panel.notify("response", responseOf(resultOf(nodesJson())));
    await panel.page.getByRole("tab", { name: "Table" }).click();
    const [page, window] = await panel.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.equal(page, window);
  });
});

describe("Call page responses from several servers", () => {
  checkPages();

  it("are rows of a table, and each can be opened", async () => {
    const panel = await openCallPage();
    const rows: readonly ServerRow[] = [
      {
        server: "Tokyo",
        state: "ok",
        tookMs: 12,
        bytes: 2048,
        json: '{"version":"1.4.3","o":{"a":[1]}}',
      },
      { server: "Berlin", state: "error", tookMs: 40, text: "Berlin is not connected." },
      { server: "Oslo", state: "running" },
    ];
    await panel.notifyRows(1, rows);
    await panel.page.locator(".response").getByText("2 of 3 servers responded").waitFor();
    const texts = await panel.page.locator(".virtual-rows .grid-row").allInnerTexts();
    assert.deepEqual(
      texts.map((text) => text.split("\n").filter((cell) => cell !== "")),
      [
        ["Tokyo", "OK", "12 ms", "2 KiB", "1.4.3", '{"a":[1]}'],
        ["Berlin", "Error", "40 ms", "Berlin is not connected."],
        ["Oslo", "Waiting…"],
      ],
    );
    await panel.button("Tokyo").click();
    await panel.page.getByRole("treeitem").filter({ hasText: 'version: "1.4.3"' }).waitFor();
    const done: ServerRow = { server: "Oslo", state: "ok", tookMs: 9, bytes: 4, json: '"pong"' };
    await panel.notify("serverRow", { id: 1, index: 2, row: done });
    await panel.page.locator(".response").getByText("3 of 3 servers responded").waitFor();
    await panel.page.getByRole("heading", { name: "Response from Tokyo" }).waitFor();
    await panel.page.getByRole("cell", { name: "pong" }).waitFor();
    await panel.button("Oslo").click();
    await panel.page.getByRole("treeitem").filter({ hasText: '"pong"' }).waitFor();
  });
});
