import { type Simulator, startSimulator } from "../simulator/simulator";
import { chooseTheme } from "./harness/chooseTheme";
import { openMethod } from "./harness/callPanel";
import { openNodes } from "./harness/komari";
import { themeNames, type WindowOptions } from "./harness/windowOptions";

/** Pictures of calls for people to look at, in out/screenshots; each waits for what it shows. */
describe("Screenshots of calls", () => {
  let simulator: Simulator;

  before(async () => {
    simulator = await startSimulator({
      nodes: 20,
      seed: 7,
      knobs: { pluginMethods: ["traffic:report"] },
    });
  });

  after(() => simulator.stop());

  async function open(method: string, options: WindowOptions) {
    const { workbench, tree } = await openNodes({ Demo: simulator }, options);
    await tree.row("web-01").first().waitFor();
    const command = options.locale === "zh-cn" ? "调用方法" : "Call Method";
    return openMethod(workbench, method, { command });
  }

  async function openAnswered(options: WindowOptions) {
    const panel = await open("common:getNodes", options);
    await panel.type("uuid", simulator.fleet.member("web-1").uuid);
    await panel.send();
    await panel.answers(/web-01/);
    return panel;
  }

  const sizes = [
    ["narrow", 660, 900],
    ["wide", 2200, 1100],
  ] as const;

  it("with a response in every theme, narrow and wide", async () => {
    const { workbench } = await openAnswered({});
    for (const theme of themeNames) {
      await chooseTheme(workbench, theme);
      await workbench.screenshot(`call-${theme}`);
    }
    await chooseTheme(workbench, "dark");
    for (const [name, width, height] of sizes) {
      await workbench.page.setViewportSize({ width, height });
      await workbench.screenshot(`call-${name}`);
    }
    await workbench.close();
  });

  it("with a response in Chinese", async () => {
    const { workbench } = await openAnswered({ locale: "zh-cn" });
    await workbench.screenshot("call-chinese");
    await workbench.close();
  });

  it("of a method without a specification", async () => {
    const panel = await open("traffic:report", {});
    await panel.workbench.screenshot("call-undocumented");
    await panel.workbench.close();
  });

  it("with an unreachable server", async () => {
    const panel = await open("rpc.ping", {});
    await simulator.refuse();
    await panel.send();
    await panel.answers(/Demo cannot be reached/);
    await panel.workbench.screenshot("call-server-gone");
    await panel.workbench.close();
    await simulator.accept();
  });
});
