// Activating the extension in a real VS Code, in several launches. Runs from its source, for it starts test/host.
import fs from "node:fs";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { vscodeExecutable } from "../host/executable";
import { temporaryFolder } from "../host/paths";
import { type Settings, writeSettings } from "../host/settings";
import { type Activation } from "./activationHost";
import { bundleFolder } from "./bundle";
import { type Figure, report } from "./figure";
import { writeExtension, writeOurs } from "./ownExtension";
import { percentile } from "./stopwatch";
import { emptyExtension } from "./syntheticBundle";

const launches = 5;
/** Nothing listens there. */
const server = { name: "Home", url: "http://127.0.0.1:9" };

const folder = temporaryFolder();
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** The first warms up what activating needs; the second is the floor. */
function writeEmptyExtensions(at: string): readonly string[] {
  return ["empty0", "empty1"].map((name) => {
    const engines = { vscode: "^1.100.0" };
    const extension = path.join(at, `bench.${name}-1.0.0`);
    writeExtension(extension, {
      name,
      publisher: "bench",
      version: "1.0.0",
      engines,
      main: "main.js",
    });
    fs.writeFileSync(path.join(extension, "main.js"), emptyExtension);
    return `bench.${name}`;
  });
}

async function launch(settings: Settings): Promise<readonly Activation[]> {
  const at = fs.mkdtempSync(path.join(folder, "launch-"));
  const file = path.join(at, "costs.json");
  const userDataDir = path.join(at, "user");
  const extensionsDir = path.join(at, "extensions");
  const ours = path.join(at, "ours");
  writeSettings(userDataDir, settings);
  const ids = [...writeEmptyExtensions(extensionsDir), writeOurs(ours)];
  await runTests({
    vscodeExecutablePath: await vscodeExecutable("current"),
    extensionDevelopmentPath: ours,
    extensionTestsPath: path.join(bundleFolder, "activationHost.cjs"),
    launchArgs: [`--user-data-dir=${userDataDir}`, `--extensions-dir=${extensionsDir}`],
    extensionTestsEnv: { ...process.env, KOMARI_BENCH_IDS: ids.join(","), KOMARI_BENCH_OUT: file },
  });
  return JSON.parse(fs.readFileSync(file, "utf8")) as Activation[];
}

/** Milliseconds: noise only ever adds, so that the fastest launches are the most precise. */
async function measure(settings: Settings): Promise<readonly [floor: number, ours: number]> {
  const costs: (readonly Activation[])[] = [];
  for (let round = 0; round < launches; round++) costs.push(await launch(settings));
  const p25 = (index: number) =>
    percentile(
      costs.map((each) => each[index]?.ms ?? NaN),
      0.25,
    );
  return [p25(1), p25(2)];
}

async function main(): Promise<readonly Figure[]> {
  const [noServerFloor, noServer] = await measure({});
  const [floor, oneServer] = await measure({ "komari.servers": [server] });
  const against = "an empty extension";
  return [
    {
      what: "activate without a server",
      against,
      ratio: noServer / noServerFloor,
      goal: 4,
      absolute: {
        value: noServer,
        floor: noServerFloor,
        unit: "ms",
        goal: Math.ceil(noServerFloor + 10),
      },
    },
    {
      what: "activate with a server",
      against,
      ratio: oneServer / floor,
      goal: 15,
      absolute: { value: oneServer, floor, unit: "ms" },
    },
  ];
}

main().then(report, (error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
