// Runs inside an extension host: tells what share of a core the host takes, with a view open and with the side bar
// hidden. With KOMARI_BENCH_ID the view is that of our extension, else one of VS Code itself.
import fs from "node:fs";
import inspector from "node:inspector/promises";
import path from "node:path";
import { commands, extensions } from "vscode";

/** Shares of a core. */
export interface HostShares {
  readonly open: number;
  readonly hidden: number;
}

/** Until then the host is still busy with its own start, or with all rows at once. */
const settleMs = 15_000;
const lapMs = 30_000;
/** More than the simulator has groups. */
const rowsToExpand = 20;

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

async function measure(name: string): Promise<number> {
  await pause(settleMs);
  const saveProfile = await startProfile(name);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await pause(lapMs);
  const { user, system } = process.cpuUsage(cpu);
  const share = (user + system) / 1000 / (performance.now() - start);
  await saveProfile();
  return share;
}

/** With KOMARI_BENCH_PROFILES, a folder, each lap leaves a CPU profile there, and costs more. */
async function startProfile(name: string): Promise<() => Promise<void>> {
  const { KOMARI_BENCH_PROFILES: folder = "" } = process.env;
  if (folder === "") return () => Promise.resolve();
  const session = new inspector.Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  return async () => {
    const { profile } = await session.post("Profiler.stop");
    fs.writeFileSync(path.join(folder, `${name}.cpuprofile`), JSON.stringify(profile));
    session.disconnect();
  };
}

/** All groups, from the last one up: what opens below moves nothing above. */
async function expandGroups(): Promise<void> {
  await commands.executeCommand("list.focusLast");
  for (let row = 0; row < rowsToExpand; row++) {
    await commands.executeCommand("list.expand");
    await commands.executeCommand("list.focusUp");
  }
}

async function openView(id: string): Promise<void> {
  if (id === "") return commands.executeCommand("workbench.view.explorer");
  await extensions.getExtension(id)?.activate();
  await commands.executeCommand("komari.nodes.focus");
  await pause(settleMs);
  await expandGroups();
}

export async function run(): Promise<void> {
  const { KOMARI_BENCH_ID = "", KOMARI_BENCH_OUT = "" } = process.env;
  await pause(settleMs);
  await openView(KOMARI_BENCH_ID);
  const open = await measure("open");
  await commands.executeCommand("workbench.action.closeSidebar");
  const hidden = await measure("hidden");
  const shares: HostShares = { open, hidden };
  fs.writeFileSync(KOMARI_BENCH_OUT, JSON.stringify(shares));
}
