import assert from "node:assert/strict";
import { type Simulator, startSimulator } from "../simulator/simulator";
import { ChartPanel } from "./harness/chartPanel";
import { eventually } from "./harness/eventually";
import { openNodes } from "./harness/komari";
import { shownText } from "./harness/shownText";
import { themes, type WindowOptions } from "./harness/windowOptions";

/** Pictures of charts for people to look at, in out/screenshots; each waits for what it shows. */
describe("Pictures of charts", () => {
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
    await panel.workbench.close();
  }

  const tall = { width: 1400, height: 1500 } as const;
  const variants: readonly (readonly [string, WindowOptions])[] = [
    ...Object.keys(themes).map((theme) => {
      return [theme, { theme: theme as keyof typeof themes, viewport: tall }] as const;
    }),
    ["narrow", { viewport: { width: 640, height: 900 } }],
    ["wide", { viewport: { width: 2600, height: 1200 } }],
  ];

  for (const [name, options] of variants) {
    it(`of one node, ${name}`, async () => {
      const panel = await open("web-01", options);
      await panel.button("4 h").click();
      await panel.plot("CPU").waitFor();
      await eventually(async () => assert.match(await panel.range.innerText(), /\d/));
      await picture(panel, name);
    });
  }

  it("of one node, in Chinese", async () => {
    const panel = await open("上海", { locale: "zh-cn", viewport: tall });
    await panel.plot("内存与交换").waitFor();
    await picture(panel, "chinese");
  });

  it("of ten nodes", async () => {
    const panel = await open("Production", { viewport: tall });
    await panel.plot("CPU").waitFor();
    await panel.line("CPU", "db-primary").waitFor();
    await picture(panel, "ten-nodes");
  });

  it("of a node of which nothing is known", async () => {
    const panel = await open("never-reported", {});
    await eventually(async () =>
      assert.match(await shownText(panel.nothing), /Nothing was recorded/),
    );
    await picture(panel, "nothing");
  });
});
