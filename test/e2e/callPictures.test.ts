import { type Simulator, startSimulator } from "../simulator/simulator";
import { openMethod } from "./harness/callPanel";
import { openNodes } from "./harness/komari";
import { themes, type WindowOptions } from "./harness/windowOptions";

/** Pictures of calls for people to look at, in out/screenshots; each waits for what it shows. */
describe("Pictures of calls", () => {
  let simulator: Simulator;

  before(async () => {
    simulator = await startSimulator({
      ...{ nodes: 20, seed: 7 },
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

  const variants: readonly (readonly [string, WindowOptions])[] = [
    ...Object.keys(themes).map((theme) => {
      return [theme, { theme: theme as keyof typeof themes }] as const;
    }),
    ["narrow", { viewport: { width: 660, height: 900 } }],
    ["wide", { viewport: { width: 2200, height: 1100 } }],
    ["chinese", { locale: "zh-cn" }],
  ];

  for (const [name, options] of variants) {
    it(`with an answer, ${name}`, async () => {
      const panel = await open("common:getNodes", options);
      await panel.type("uuid", simulator.fleet.member("web-1").uuid);
      await panel.send();
      await panel.answers(/web-01/);
      await panel.workbench.screenshot(`call-${name}`);
      await panel.workbench.close();
    });
  }

  it("of a method that nobody has described", async () => {
    const panel = await open("traffic:report", {});
    await panel.workbench.screenshot("call-undocumented");
    await panel.workbench.close();
  });

  it("with a server that is gone", async () => {
    const panel = await open("rpc.ping", {});
    await simulator.refuse();
    await panel.send();
    await panel.answers(/Demo cannot be reached/);
    await panel.workbench.screenshot("call-server-gone");
    await panel.workbench.close();
    await simulator.accept();
  });
});
