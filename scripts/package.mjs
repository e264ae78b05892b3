// npm run package: makes out/komari-vscode.vsix from a production build and checks what is in it.
import { checkVsix } from "./checkVsix.mjs";
import { installDependencies } from "./lib/dependencies.mjs";
import { fromProject } from "./lib/project.mjs";
import { runNode } from "./lib/runNode.mjs";
import { stagePackage } from "./lib/stagePackage.mjs";

const vsix = fromProject("out/komari-vscode.vsix");

/** @param {string} text */
const print = (text) => process.stdout.write(text);

/** @param {string[]} args @param {{ cwd?: string, onOutput?: (text: string) => void }} [options] */
async function must(args, options = {}) {
  const { ok, output } = await runNode(args, options);
  if (!ok) throw new Error(options.onOutput ? `${args[0]} failed.` : output);
}

async function makePackage() {
  await must(["esbuild.js", "--production"], { onOutput: print });
  const cwd = fromProject("out/package");
  stagePackage(cwd);
  const flags = ["--no-dependencies", "--no-rewrite-relative-links", "--allow-missing-repository"];
  const vsce = fromProject("node_modules/@vscode/vsce/vsce");
  // What vsce prints about files and sizes, checkVsix says in one line.
  await must([vsce, "package", ...flags, "--out", vsix], { cwd });
  if (!checkVsix(vsix)) throw new Error("The VSIX is not what scripts/lib/vsixFiles.mjs expects.");
}

try {
  installDependencies();
  await makePackage();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
