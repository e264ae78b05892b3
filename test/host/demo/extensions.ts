import fs from "node:fs";
import path from "node:path";
import { fromProject } from "../paths";
import { runToEnd } from "../processes";

const extension = fromProject("out/komari-vscode.vsix");
const companion = fromProject("out/demo-companion.vsix");

/**
 * Builds and installs the extension as it ships, and one that runs its first command.
 * @param code the command that installs, and what it needs for it
 */
export function installExtensions(code: string, args: string[], env: NodeJS.ProcessEnv = {}): void {
  console.log("Building the extension ...");
  runToEnd(process.execPath, [fromProject("scripts/package.mjs")], { limitMs: 180_000 });
  const flags = ["--no-dependencies", "--skip-license", "--allow-missing-repository"];
  runToEnd(
    process.execPath,
    [fromProject("node_modules/@vscode/vsce/vsce"), "package", ...flags, "--out", companion],
    { cwd: fromProject("test/host/demo/companion"), limitMs: 60_000 },
  );
  const installs = [extension, companion].flatMap((vsix) => ["--install-extension", vsix]);
  runToEnd(code, [...args, ...installs, "--force"], { env, limitMs: 120_000 });
}

/**
 * Lets "Try the Demo" of the installed extension use a server that runs already: its address and key
 * are known before the window opens, and its faults can be turned.
 */
export function useServer(extensionsDir: string, url: string, apiKey: string): void {
  const name = fs
    .readdirSync(extensionsDir)
    .find((each) => each.startsWith("komari-vscode.komari-vscode-"));
  if (name === undefined) throw new Error(`The extension is not in ${extensionsDir}.`);
  const server = `{ ...${JSON.stringify({ url, apiKey })}, stop: async () => {} }`;
  const file = path.join(extensionsDir, name, "dist", "demo.js");
  fs.writeFileSync(file, `exports.startDemo = async () => (${server});\n`);
}
