import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { ChartPanel } from "./harness/chartPanel";
import { chooseTheme } from "./harness/chooseTheme";
import { eventually } from "./harness/eventually";
import { openNodes } from "./harness/komari";
import { shownText } from "./harness/shownText";
import { themeNames, type WindowOptions } from "./harness/windowOptions";

/** Pictures of charts for people to look at, in out/screenshots; each waits for what it shows. */
describe("Screenshots of charts", () => {
  let simulator: Simulator;

  before(async () => {
    simulator = await startSimulator({ nodes: 40, seed: 7 });
  });

  after(() => simulator.stop());

  async function open(row: string, options: WindowOptions) {
    const { workbench, tree } = await openNodes({ Demo: simulator }, options);
    const entry = options.locale === "zh-cn" ? "打开图表" : "Open Charts";
    await workbench.contextMenu(tree.row(row).first(), entry);
    return new ChartPanel(workbench);
  }

  async function picture(panel: ChartPanel, name: string) {
    await panel.workbench.page.mouse.move(1, 1);
    await panel.workbench.screenshot(`charts-${name}`);
  }

  const tall = { width: 1400, height: 1500 } as const;
  const sizes = [
    ["narrow", 640, 900],
    ["wide", 2600, 1200],
  ] as const;

  it("of one node in every theme, narrow and wide", async () => {
    const panel = await open("web-01", { viewport: tall });
    await panel.button("4 h").click();
    const shown = async () => {
      await panel.plot("CPU").waitFor();
      await eventually(async () => assert.match(await panel.range.innerText(), /\d/));
    };
    for (const theme of themeNames) {
      await chooseTheme(panel.workbench, theme);
      await shown();
      await picture(panel, theme);
    }
    await chooseTheme(panel.workbench, "dark");
    for (const [name, width, height] of sizes) {
      await panel.workbench.page.setViewportSize({ width, height });
      await shown();
      await picture(panel, name);
    }
    await panel.workbench.close();
  });

  it("of one node, in Chinese", async () => {
    const panel = await open("上海", { locale: "zh-cn", viewport: tall });
    await panel.plot("内存与交换").waitFor();
    await picture(panel, "chinese");
    await panel.workbench.close();
  });

  it("of ten nodes", async () => {
    const panel = await open("Production", { viewport: tall });
    await panel.plot("CPU").waitFor();
    await panel.line("CPU", "db-primary").waitFor();
    await picture(panel, "ten-nodes");
    await panel.workbench.close();
  });

  it("of a node without any data", async () => {
    const panel = await open("never-reported", {});
    await eventually(async () =>
      assert.match(await shownText(panel.nothing), /Nothing was recorded/),
    );
    await picture(panel, "nothing");
    await panel.workbench.close();
  });
});
