import assert from "node:assert/strict";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/simulator";
import { eventually } from "./eventually";
import { type Tree } from "./tree";
import { type WindowOptions } from "./windowOptions";
import { shownText } from "./shownText";
import { openWorkbench, type Workbench } from "./workbench";

/** A window with these servers in its settings, and the Nodes view open. */
export async function openNodes(
  servers: Readonly<Record<string, Simulator>>,
  options: WindowOptions = {},
): Promise<{ readonly workbench: Workbench; readonly tree: Tree }> {
  const entries = Object.entries(servers).map(([name, { url }]) => ({ name, url }));
  const workbench = await openWorkbench({
    ...options,
    settings: { "komari.servers": entries, ...options.settings },
  });
  await workbench.openActivity("Komari");
  return { workbench, tree: nodesTree(workbench, options.locale) };
}

/** Goes through the whole of Add Server, with the name that the site has. */
export async function addServerAsGuest(workbench: Workbench, { url }: Simulator): Promise<void> {
  const { quickInput } = workbench;
  await workbench.palette("Komari: Add Server");
  await quickInput.waitForTitle("Add Komari Server");
  await quickInput.fill(url);
  await quickInput.accept();
  await quickInput.row("Guest").first().waitFor();
  await quickInput.pick("Guest");
  await eventually(async () => assert.match(await quickInput.message(), /name/));
  await quickInput.accept();
  await quickInput.waitUntilClosed();
}

export function nodesTree(workbench: Workbench, locale?: WindowOptions["locale"]): Tree {
  return workbench.tree(locale === "zh-cn" ? "节点" : "Nodes");
}

export const statusItemId = "komari-vscode.komari-vscode.komari.online";

/** The text of our status bar item; "" while it is not shown. */
export async function statusText(workbench: Workbench): Promise<string> {
  return shownText(workbench.statusItem(statusItemId));
}

export interface NodesWindow {
  readonly simulator: Simulator;
  readonly workbench: Workbench;
  readonly tree: Tree;
}

/** Within a describe: a simulated server, and a window that shows its nodes while the tests run. */
export function nodesWindow(
  simulated: SimulatorOptions = {},
  options: WindowOptions = {},
): NodesWindow {
  let opened: NodesWindow | undefined;
  const get = (): NodesWindow => {
    assert.ok(opened, "the tests have not begun");
    return opened;
  };
  before(async () => {
    const simulator = await startSimulator({ nodes: 20, seed: 7, ...simulated });
    opened = { simulator, ...(await openNodes({ Demo: simulator }, options)) };
    await opened.tree.row("web-01").first().waitFor();
  });
  after(async () => {
    await opened?.workbench.close();
    await opened?.simulator.stop();
  });
  return {
    get simulator() {
      return get().simulator;
    },
    get workbench() {
      return get().workbench;
    },
    get tree() {
      return get().tree;
    },
  };
}
