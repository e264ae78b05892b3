// The share of a core that the extension host takes with a large fleet, in a real VS Code. Runs from its source, for it
// starts test/host.
import fs from "node:fs";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { vscodeExecutable } from "../host/executable";
import { temporaryFolder } from "../host/paths";
import { writeSettings } from "../host/settings";
import { bundleFolder } from "./bundle";
import { type Figure, report } from "./figure";
import { type HostShares } from "./hostShare";
import { writeOurs } from "./ownExtension";
import { startSimulatorProcess } from "./simulatorProcess";
import { percentile } from "./stopwatch";

/** Of each kind, in turns. */
const launches = Number(process.env.KOMARI_BENCH_LAUNCHES ?? 3);
const nodes = 1000;
const pingTasks = 3;

const folder = temporaryFolder();
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** @param isAlone our extension is there, as it would be for all who have no server, but never activated. */
async function launch(url: string, isAlone: boolean): Promise<HostShares> {
  const at = fs.mkdtempSync(path.join(folder, "launch-"));
  const file = path.join(at, "shares.json");
  const userDataDir = path.join(at, "user");
  const ours = path.join(at, "ours");
  const id = writeOurs(ours);
  writeSettings(userDataDir, {
    "komari.servers": [{ name: "Large", url }],
    // A host of a remote looks for open ports every few seconds, at several times our own cost.
    "remote.autoForwardPorts": false,
    "remote.autoForwardPortsSource": "output",
  });
  await runTests({
    vscodeExecutablePath: await vscodeExecutable("current"),
    extensionDevelopmentPath: ours,
    extensionTestsPath: path.join(bundleFolder, "hostShare.cjs"),
    launchArgs: [
      `--user-data-dir=${userDataDir}`,
      `--extensions-dir=${path.join(at, "extensions")}`,
    ],
    extensionTestsEnv: {
      ...process.env,
      KOMARI_BENCH_ID: isAlone ? "" : id,
      KOMARI_BENCH_OUT: file,
    },
  });
  return JSON.parse(fs.readFileSync(file, "utf8")) as HostShares;
}

/** Percent of a core: the median of the laps, for other work of the machine only ever adds. */
function percent(shares: readonly HostShares[], lap: keyof HostShares): number {
  return (
    100 *
    percentile(
      shares.map((each) => each[lap]),
      0.5,
    )
  );
}

async function main(): Promise<readonly Figure[]> {
  const fleet = ["--nodes", String(nodes), "--ping-tasks", String(pingTasks)];
  const simulator = await startSimulatorProcess(fleet);
  const alone: HostShares[] = [];
  const ours: HostShares[] = [];
  for (let round = 0; round < launches; round++) {
    alone.push(await launch(simulator.url, true));
    ours.push(await launch(simulator.url, false));
  }
  simulator.stop();
  const figure = (what: string, lap: keyof HostShares, points: number): Figure => {
    const [value, floor] = [percent(ours, lap), percent(alone, lap)];
    const absolute = { value, floor, unit: "% of a core", goal: floor + points };
    const ratio = value / floor;
    return { what, against: "the host alone", ratio, goal: 1 + points / floor, absolute };
  };
  return [
    figure(`host with ${nodes} nodes, view open`, "open", 1),
    figure(`host with ${nodes} nodes, view hidden`, "hidden", 0.2),
  ];
}

main().then(report, (error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
