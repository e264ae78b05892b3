// npm run package: makes out/komari-vscode.vsix from a production build and checks what is in it.
import { checkVsix } from "./checkVsix.mjs";
import { installDependencies } from "./lib/dependencies.mjs";
import { fromProject } from "./lib/project.mjs";
import { runNode } from "./lib/runNode.mjs";
import { writeLegal } from "./lib/writeLegal.mjs";
import { writeReadme } from "./lib/writeReadme.mjs";

const vsix = fromProject("out/komari-vscode.vsix");
/** .vscodeignore lets it through in place of the repository's own. */
const readme = "out/README.md";

/** @param {string} text */
const print = (text) => process.stdout.write(text);

/** @param {string[]} args @param {(text: string) => void} [onOutput] */
async function must(args, onOutput) {
  const { ok, output } = await runNode(args, onOutput ? { onOutput } : {});
  if (!ok) throw new Error(onOutput ? `${args[0]} failed.` : output);
}

async function makePackage() {
  await must(["esbuild.js", "--production"], print);
  writeReadme(readme);
  writeLegal();
  const flags = ["--no-dependencies", "--no-rewrite-relative-links", "--allow-missing-repository"];
  // What vsce prints about files and sizes, checkVsix says in one line.
  const vsce = "node_modules/@vscode/vsce/vsce";
  await must([vsce, "package", ...flags, "--readme-path", readme, "--out", vsix]);
  if (!checkVsix(vsix)) throw new Error("The VSIX is not what scripts/checkVsix.mjs expects.");
}

try {
  installDependencies();
  await makePackage();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
