import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type HostName, hostVersions } from "./versions";

const projectRoot = path.resolve(__dirname, "../..");

export function fromProject(...parts: string[]): string {
  return path.join(projectRoot, ...parts);
}

export interface HostPaths {
  /** package.json and package-lock.json of this version, committed. */
  readonly recipe: string;
  /** Where the recipe is installed, ignored by git. */
  readonly root: string;
  /** The VS Code server inside it. */
  readonly vscode: string;
  /** The Node it runs on: its own where npm has one, so that the user's version does not matter. */
  readonly node: string;
}

export function hostPaths(name: HostName, root?: string): HostPaths {
  const { folder } = hostVersions[name];
  const at = root ?? fromProject(".vscode-test", `host-${folder}`);
  const ownNode = path.join(at, `node_modules/node-linux-${process.arch}/bin/node`);
  return {
    recipe: path.join(__dirname, folder),
    root: at,
    vscode: path.join(at, "node_modules/code-server/lib/vscode"),
    node: process.platform === "linux" ? ownNode : process.execPath,
  };
}

/**
 * A new folder for one run. VS Code puts Unix sockets in it, whose whole path may have about 100
 * characters, so a long temporary folder (macOS) is passed over for /tmp.
 */
export function temporaryFolder(): string {
  const base = os.tmpdir().length > 30 && fs.existsSync("/tmp") ? "/tmp" : os.tmpdir();
  return fs.realpathSync(fs.mkdtempSync(path.join(base, "kvs-")));
}
