import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { fromProject } from "./project.mjs";

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
}

/** Whether node_modules is what the lock file says. Looks at versions: file times lie after a checkout. */
function isInstalled() {
  const wanted = lockedPackages(fromProject("package-lock.json"));
  const present = lockedPackages(fromProject("node_modules/.package-lock.json"));
  return Object.entries(wanted)
    .filter(([where, { optional, peer }]) => where !== "" && !optional && !peer)
    .every(([where, { version }]) => present[where]?.version === version);
}

/** Installs the npm packages where they are missing or not those of the lock file. */
export function installDependencies() {
  if (isInstalled()) return;
  console.log("Installing npm packages ...");
  const { status } = spawnSync("npm", ["ci", "--loglevel=error", "--no-audit", "--no-fund"], {
    cwd: fromProject(),
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    timeout: 10 * 60_000,
  });
  if (status !== 0) throw new Error("npm ci failed: is the registry reachable?");
}
