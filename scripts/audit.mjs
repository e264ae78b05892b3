// node scripts/audit.mjs: asks npm for known vulnerabilities of what a production build has bundled.
import { spawnSync } from "node:child_process";
import { readAudit } from "./lib/audit.mjs";
import { bundledPackages } from "./lib/bundledPackages.mjs";
import { fromProject } from "./lib/project.mjs";

// A registry without this service answers at once; one that cannot be reached costs half a minute at most.
const patience = ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=10000"];

const packages = bundledPackages();
const { stdout, error } = spawnSync("npm", ["audit", "--json", ...patience], {
  cwd: fromProject(),
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
  shell: process.platform === "win32",
  timeout: 60_000,
});
const { unasked, problems, minor } = readAudit(stdout || String(error ?? ""), packages);
const names = packages.map(({ name, version }) => `${name} ${version}`).join(", ");
console.log(`Bundled: ${names}`);
// scripts/lib/runStage.mjs prints notes of stages that pass.
if (unasked !== undefined) {
  console.log(`NOTE: could not ask for known vulnerabilities of what is bundled: ${unasked}`);
}
for (const text of minor) console.log(`NOTE: ${text}`);
for (const text of problems) console.error(`Known vulnerability: ${text}`);
if (problems.length > 0) process.exitCode = 1;
