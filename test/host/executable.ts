import { spawnSync } from "node:child_process";
import path from "node:path";
import { SilentReporter, downloadAndUnzipVSCode } from "@vscode/test-electron";
import { fromProject } from "./paths";
import { type HostName, hostVersions } from "./versions";

const hasDisplay =
  process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** Says whether the desktop's libraries are all here: Electron then runs as a plain Node. */
function starts(executable: string): boolean {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: "1" };
  return spawnSync(executable, ["-e", "0"], { env, timeout: 30_000 }).status === 0;
}

async function desktop(host: HostName): Promise<string | undefined> {
  try {
    const executable = await downloadAndUnzipVSCode({
      version: hostVersions[host].desktop,
      cachePath: fromProject(".vscode-test"),
      reporter: new SilentReporter(),
      timeout: 15_000,
    });
    return starts(executable) ? executable : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The VS Code that integration tests run in: the desktop where there is a display and it can be
 * downloaded, else the headless stand-in. KOMARI_TEST_VSCODE=headless chooses the stand-in.
 */
export async function vscodeExecutable(host: HostName): Promise<string> {
  const mayBeDesktop = hasDisplay && process.env.KOMARI_TEST_VSCODE !== "headless";
  return (mayBeDesktop ? await desktop(host) : undefined) ?? path.join(__dirname, "code.cjs");
}
