import assert from "node:assert/strict";
import { defaultChoices } from "../../src/shared/fleet/fleetChoices";
import { eventually } from "../e2e/harness/eventually";
import { assertAccessible } from "./harness/assertAccessible";
import { figureUpdate, fleetServerId, fleetSetup } from "./harness/fleetData";
import { openFleetPage } from "./harness/fleetPage";
import { themeNames } from "./harness/themes";
import { checkPages } from "./harness/webviewPage";

describe("The fleet page: look", () => {
  checkPages();

  for (const theme of themeNames) {
    it(`is readable in ${theme} at every width`, async () => {
      const fleet = await openFleetPage({ theme, width: 922, height: 730, nodes: 128 });
      for (const width of [500, 700, 922, 1600]) {
        await fleet.page.setViewportSize({ width, height: 730 });
        await fleet.settled();
        assert.ok((await fleet.names()).length > 10);
        const overflow = await fleet.page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(overflow <= 0, `${overflow} pixels beyond the window`);
        await fleet.screenshot(`fleet-${theme}-${width}`);
      }
    });

    it(`has a map in ${theme}`, async () => {
      const setup = fleetSetup({ choices: { ...defaultChoices, mode: "map" } });
      const fleet = await openFleetPage({ theme, width: 922, height: 730, nodes: 300, setup });
      await fleet.page.locator(".map .map-cell").nth(40).hover();
      await fleet.page.locator(".node-tip").waitFor();
      await fleet.screenshot(`fleet-map-${theme}`);
    });
  }
});

describe("The fleet page: accessibility", () => {
  checkPages();

  for (const mode of ["table", "map"] as const) {
    it(`has no finding of axe in any theme, as a ${mode}`, async () => {
      const setup = fleetSetup({ choices: { ...defaultChoices, mode } });
      const fleet = await openFleetPage({ nodes: 60, setup });
      await assertAccessible(fleet);
    });
  }
});

