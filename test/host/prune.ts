import fs from "node:fs";
import path from "node:path";

/** Packages that only optional features load: AI agents, remote containers, math, native builds. */
const unusedPackages = [
  "@devcontainers",
  "@github",
  "@microsoft/mxc-sdk",
  "@vscode/sandbox-runtime",
  "@vscode/windows-process-tree",
  "@vscode/windows-registry",
  "cpu-features",
  "katex",
  "nan",
  "node-pty/deps",
  "node-pty/third_party",
  "opentype.js",
  "ssh2",
];

/**
 * Only extensions that the web client does not ask for by itself: it has the list of built-in
 * extensions baked in and shows an error for every missing one that it wants to activate.
 */
const unusedExtensions = [
  "copilot",
  "mermaid-markdown-features",
  "microsoft-authentication",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
  "ms-vscode.vscode-js-profile-table",
];

function remove(...parts: string[]): void {
  fs.rmSync(path.join(...parts), { recursive: true, force: true });
}

function keepOnly(folder: string, keep: (name: string) => boolean): void {
  if (!fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder)) if (!keep(name)) remove(folder, name);
}

/** Takes out what no test can reach: 780 MB become less than 300. */
export function pruneHost(root: string, vscode: string): void {
  const here = `${process.platform}-${process.arch}`;
  const modules = path.join(vscode, "node_modules");
  for (const name of unusedPackages) remove(modules, name);
  for (const name of unusedExtensions) remove(vscode, "extensions", name);
  keepOnly(path.join(modules, "@vscode/ripgrep-universal/bin"), (name) => name === here);
  keepOnly(path.join(modules, "node-pty/prebuilds"), (name) => name === here);
  // code-server's own front door is not used: we start the VS Code server in it directly.
  keepOnly(path.join(root, "node_modules"), (name) => /^(code-server|node-linux-.*)$/.test(name));
  for (const name of fs.readdirSync(path.join(root, "node_modules"))) {
    if (name.startsWith("node-linux-"))
      keepOnly(path.join(root, "node_modules", name), (part) =>
        /^(bin|LICENSE|package.json)$/.test(part),
      );
  }
}
