import { type Simulator } from "../../simulator/simulator";
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

export function nodesTree(workbench: Workbench, locale?: WindowOptions["locale"]): Tree {
  return workbench.tree(locale === "zh-cn" ? "节点" : "Nodes");
}

export const statusItemId = "komari-vscode.komari-vscode.komari.online";

/** The text of our status bar item; "" while it is not shown. */
export async function statusText(workbench: Workbench): Promise<string> {
  return shownText(workbench.statusItem(statusItemId));
}
