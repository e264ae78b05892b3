import assert from "node:assert/strict";
import { startSimulator } from "../simulator/simulator";
import { openMethod } from "./harness/callPanel";
import { ChartPanel } from "./harness/chartPanel";
import { chooseTheme } from "./harness/chooseTheme";
import { eventually } from "./harness/eventually";
import { nodesWindow, openNodes, statusText } from "./harness/komari";
import { shownText } from "./harness/shownText";
import { themeNames } from "./harness/windowOptions";
import { type Workbench } from "./harness/workbench";

const knobs = { pluginMethods: ["traffic:report"] };
const viewport = { width: 1400, height: 1500 } as const;

/** Pictures for people to look at, in out/screenshots; each waits until what it shows is there. */
describe("Screenshots", () => {
  const ui = nodesWindow({ nodes: 40, knobs }, { viewport });

  before(async () => {
    await eventually(async () => assert.match(await statusText(ui.workbench), /^\d+\/\d+\b/));
  });

  const picture = async (name: string, of = ui.workbench) => {
    await of.page.mouse.move(1, 1);
    await of.screenshot(name);
  };

  async function inAllThemes(shown: (theme: string) => Promise<void>) {
    for (const theme of themeNames) {
      await chooseTheme(ui.workbench, theme);
      await shown(theme);
    }
    await chooseTheme(ui.workbench, "dark");
  }

  async function inSizes(
    sizes: readonly (readonly [name: string, width: number, height: number])[],
    shown: (name: string) => Promise<void>,
  ) {
    for (const [name, width, height] of sizes) {
      await ui.workbench.page.setViewportSize({ width, height });
      await shown(name);
    }
    await ui.workbench.page.setViewportSize(viewport);
  }

  async function openCharts(
    row: string,
    entry = "Open Charts",
    from = { workbench: ui.workbench, tree: ui.tree },
  ) {
    await from.workbench.contextMenu(from.tree.row(row).first(), entry);
    return new ChartPanel(from.workbench);
  }

  async function openNodesCall(from: Workbench, command: string) {
    const panel = await openMethod(from, "common:getNodes", { command });
    await panel.type("uuid", ui.simulator.fleet.member("web-1").uuid);
    await panel.send();
    await panel.responds(/web-01/);
  }

  it("of the Nodes view in every theme, and narrow", async () => {
    await inAllThemes(async (theme) => {
      const tooltip = await ui.workbench.tooltip(ui.tree.row("web-01").first());
      await eventually(async () => assert.match(await tooltip.innerText(), /Uptime/));
      await ui.workbench.screenshot(`nodes-${theme}`);
    });
    await inSizes([["narrow", 420, 800]], async (name) => {
      await ui.tree.row("web-01").first().waitFor();
      await picture(`nodes-${name}`);
    });
  });

  it("of charts of one node in every theme, narrow and wide", async () => {
    const panel = await openCharts("web-01");
    await panel.button("4 h").click();
    const shown = async (name: string) => {
      await panel.plot("CPU").waitFor();
      await eventually(async () => assert.match(await panel.range.innerText(), /\d/));
      await picture(`charts-${name}`);
    };
    await inAllThemes(shown);
    const sizes = [["narrow", 640, 900] as const, ["wide", 2600, 1200] as const];
    await inSizes(sizes, shown);
  });

  it("of charts of ten nodes, and of a node without any data", async () => {
    const nodes = await openCharts("Production");
    await nodes.plot("CPU").waitFor();
    await nodes.node("db-primary").waitFor();
    await picture("charts-ten-nodes");
    const node = await openCharts("never-reported");
    await eventually(async () => assert.match(await shownText(node.nothing), /has never reported/));
    await picture("charts-nothing");
  });

  it("of a call with a response in every theme, narrow and wide", async () => {
    await openNodesCall(ui.workbench, "Call Method");
    await inAllThemes((theme) => picture(`call-${theme}`));
    const sizes = [["narrow", 660, 900] as const, ["wide", 2200, 1100] as const];
    await inSizes(sizes, (name) => picture(`call-${name}`));
  });

  it("of the Nodes view, charts and a call in Chinese", async () => {
    const chinese = await openNodes({ Demo: ui.simulator }, { locale: "zh-cn", viewport });
    await eventually(async () => assert.match(await statusText(chinese.workbench), /^\d+\/\d+\b/));
    await chinese.tree.row("web-01").first().waitFor();
    await picture("nodes-chinese", chinese.workbench);
    const charts = await openCharts("上海", "打开图表", chinese);
    await charts.plot("内存").waitFor();
    await picture("charts-chinese", chinese.workbench);
    await openNodesCall(chinese.workbench, "调用方法");
    await picture("call-chinese", chinese.workbench);
    await chinese.workbench.close();
  });

  it("of two servers of different versions", async () => {
    const other = await startSimulator({ nodes: 25, seed: 3, profile: "1.0.7" });
    const two = await openNodes({ Demo: ui.simulator, "Old one": other });
    await eventually(async () => assert.match((await two.tree.rows())[0]?.description ?? "", /\//));
    await two.tree.toggle("Demo");
    await eventually(async () => {
      const servers = (await two.tree.rows()).filter(({ level }) => level === 1);
      assert.deepEqual(
        servers.map(({ label }) => label),
        ["Demo", "Old one"],
      );
      for (const { description } of servers) assert.match(description, /^\d+\/\d+ · /);
    });
    await two.tree.row("web-01").first().waitFor();
    await picture("two-servers-dark", two.workbench);
    await two.workbench.close();
    await other.stop();
  });

  it("of a call of a method without a specification, and of one to an unreachable server", async () => {
    await openMethod(ui.workbench, "traffic:report");
    await picture("call-undocumented");
    const panel = await openMethod(ui.workbench, "rpc.ping");
    await ui.simulator.refuse();
    await panel.send();
    await panel.responds(/Demo cannot be reached/);
    await picture("call-server-gone");
  });
});
