// Command: the pictures of the README, in docs/images. Needs npm run package.
//   npm run pictures
import { type Simulator, startSimulator } from "../../simulator/simulator";
import { fromProject } from "../../host/paths";
import { closeSharedEditor } from "./editor";
import { eventually } from "./eventually";
import { openNodes, statusText } from "./komari";
import { type WindowOptions } from "./windowOptions";
import { openWorkbench, type Workbench } from "./workbench";

const window = { deviceScaleFactor: 1.5, viewport: { width: 1120, height: 640 } } as const;

/** Members of the cast that are there to break things, not to look good. */
const unsightly = ["html", "markdown", "long", "dup-1", "dup-2", "bare", "emoji", "newcomer"];

async function startFleet(): Promise<Simulator> {
  const simulator = await startSimulator({ nodes: 34, seed: 7 });
  for (const key of unsightly) simulator.fleet.remove(simulator.fleet.member(key).uuid);
  return simulator;
}

async function save(workbench: Workbench, name: string): Promise<void> {
  const path = fromProject("docs/images", `${name}.png`);
  await workbench.page.screenshot({ path, caret: "hide", animations: "disabled" });
  console.log(path);
}

async function pictureNodes(name: string, options: WindowOptions): Promise<void> {
  const simulator = await startFleet();
  const { workbench } = await openNodes({ Demo: simulator }, { ...window, ...options });
  const tree = workbench.tree(options.locale === "zh-cn" ? "节点" : "Nodes");
  await eventually(async () => {
    if (!/^\d+\//.test(await statusText(workbench))) throw new Error("nothing is counted yet");
  });
  await workbench.tooltip(tree.row("web-01").first());
  await workbench.page.locator(".workbench-hover-container", { hasText: "CPU" }).waitFor();
  await save(workbench, name);
  await workbench.close();
  await simulator.stop();
}

async function pictureAddServer(): Promise<void> {
  const simulator = await startFleet();
  const workbench = await openWorkbench(window);
  await workbench.openActivity("Komari");
  await workbench.palette("Komari: Add Server");
  await workbench.quickInput.waitForTitle("Add Komari Server");
  await workbench.quickInput.fill(simulator.url);
  await workbench.quickInput.accept();
  await workbench.quickInput.waitForTitle("1.4.3");
  await save(workbench, "add-server");
  await workbench.close();
  await simulator.stop();
}

async function main(): Promise<void> {
  await pictureNodes("nodes-dark", { theme: "dark" });
  await pictureNodes("nodes-light", { theme: "light" });
  await pictureNodes("nodes-zh-cn", { theme: "dark", locale: "zh-cn" });
  await pictureAddServer();
}

main()
  .catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  })
  .finally(async () => {
    await closeSharedEditor();
    process.exit();
  });
