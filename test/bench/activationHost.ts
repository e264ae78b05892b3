// Runs inside an extension host: activates the extensions that it is given, one after the other, and writes
// what each cost to a file.
import fs from "node:fs";
import { extensions } from "vscode";

export interface Activation {
  readonly ms: number;
  readonly cpuMs: number;
}

/** Until then the host is still busy with its own start. */
const settleMs = 3000;

async function activate(id: string): Promise<Activation> {
  const extension = extensions.getExtension(id);
  if (extension === undefined || extension.isActive) throw new Error(`${id} cannot be activated.`);
  const cpu = process.cpuUsage();
  const start = performance.now();
  await extension.activate();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

export async function run(): Promise<void> {
  const { KOMARI_BENCH_IDS = "", KOMARI_BENCH_OUT = "" } = process.env;
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const costs: Activation[] = [];
  for (const id of KOMARI_BENCH_IDS.split(",")) costs.push(await activate(id));
  fs.writeFileSync(KOMARI_BENCH_OUT, JSON.stringify(costs));
}
