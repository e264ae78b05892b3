import fs from "node:fs";
import path from "node:path";
import { once } from "node:events";
import { type Simulator } from "../../simulator/simulator";
import { fromProject } from "../paths";
import { startGroup } from "../processes";
import { writeSettings } from "../settings";
import { installExtensions, useServer } from "./extensions";
import { whatToTry } from "./whatToTry";

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
export async function runDesktop(command: string, simulator: Simulator): Promise<void> {
  const userDataDir = fromProject(".vscode-test/demo-desktop");
  const extensionsDir = path.join(userDataDir, "extensions");
  writeSettings(userDataDir, {});
  const folders = ["--user-data-dir", userDataDir, "--extensions-dir", extensionsDir];
  installExtensions(command, folders);
  useServer(extensionsDir, simulator.url, simulator.knobs.apiKey);
  process.on("exit", () => closeWindow(userDataDir));
  console.log("\nVS Code opens in a window of its own.");
  console.log(whatToTry(simulator));
  console.log("\nClose the window, or press Ctrl+C here, to end.");
  const flags = ["--disable-workspace-trust", "--new-window", "--wait"];
  await once(startGroup(command, [...folders, ...flags]), "exit");
}
