// Stands in for the desktop's `code` binary in @vscode/test-electron's runTests: a VS Code server
// and a headless browser run the tests; the exit code is the tests'. See docs/testing.md.
import fs from "node:fs";
import path from "node:path";
import { followFile } from "./followFile";
import { parseLauncherFlags, type LauncherFlags } from "./launcherFlags";
import { fromProject, temporaryFolder } from "./paths";
import { type Server, startServer } from "./server";
import { settingsFile, writeSettings } from "./settings";
import { openTestPage, type TestPage } from "./testPage";
import { asHostName, hostVersions, type HostName } from "./versions";

const exitCodes = { silence: 124, serverGone: 126 } as const;
/** Less than a stage has, so that it is seen what the window shows then. */
const silenceMinutes = 10;

/** @param output the file that the tests print to. */
async function waitForEnd(server: Server, page: TestPage, output: string): Promise<number> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<number>((resolve) => {
    timer = setInterval(() => {
      if (Date.now() - fs.statSync(output).mtimeMs < silenceMinutes * 60_000) return;
      console.error(`The tests have printed nothing for ${silenceMinutes} minutes.`);
      resolve(exitCodes.silence);
    }, 1000);
  });
  const died = server.died.then((why) => {
    console.error(why);
    return exitCodes.serverGone;
  });
  const code = await Promise.race([page.finished, silence, died]);
  clearInterval(timer);
  return code;
}

async function explainFailure(page: TestPage, host: HostName): Promise<void> {
  const file = fromProject("out", `integration-${hostVersions[host].folder}-failed.png`);
  await page.page.screenshot({ path: file }).catch(() => undefined);
  for (const line of page.errors().slice(-20)) console.error(line);
}

async function runTests(host: HostName, flags: LauncherFlags, folder: string): Promise<number> {
  const output = path.join(folder, "output");
  const stopFollowing = followFile(output, process.stdout);
  let server: Server | undefined;
  let page: TestPage | undefined;
  try {
    const userDataDir = flags.userDataDir ?? path.join(folder, "data");
    if (!fs.existsSync(settingsFile(userDataDir))) writeSettings(userDataDir, {});
    const env = { KOMARI_HOST_TESTS: flags.extensionTestsPath, KOMARI_HOST_OUTPUT: output };
    server = await startServer({
      host,
      dataDir: folder,
      ...flags,
      userDataDir,
      testMode: true,
      env,
    });
    page = await openTestPage(server, flags);
    const code = await waitForEnd(server, page, output);
    if (code !== 0) await explainFailure(page, host);
    return code;
  } finally {
    await page?.close();
    await server?.stop();
    stopFollowing();
  }
}

async function main(): Promise<number> {
  const host = asHostName(process.env.KOMARI_HOST ?? "current");
  const flags = parseLauncherFlags(process.argv.slice(2));
  if (flags.version) {
    console.log(hostVersions[host].desktop);
    return 0;
  }
  const folder = temporaryFolder();
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  return runTests(host, flags, folder);
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
