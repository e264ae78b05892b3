import assert from "node:assert/strict";
import { assertAccessible } from "./harness/assertAccessible";
import {
  callServer,
  callSetup,
  manyParams,
  methodSpec,
  named,
  okAnswer,
  param,
} from "./harness/callData";
import { type CallPage, openCallPage } from "./harness/callPage";
import { checkPages } from "./harness/webviewPage";

const risky = callSetup({
  server: callServer({ name: "Frankfurt", role: "guest", problem: "Frankfurt cannot be reached." }),
  method: methodSpec({
    name: "admin:dbExec",
    namespace: "admin",
    role: "admin",
    risk: "execute",
    summary: "Runs a statement on the server's database.",
    secondFactor: true,
    description: "Whatever the statement does cannot be undone.\nOnly for those who know.",
    returns: "{ rows_affected: int }",
    params: named([
      param("sql", { required: true, multiline: true }),
      param("token", { secret: true }),
    ]),
  }),
});

describe("Call page accessibility", () => {
  checkPages();
  let panel: CallPage;

  /** As little is right as can be. */
  const makeTrouble = async () => {
    await panel.text("hours").fill("soon");
    await panel.choice("compact").selectOption("true");
    await panel.button("Add Item to uuids").click();
    await panel.button("Add Item to uuids").click();
    await panel.text("options").fill('{ "a": }');
    await panel.notify("response", okAnswer(1, '{"cpu":{"usage":12.5},"nodes":["a","b"]}'));
    await panel.button("Send").click();
    await panel.button("Send Anyway").waitFor();
    await panel.settled();
  };

  it("has no findings of axe in any theme, 300 wide", async () => {
    panel = await openCallPage({ width: 300 });
    await makeTrouble();
    await assertAccessible(panel, async (theme) => {
      await panel.screenshot(`call-${theme}-300`);
      await panel.screenshot(`call-${theme}-300-window`, false);
    });
    await panel.button("JSON").click();
    await panel.json.fill("{");
    await panel.button("More").click();
    await assertAccessible(panel, (theme) => panel.screenshot(`call-${theme}-300-json`, false));
  });

  it("has no findings of axe in any theme, 1200 wide", async () => {
    panel = await openCallPage({ width: 1200, height: 1300 });
    await makeTrouble();
    await panel.page.getByText("Request preview").click();
    await assertAccessible(panel, (theme) => panel.screenshot(`call-${theme}-1200`));
  });

  it("has no findings of axe in any theme, with a destructive method", async () => {
    panel = await openCallPage({ width: 700, setup: risky });
    await panel.button("Description and Result").click();
    await panel.text("sql").fill("delete from clients");
    await panel.notify("fill", { params: '{"sql":"select 1"}' });
    await panel.button("Restore").waitFor();
    const { id } = await panel.send();
    await panel.notify("sent", { id });
    await panel.button("More").click();
    await assertAccessible(panel, (theme) => panel.screenshot(`call-${theme}-risky`, false));
  });

  it("does not overflow a 300 px page with long names", async () => {
    const long = "x".repeat(200);
    const params = named([param(long, { typeText: long, description: long, picker: "node" })]);
    const method = methodSpec({ name: `common:${long}`, summary: long, params });
    const server = callServer({ name: long, problem: long });
    panel = await openCallPage({ width: 300, setup: callSetup({ method, server }) });
    await panel.text(long).fill(long);
    await panel.page.getByText("Request preview").click();
    await panel.screenshot("call-long-names");
    const tooWide = await panel.page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    assert.ok(tooWide <= 0, `${tooWide} px are outside the window`);
  });

  it("renders server texts as text, never as markup", async () => {
    const evil = `<img src="x" onerror="document.title='run'"><b>bold</b>`;
    const params = named([param("name", { description: evil, typeText: evil, fallback: evil })]);
    const method = methodSpec({ summary: evil, description: evil, returns: evil, params });
    panel = await openCallPage({ setup: callSetup({ method }) });
    assert.equal(await panel.page.locator("main img, main b, header img, header b").count(), 0);
    assert.equal(await panel.page.getByText(evil).first().isVisible(), true);
  });

  it("reaches every control by Tab in visual order", async () => {
    panel = await openCallPage({
      setup: callSetup({ method: methodSpec({ params: named(manyParams) }) }),
    });
    const names: string[] = [];
    for (let step = 0; step < 40; step++) {
      await panel.page.keyboard.press("Tab");
      names.push(
        await panel.page.evaluate(() => {
          const focused = document.activeElement;
          return focused?.getAttribute("aria-label") ?? focused?.textContent ?? "";
        }),
      );
    }
    const expected = ["Send uuid", "Choose… uuid", "uuid", "hours", "hours: 24", "load_type"];
    const later = ["start", "start: Now", "Add Item to uuids", "script", "Width of the form"];
    const places = ["Description and Result", "More", "Send", ...expected, ...later].map((name) =>
      names.indexOf(name),
    );
    assert.ok(!places.includes(-1), names.join(", "));
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it("follows a change of the theme", async () => {
    panel = await openCallPage({ theme: "dark" });
    await panel.text("uuid").fill("u-1");
    const colors = () =>
      panel.text("uuid").evaluate((input) => {
        const box = getComputedStyle(input.parentElement ?? input);
        return [box.backgroundColor, getComputedStyle(input).color];
      });
    assert.deepEqual(await colors(), ["rgb(49, 49, 49)", "rgb(204, 204, 204)"]);
    await panel.setTheme("light");
    await panel.settled();
    assert.deepEqual(await colors(), ["rgb(255, 255, 255)", "rgb(59, 59, 59)"]);
  });
});
