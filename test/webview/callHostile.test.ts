import assert from "node:assert/strict";
import { eventually } from "../e2e/harness/eventually";
import { responseOf, hostile, resultOf } from "./harness/responseData";
import { callServer, callSetup, methodSpec, named, okAnswer, param } from "./harness/callData";
import { type CallPage, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

const plain = callSetup({ method: methodSpec({ params: named([param("name")]) }) });
const evil = `${hostile.markup} ${hostile.ansi} ${hostile.bidi}`;

describe("Call page with hostile messages", () => {
  checkPages();
  let panel: CallPage;

  const tab = (name: string) => panel.page.getByRole("tab", { name }).click();
  /** All that is on the page, what is spoken included. */
  const written = () =>
    panel.page.evaluate(() => {
      const attributes = [...document.querySelectorAll("body *")].flatMap((each) =>
        ["title", "aria-label", "aria-description", "placeholder"].map((name) =>
          each.getAttribute(name),
        ),
      );
      // An editor has the text that it edits, letter by letter.
      const texts = [
        ...document.querySelectorAll("body *:not(.json-marks, .json-marks *)"),
      ].flatMap(({ childNodes }) =>
        [...childNodes].flatMap((each) => (each instanceof Text ? each.data : [])),
      );
      return [...texts, ...attributes].join("\n");
    });
  const nothingIsHidden = async () => {
    const found = /.{0,40}[\u001b\u202a-\u202e\u2066-\u2069].{0,40}/.exec(await written());
    assert.equal(found?.[0], undefined);
    assert.equal(await panel.page.locator("img").count(), 0);
  };

  it("shows names and texts of servers as text", async () => {
    const spec = param(evil, {
      typeText: evil,
      description: evil,
      fallback: evil,
      example: evil,
      suggestions: [evil],
      picker: "node",
      required: true,
    });
    const choice = param("choice", { type: { kind: "choice", options: [evil] } });
    const list = param(`${evil}s`, { type: { kind: "list", item: { kind: "text" } } });
    const method = methodSpec({
      name: evil,
      summary: evil,
      description: evil,
      effect: `${evil}!`,
      returns: evil,
      role: "admin",
      risk: "write",
      params: named([spec, choice, list]),
    });
    const server = callServer({ name: evil, address: evil, problem: evil, readOnly: true });
    panel = await openCallPage({ setup: callSetup({ method, server }) });
    await nothingIsHidden();
    await panel.button("Description and Result").click();
    await panel.page.getByText("Request preview").click();
    await panel.button(/^Add Item to/).click();
    await panel.button("Send").click();
    await panel.button("Send Anyway").waitFor();
    await nothingIsHidden();
    await panel.notify("setup", { ...panel.setup, server: { ...server, role: "guest" } });
    await panel.button("Send Anyway").click();
    const { id } = await panel.sentAfter(0);
    await panel.notify("response", {
      ...okAnswer(id, ""),
      outcome: {
        kind: "error",
        text: evil,
        code: -1,
        message: evil,
        data: JSON.stringify(evil),
        actions: [],
        param: evil,
      },
    });
    await panel.page.locator(".error-text").waitFor();
    await panel.settled();
    await nothingIsHidden();
    const rows = [
      { server: evil, state: "ok", json: JSON.stringify({ [evil]: evil }) },
      { server: "b", state: "error", text: evil },
    ] as const;
    await panel.notifyRows(id + 1, rows);
    await panel.page.locator(".grid-open").first().click();
    await panel.page.getByRole("treeitem").first().waitFor();
    await nothingIsHidden();
    await panel.page.locator(".grid-open").nth(1).click();
    await nothingIsHidden();
  });

  it("has fields for names of Object.prototype members", async () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    panel = await openCallPage({
      setup: callSetup({ method: methodSpec({ params: named(names.map((name) => param(name))) }) }),
    });
    for (const name of names) await panel.text(name).fill(name);
    const expected =
      '{"__proto__":"__proto__","constructor":"constructor",' +
      '"toString":"toString","hasOwnProperty":"hasOwnProperty"}';
    assert.equal((await panel.send()).params, expected);
    await panel.reload();
    assert.equal((await panel.send()).params, expected);
    await panel.notify(
      "response",
      responseOf(resultOf(`{"a":${expected},"b":${expected}}`), { id: 2 }),
    );
    await tab("Table");
    const cells = await panel.page.locator(".virtual-rows .grid-row").first().innerText();
    assert.deepEqual(cells.split("\n"), ["a", ...names]);
  });

  it("shows responses that are not JSON", async () => {
    panel = await openCallPage();
    const broken = [
      "",
      "{",
      '{"a"',
      '{"a":[1,2',
      "[[[",
      "]]]",
      '"abc',
      "nonsense, ]",
      "}{",
      '{"a":]}',
    ];
    for (const [at, json] of broken.entries()) {
      await panel.notify("response", responseOf(resultOf(json), { id: 2 * at + 1 }));
      await panel.page.getByRole("tree").focus();
      for (const key of ["ArrowDown", "ArrowRight", "End", "ArrowLeft", "Home", "Control+c"]) {
        await panel.page.keyboard.press(key);
      }
      await panel.page.getByRole("searchbox").fill("a");
      await tab("Text");
      await tab("Table");
      await tab("Tree");
      const whole = `whole ${at}`;
      await panel.notify(
        "response",
        responseOf(resultOf(JSON.stringify([whole])), { id: 2 * at + 2 }),
      );
      await panel.page.getByText(`"${whole}"`).waitFor();
    }
  });

  it("shows JSON of 100,000 levels", async () => {
    panel = await openCallPage();
    const levels = 100_000;
    const deep = '{"a":'.repeat(levels) + "[1]" + "}".repeat(levels);
    await panel.notify("response", responseOf(resultOf(deep)));
    await panel.page.getByRole("tree").focus();
    await panel.button("Expand All").click();
    await panel.page.getByRole("tree").focus();
    await panel.page.keyboard.press("End");
    await panel.page
      .getByRole("treeitem", { selected: true })
      .getByText("1", { exact: true })
      .waitFor();
    const path = await panel.page.locator(".tree-path").textContent();
    assert.ok((path?.length ?? 0) < 2000, `${path?.length} characters`);
    await panel.button("Copy Path").click();
    await eventually(() => assert.equal(panel.paramsOf("copyText")[0]?.length, 2 * levels + 4));
    await panel.page.getByRole("searchbox").fill("1");
    await eventually(async () =>
      assert.equal(await panel.page.locator(".find-count").textContent(), "1 of 1"),
    );
    await tab("Text");
    await panel.page.getByRole("region", { name: "Response as JSON" }).focus();
    await panel.page.keyboard.press("End");
    await eventually(async () =>
      assert.equal(await panel.page.locator(".virtual-rows .text-row").last().textContent(), "}"),
    );
    await tab("Table");
    await panel.page.getByRole("cell").first().waitFor();
    await panel.notify("fill", { params: deep });
    await panel.button("Send").click();
    await panel.page
      .getByRole("alert")
      .getByText(/Nested too deeply/)
      .waitFor();
  });

  it("clips long texts, numbers and names", async () => {
    panel = await openCallPage();
    const long = "x".repeat(5_000_000);
    const number = "1".repeat(5_000_000);
    const json = `{"rows":[{"${long}":"${long}","n":${number}},{"n":2}],"${long}":[{"a":1}]}`;
    await panel.notify("response", responseOf(resultOf(json)));
    for (const view of ["Tree", "Text", "Table"]) {
      await tab(view);
      await panel.settled();
      const { length } = await written();
      assert.ok(length < 200_000, `${view}: ${length} characters`);
    }
    await tab("Tree");
    await panel.page.getByRole("tree").focus();
    await panel.page.keyboard.press("End");
    await panel.settled();
    const { length } = await written();
    assert.ok(length < 200_000, `${length} characters`);
  });

  it("reuses no id that the host knows after the state is lost", async () => {
    panel = await openCallPage({ setup: plain });
    await panel.notify("response", okAnswer(7, '"seven"'));
    await panel.page.getByText('"seven"').waitFor();
    const { id } = await panel.send();
    assert.equal(id, 8);
    await panel.notify("response", okAnswer(id, '"eight"'));
    await panel.page.getByText('"eight"').waitFor();
    await panel.notify("sent", { id: 12 });
    assert.equal((await panel.send()).id, 13);
  });

  it("accepts messages in any order", async () => {
    panel = await openCallPage({ setup: plain });
    await panel.notify("progress", { id: 9, bytes: 1 });
    const { id } = await panel.send();
    await panel.notify("response", okAnswer(id, '"first"'));
    await panel.page.getByText('"first"').waitFor();
    await panel.notify("sent", { id });
    await panel.notify("progress", { id, bytes: 100 });
    await panel.settled();
    await eventually(async () => assert.equal(await panel.button("Cancel").isVisible(), false));
    const [second, third] = [await panel.send(), await panel.send()];
    await panel.notifyRows(third.id, []);
    await panel.notify("response", okAnswer(second.id, '"second"'));
    await panel.notify("response", { ...okAnswer(third.id, ""), outcome: { kind: "cancelled" } });
    await eventually(async () =>
      assert.equal(await panel.page.locator("button.result-chip").innerText(), "Canceled"),
    );
    assert.equal(await panel.page.getByText('"second"').count(), 0);
    await eventually(async () => assert.equal(await panel.button("Cancel").isVisible(), false));
  });

  it("keeps the caret when new parameters arrive", async () => {
    panel = await openCallPage({ setup: plain });
    const { keyboard } = panel.page;
    await panel.text("name").fill("edge");
    await panel.text("name").press("Home");
    await keyboard.type("my ");
    const method = methodSpec({ params: named([param("group"), param("name")]) });
    await panel.notify("setup", { ...plain, method });
    await panel.text("group").waitFor();
    await panel.settled();
    await keyboard.type("own ");
    assert.equal(await panel.text("name").inputValue(), "my own edge");
    await panel.notify(
      "response",
      okAnswer(1, JSON.stringify(Array.from({ length: 50 }, () => "x"))),
    );
    const tree = panel.page.getByRole("tree");
    await tree.focus();
    await keyboard.press("End");
    const scrolled = await tree.evaluate((each) => each.scrollTop);
    assert.ok(scrolled > 0);
    await panel.notify("setup", plain);
    await panel.text("group").waitFor({ state: "detached" });
    await panel.settled();
    assert.equal(await tree.evaluate((each) => each === document.activeElement), true);
    assert.equal(await tree.evaluate((each) => each.scrollTop), scrolled);
  });
});
