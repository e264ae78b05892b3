import fs from "node:fs";
import { fromProject } from "./project.mjs";

/** The whole VSIX, packed; most of it are the pictures of the README. */
export const vsixBudget = 700_000;

/** What ships, and nothing else: a new file is added here on purpose or not at all. */
const always = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/LICENSE.txt",
  "extension/README.zh-CN.md",
  "extension/changelog.md",
  "extension/dist/extension.js",
  "extension/dist/ws.js",
  "extension/docs/images/add-server.png",
  "extension/docs/images/nodes-dark.png",
  "extension/docs/images/nodes-light.png",
  "extension/docs/images/nodes-zh-cn.png",
  "extension/l10n/bundle.l10n.zh-cn.json",
  "extension/media/icon.png",
  "extension/media/komari.svg",
  "extension/package.json",
  "extension/package.nls.json",
  "extension/package.nls.zh-cn.json",
  "extension/readme.md",
];

/** One script per webview, and a style sheet where it imports one. */
function webviewBundles() {
  const folder = fromProject("dist/webview");
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => `extension/dist/webview/${file}`);
}

export function expectedVsixFiles() {
  return [...always, ...webviewBundles()].sort();
}
