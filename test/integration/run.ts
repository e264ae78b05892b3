// Command: runs the integration tests in one real VS Code.
//   node --import tsx test/integration/run.ts current|minimum
import fs from "node:fs";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { vscodeExecutable } from "../host/executable";
import { fromProject, temporaryFolder } from "../host/paths";
import { writeSettings } from "../host/settings";
import { asHostName } from "../host/versions";
import { bundleIntegrationTests } from "./bundle";

async function main(): Promise<void> {
  const host = asHostName(process.argv[2]);
  const folder = temporaryFolder();
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const userDataDir = path.join(folder, "user");
  writeSettings(userDataDir, {});
  const bundleFolder = await bundleIntegrationTests(host);
  await runTests({
    vscodeExecutablePath: await vscodeExecutable(host),
    extensionDevelopmentPath: fromProject(),
    extensionTestsPath: path.join(bundleFolder, "index.cjs"),
    launchArgs: [
      `--user-data-dir=${userDataDir}`,
      `--extensions-dir=${path.join(folder, "extensions")}`,
    ],
    extensionTestsEnv: { ...process.env, KOMARI_HOST: host },
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