describe("The fleet page: table", () => {
  checkPages();

  it("draws only rows in sight of 10,000 nodes", async () => {
    const fleet = await openFleetPage({ nodes: 10_000 });
    const drawn = await fleet.page.locator(".grid-box .row").count();
    assert.ok(drawn > 10 && drawn < 80, `${drawn}`);
    assert.equal(await fleet.grid.getAttribute("aria-rowcount"), "10007");
  });

  it("writes a value that changed, and keeps the row", async () => {
    const fleet = await openFleetPage({ nodes: 12 });
    const row = fleet.row("web-00");
    await row.evaluate((element) => (element.dataset.marked = "yes"));
    await fleet.notify("update", figureUpdate("cpu", { 0: 88.4 }));
    await eventually(async () => assert.match(await row.innerText(), /88%/));
    assert.equal(await row.getAttribute("data-marked"), "yes");
  });

  it("says of an offline node since when, and keeps only what lasts", async () => {
    const fleet = await openFleetPage({ nodes: 12 });
    const text = await fleet.row("edge-11").innerText();
    assert.match(text, /Offline 5 d/);
    assert.match(text, /–/);
    // The note stands in two columns: those behind it are still found.
    await fleet.row("edge-11").locator(".cell.disk").click();
    const active = fleet.row("edge-11").locator(".active-cell");
    assert.match((await active.getAttribute("class")) ?? "", /\bdisk\b/);
    assert.match((await active.getAttribute("aria-label")) ?? "", /^edge-11, Disk \d+%$/);
  });

  it("sorts by a click on a head, adds a key with Shift, and tells both", async () => {
    const fleet = await openFleetPage({ nodes: 40, width: 1300 });
    await fleet.page.getByLabel("Group by").selectOption("none");
    await fleet.page.getByRole("columnheader", { name: /^Disk/ }).getByRole("button").click();
    const disks = await fleet.page.locator(".grid-box .row.node").evaluateAll((rows) =>
      rows
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((row) => parseInt(row.querySelector(".disk .value")?.textContent ?? "", 10))
        .filter((value) => !Number.isNaN(value)),
    );
    assert.deepEqual(
      disks,
      [...disks].sort((a, b) => b - a),
    );
    const name = fleet.page.getByRole("columnheader", { name: /^Name/ }).getByRole("button");
    await name.click({ modifiers: ["Shift"] });
    assert.deepEqual(fleet.paramsOf("rememberChoices").at(-1)?.sort, [
      { column: "disk", descending: true },
      { column: "name", descending: false },
    ]);
  });

  it("narrows down by chips, whose counts follow the text", async () => {
    const fleet = await openFleetPage({ nodes: 128 });
    await fleet.button(/^Offline/).click();
    await fleet.settled();
    const names = await fleet.names();
    assert.equal(names.length, 5);
    await fleet.page.getByRole("searchbox").first().fill("zzz");
    await eventually(async () => assert.match(await fleet.button(/^All/).innerText(), /0/));
    await fleet.button("Show All Nodes").click();
    await eventually(async () => assert.ok((await fleet.names()).length > 10));
  });

  it("folds a group, and keeps it folded when the page is loaded again", async () => {
    const fleet = await openFleetPage({ nodes: 40 });
    const first = (await fleet.names())[0];
    await fleet.page.locator(".virtual-rows .row.group").first().click();
    await eventually(async () => assert.notEqual((await fleet.names())[0], first));
    const folded = (await fleet.names())[0];
    // It is kept a moment later.
    await eventually(async () => {
      const kept = await fleet.page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
      assert.match(kept, /folded[^[]*\[[^\]]+Backup/);
    });
    await fleet.reload();
    await eventually(async () => assert.equal((await fleet.names())[0], folded));
  });

  it("shows a column that was chosen, and remembers it", async () => {
    const fleet = await openFleetPage({ nodes: 12, width: 1500 });
    await fleet.button("Columns").click();
    await fleet.page.getByLabel("Processes").check();
    await fleet.page.getByRole("columnheader", { name: "Processes" }).waitFor();
    const ids = fleet
      .paramsOf("rememberChoices")
      .at(-1)
      ?.columns.map(({ id }) => id);
    assert.ok(ids?.includes("processes"));
  });

  it("names the saved view that is shown, and says once it is changed", async () => {
    const views = [{ ...defaultChoices, name: "Gone", state: "offline" } as const];
    const fleet = await openFleetPage({ nodes: 128, width: 1200, setup: fleetSetup({ views }) });
    await fleet.button("View").click();
    await fleet.button("Gone").click();
    await fleet.button("View: Gone").waitFor();
    assert.equal((await fleet.names()).length, 5);
    await fleet.button(/^All/).click();
    await fleet.button("View: Gone, changed").waitFor();
  });

  it("acts on the selected nodes", async () => {
    const fleet = await openFleetPage({ nodes: 12, width: 1200 });
    await fleet.row("web-00").click();
    await fleet.row("db-01").click({ modifiers: ["Control"] });
    await fleet.button("Compare").click();
    const { action, slots } = fleet.paramsOf("act").at(-1) ?? { slots: [] };
    assert.deepEqual([action, [...slots].sort()], ["compare", [0, 1]]);
  });

  it("tells which nodes are in sight", async () => {
    const fleet = await openFleetPage({ nodes: 400 });
    await eventually(() => {
      const slots = fleet.paramsOf("setVisibleNodes").at(-1) ?? [];
      assert.ok(slots.length > 10 && slots.length < 60, `${slots.length}`);
    });
  });

  it("exports exactly what is shown", async () => {
    const fleet = await openFleetPage({ nodes: 12 });
    await fleet.page.getByRole("searchbox").first().fill("web-00");
    await fleet.notify("requestExport", { format: "csv", target: "clipboard" });
    await eventually(() => {
      const { columns, rows } = fleet.paramsOf("export").at(-1) ?? { columns: [], rows: [] };
      assert.equal(columns[0], "Name");
      assert.deepEqual(
        rows.map((row) => [row[0], row.length]),
        [["web-00", columns.length]],
      );
    });
  });
});

describe("The fleet page: keyboard", () => {
  checkPages();

  it("moves, selects and opens in the table, which is one stop for Tab", async () => {
    const fleet = await openFleetPage({ nodes: 40 });
    await fleet.grid.focus();
    await fleet.page.keyboard.press("ArrowDown");
    await fleet.page.keyboard.press("ArrowRight");
    const active = () =>
      fleet.page.evaluate(() => {
        const id = document.activeElement?.getAttribute("aria-activedescendant") ?? "";
        return document.getElementById(id)?.getAttribute("aria-label") ?? "";
      });
    assert.match(await active(), /, CPU \d+%$/);
    await fleet.page.keyboard.press("Space");
    await fleet.page.keyboard.press("Shift+ArrowDown");
    await eventually(async () =>
      assert.equal(await fleet.page.locator('.row[aria-selected="true"]').count(), 2),
    );
    await fleet.page.keyboard.press("Control+Enter");
    assert.equal(fleet.paramsOf("act").at(-1)?.action, "openChartsBeside");
    await fleet.page.keyboard.press("Escape");
    assert.equal(await fleet.page.locator('.row[aria-selected="true"]').count(), 0);
    await fleet.page.keyboard.type("web-1");
    assert.match(await active(), /^web-1/);
    await fleet.page.keyboard.press("Control+End");
    assert.ok((await active()).length > 0);
  });

  it("moves in two dimensions in the map", async () => {
    const setup = fleetSetup({ choices: { ...defaultChoices, mode: "map" } });
    const fleet = await openFleetPage({ nodes: 100, setup });
    await fleet.grid.focus();
    await fleet.page.keyboard.press("ArrowDown");
    await fleet.page.keyboard.press("Enter");
    const act = fleet.paramsOf("act").at(-1);
    assert.ok(act !== undefined);
    assert.equal(act.action, "openCharts");
    assert.notEqual(act.slots[0], 0);
  });
});

describe("The fleet page: servers", () => {
  checkPages();

  it("says once what is wrong with a server, and acts on it", async () => {
    const message = {
      kind: "notConnected",
      sentence: "Home is not connected.",
      action: "Reconnect",
    } as const;
    const server = { id: fleetServerId, name: "Home", role: undefined, fresh: false, message };
    const fleet = await openFleetPage({ nodes: 12, setup: fleetSetup({ servers: [server] }) });
    assert.equal(await fleet.page.getByText(message.sentence).count(), 1);
    await fleet.button("Reconnect").click();
    assert.deepEqual(fleet.paramsOf("actOnServer"), [fleetServerId]);
  });

  it("offers to add a server where there is none", async () => {
    const setup = fleetSetup({ servers: [] });
    const fleet = await openFleetPage({ nodes: 0, setup });
    await fleet.button("Add Server…").click();
    assert.equal(fleet.paramsOf("addServer").length, 1);
  });
});
