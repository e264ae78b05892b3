import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { isRecord } from "../../src/util/json";
import { temporaryFolder } from "../host/paths";
import { type Simulator } from "../simulator/simulator";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { nodesWindow } from "./harness/komari";
import { shownText } from "./harness/shownText";

const minuteMs = 60_000;

/** Every row that the server has for what the panel asked last, by time. */
async function rowsOf(simulator: Simulator): Promise<ReadonlyMap<string, number>> {
  const params = lastQuery(simulator, "load");
  const response = await fetch(`${simulator.url}/api/rpc2`, {
    method: "POST",
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "common:getRecords", params }),
  });
  const answer = (await response.json()) as {
    result: { records: Record<string, { time: string; cpu: number }[]> };
  };
  const rows = Object.values(answer.result.records).flat();
  return new Map(rows.map(({ time, cpu }) => [new Date(time).toISOString(), cpu]));
}

function queries(simulator: Simulator, type: "load" | "ping") {
  return simulator.journal
    .of("common:getRecords")
    .map(({ params }) => params)
    .filter(isRecord)
    .filter((params) => params.type === type);
}

function lastQuery(simulator: Simulator, type: "load" | "ping") {
  const query = queries(simulator, type).at(-1);
  assert(query !== undefined, "no records were asked for");
  return query;
}

/** Milliseconds between start and end; undefined for a relative span. */
function spanOf({ start, end }: Readonly<Record<string, unknown>>): number | undefined {
  if (typeof start !== "string" || typeof end !== "string") return undefined;
  return Date.parse(end) - Date.parse(start);
}

