import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { hostPaths } from "./paths";
import { runToEnd } from "./processes";
import { pruneHost } from "./prune";
import { type HostName, hostVersions } from "./versions";

const stubs = path.join(__dirname, "stubs");
/** Everything that decides what an installed host looks like. */
const madeFrom = [
  path.join(stubs, "spdlog.cjs"),
  path.join(stubs, "watchdog.cjs"),
  path.join(__dirname, "prune.ts"),
  __filename,
];

function stampOf(recipe: string): string {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}`);
  for (const file of [...madeFrom, path.join(recipe, "package-lock.json")])
    hash.update(fs.readFileSync(file));
  return hash.digest("hex");
}

function npmCi(cwd: string, ...flags: string[]): void {
  // No install scripts: they would build native modules that tests never load.
  runToEnd(
    "npm",
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...flags],
    {
      cwd,
      limitMs: 8 * 60_000,
    },
  );
}

function replaceNativeModules(modules: string): void {
  const replace = (name: string, stub: string): void => {
    const folder = path.join(modules, name);
    if (!fs.existsSync(folder)) return;
    const { main = "index.js" } = JSON.parse(
      fs.readFileSync(path.join(folder, "package.json"), "utf8"),
    ) as { main?: string };
    fs.copyFileSync(path.join(stubs, stub), require.resolve(path.join(folder, main)));
  };
  replace("@vscode/spdlog", "spdlog.cjs");
  replace("@vscode/native-watchdog", "watchdog.cjs");
  replace("native-watchdog", "watchdog.cjs");
}

function build(name: HostName, root: string): void {
  const { recipe, vscode } = hostPaths(name, root);
  fs.mkdirSync(root, { recursive: true });
  for (const file of ["package.json", "package-lock.json"])
    fs.copyFileSync(path.join(recipe, file), path.join(root, file));
  npmCi(root);
  // Its peer dependencies do not fit npm's newer rules; its shrinkwrap does.
  npmCi(vscode, "--omit=dev", "--legacy-peer-deps");
  replaceNativeModules(path.join(vscode, "node_modules"));
  pruneHost(root, vscode);
}

/** Installs a VS Code server into .vscode-test, once: later calls only read a stamp. */
export function installHost(name: HostName): void {
  const { recipe, root } = hostPaths(name);
  const stampFile = path.join(root, "stamp");
  const stamp = stampOf(recipe);
  const isReady = (): boolean =>
    fs.existsSync(stampFile) && fs.readFileSync(stampFile, "utf8") === stamp;
  if (isReady()) return;
  console.log(`Installing the VS Code ${hostVersions[name].folder} server for tests ...`);
  // Built aside and swapped in whole, so that neither a broken-off nor a second, simultaneous
  // install leaves half a host behind.
  const aside = `${root}.${process.pid}`;
  try {
    build(name, aside);
    fs.writeFileSync(path.join(aside, "stamp"), stamp);
    if (isReady()) return;
    fs.rmSync(root, { recursive: true, force: true });
    fs.renameSync(aside, root);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
}
