import fs from "node:fs";
import path from "node:path";
import { once } from "node:events";
import { fromProject } from "../paths";
import { runToEnd, startGroup } from "../processes";
import { type Settings, writeSettings } from "../settings";

/** The desktop's `code`, where it is on the PATH and has a display to open its window on. */
export function desktopCommand(): string | undefined {
  const { DISPLAY, WAYLAND_DISPLAY, PATH = "" } = process.env;
  if (process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  const name = process.platform === "win32" ? "code.cmd" : "code";
  const candidates = PATH.split(path.delimiter).map((folder) => path.join(folder, name));
  return candidates.find((file) => fs.existsSync(file));
}

/** `code` leaves once the window is open: the window is a process of its own, known by this file. */
function closeWindow(userDataDir: string): void {
  try {
    process.kill(Number(fs.readFileSync(path.join(userDataDir, "code.lock"), "utf8")), "SIGTERM");
  } catch {
    // Already closed.
  }
}

/** Resolves when the user closes the window. */
export async function runDesktop(command: string, settings: Settings): Promise<void> {
  runToEnd(process.execPath, [fromProject("esbuild.js")], { limitMs: 60_000 });
  const userDataDir = fromProject(".vscode-test/demo-desktop");
  writeSettings(userDataDir, settings);
  process.on("exit", () => closeWindow(userDataDir));
  console.log("VS Code opens in a window of its own. Close it, or press Ctrl+C here, to end.");
  const code = startGroup(command, [
    ...["--user-data-dir", userDataDir, "--extensions-dir", path.join(userDataDir, "extensions")],
    ...[`--extensionDevelopmentPath=${fromProject()}`, "--disable-workspace-trust"],
    ...["--new-window", "--wait"],
  ]);
  await once(code, "exit");
}