describe("Chart panel of a node", () => {
  let panel: ChartPanel;
  const folder = temporaryFolder();
  const ui = nodesWindow({}, { open: folder });

  after(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const isZoomed = (zoomed: boolean) =>
    eventually(async () => {
      // There only while there is a zoom.
      assert.equal(await panel.button("Reset zoom").count(), zoomed ? 1 : 0);
    });

  it("opens from its row, with the node and its server in the title", async () => {
    await ui.tree.pressInline("web-01", "Open Charts");
    panel = new ChartPanel(ui.workbench);
    await panel.tab("web-01 — Demo").waitFor();
    for (const name of ["CPU", "Memory", "Network", "Ping"]) {
      await panel.plot(name).waitFor();
    }
    await eventually(async () => {
      assert.match(await panel.chart("CPU").locator(".legend-value").first().innerText(), /%/);
    });
  });

  it("is one panel per node, however often it is opened", async () => {
    await ui.workbench.contextMenu(ui.tree.row("web-01").first(), "Open Charts");
    assert.equal(await panel.tab("web-01 — Demo").count(), 1);
  });

  it("requests only what can be shown: one node, with a limit", () => {
    const { uuid, maxCount } = lastQuery(ui.simulator, "load");
    assert.equal(uuid, ui.simulator.fleet.member("web-1").uuid);
    assert.ok(Number(maxCount) >= 1);
  });

  it("zooms by a drag, requests the finer range, and zooms out without another request", async () => {
    await panel.button("24 h").click();
    await eventually(() => assert.notEqual(queries(ui.simulator, "load").length, 0));
    const before = queries(ui.simulator, "load").length;
    await panel.drag("CPU", 0.25, 0.5);
    await eventually(() => {
      assert.ok(queries(ui.simulator, "load").length > before);
      const span = spanOf(lastQuery(ui.simulator, "load")) ?? NaN;
      assert.ok(Math.abs(span / minuteMs - 6 * 60) < 30, `${span / minuteMs} minutes`);
    });
    const requested = queries(ui.simulator, "load").length;
    await isZoomed(true);
    await panel.button("Previous range").click();
    await isZoomed(false);
    assert.equal(queries(ui.simulator, "load").length, requested);
  });

  it("zooms and pans by keyboard, and announces the values at the cursor", async () => {
    await panel.plot("CPU").focus();
    await ui.workbench.page.keyboard.press("ArrowRight");
    const status = panel.frame.locator('[aria-live="polite"]', { hasText: /CPU .*%/ });
    await eventually(async () => assert.ok((await status.count()) > 0));
    await ui.workbench.page.keyboard.press("+");
    await isZoomed(true);
    await ui.workbench.page.keyboard.press("Backspace");
    await isZoomed(false);
  });

  it("copies as CSV exactly what is visible", async () => {
    const before = queries(ui.simulator, "load").length;
    await panel.drag("CPU", 0.5, 0.75);
    const rows = await eventually(async () => {
      assert.ok(queries(ui.simulator, "load").length > before);
      const found = await rowsOf(ui.simulator);
      assert.ok(found.size > 5);
      return found;
    });
    const text = await eventually(async () => {
      await panel.export("Copy as CSV");
      const copied = await ui.workbench.page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^time,CPU \(%\),/);
      return copied;
    });
    const seen = new Map(
      text
        .trimEnd()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(","))
        .filter(([, cpu]) => cpu !== "")
        .map(([time = "", cpu]) => [time, Number(cpu)]),
    );
    const inside = [...rows].filter(([time]) => seen.has(time));
    assert.ok(inside.length >= rows.size - 2, "all but rows at the edges are there");
    assert.deepEqual(seen, new Map(inside));
  });

  it("saves through the dialog of VS Code, which suggests a name in the open folder", async () => {
    await panel.export("Save as JSON…");
    // The dialog writes the name that it suggests some time after it has opened.
    await eventually(async () =>
      assert.match(await ui.workbench.quickInput.value(), /web-01.*json$/),
    );
    await ui.workbench.quickInput.accept();
    await eventually(() => {
      const [name = ""] = fs.readdirSync(folder).filter((file) => /^web-01.*\.json$/.test(file));
      const saved = JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")) as object;
      assert.equal("server" in saved && saved.server, "Demo");
    });
  });

  it("keeps hidden lines and the range over a reload of the window", async () => {
    await panel.line("Network", "Upload").click();
    await eventually(async () => {
      assert.equal(await panel.line("Network", "Upload").getAttribute("aria-pressed"), "false");
    });
    const range = await panel.range.innerText();
    await ui.workbench.reload();
    panel = new ChartPanel(ui.workbench);
    await panel.plot("Network").waitFor();
    assert.equal(await panel.line("Network", "Upload").getAttribute("aria-pressed"), "false");
    assert.equal(await panel.line("Network", "Download").getAttribute("aria-pressed"), "true");
    await eventually(async () => assert.equal(await panel.range.innerText(), range));
  });

  it("keeps the last data of an unreachable server with a notice, and resumes automatically", async () => {
    await panel.button("1 h").click();
    await eventually(async () => {
      assert.equal(await panel.button("1 h").getAttribute("aria-pressed"), "true");
    });
    await ui.simulator.refuse();
    await eventually(async () => assert.match(await shownText(panel.notices), /Demo/));
    await panel.plot("CPU").waitFor();
    await ui.workbench.screenshot("charts-server-gone");
    await ui.simulator.accept();
    await eventually(async () => assert.equal(await shownText(panel.notices), ""), 40_000);
  });

  it("sends no requests while another tab hides it", async () => {
    await ui.workbench.contextMenu(ui.tree.row("db-primary").first(), "Open in New Panel");
    await panel.tab("db-primary — Demo").waitFor();
    await panel.plot("CPU").waitFor();
    const { uuid } = ui.simulator.fleet.member("web-1");
    const requested = () =>
      queries(ui.simulator, "load").filter((query) => query.uuid === uuid).length;
    const before = requested();
    const next = () => ui.simulator.journal.next("common:getNodesLatestStatus");
    // Two rounds of the poller go by.
    await next();
    await next();
    assert.equal(requested(), before);
    await panel.tab("web-01 — Demo").click();
    await panel.frame.getByRole("heading", { name: "web-01" }).waitFor();
    await panel.plot("CPU").waitFor();
  });
});

describe("Chart panel of several nodes", () => {
  const ui = nodesWindow({ nodes: 40 });

  it("opens from a group, with a line per node", async () => {
    await ui.workbench.contextMenu(ui.tree.row("Production").first(), "Open Charts");
    const panel = new ChartPanel(ui.workbench);
    await panel.tab("Production — Demo").waitFor();
    await panel.plot("CPU").waitFor();
    await panel.node("db-primary").waitFor();
    await panel.plot("Memory").waitFor();
    await panel.button("One Metric").click();
    await panel.frame.getByLabel("Compare by").selectOption({ label: "Disk" });
    await panel.plot("Disk").waitFor();
    await panel.plot("CPU").waitFor({ state: "detached" });
    await panel.button("Charts").click();
    await panel.plot("CPU").waitFor();
    await panel.node("db-primary").click();
    await panel.tab("db-primary — Demo").waitFor();
  });

  it("opens for nodes that are chosen by name", async () => {
    await ui.workbench.answer("Komari: Open Charts", async (box) => {
      await box.waitUntilOpen();
      for (const name of ["web-01", "db-primary"]) {
        await box.fill(name);
        await box.check(name);
      }
      await box.accept();
    });
    const panel = new ChartPanel(ui.workbench);
    await panel.tab("db-primary, web-01 — Demo").waitFor();
    await panel.node("web-01").waitFor();
    await panel.node("db-primary").waitFor();
  });
});
