import fs from "node:fs";
import { fromProject } from "./project.mjs";

/** The whole VSIX, packed. */
export const vsixBudget = 600_000;

/** What ships, and nothing else: a new file is added here on purpose or not at all. */
const always = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/LICENSE.txt",
  "extension/changelog.md",
  "extension/dist/ThirdPartyNotices.txt",
  "extension/dist/demo.js",
  "extension/dist/extension.js",
  "extension/dist/later.js",
  "extension/dist/sbom.cdx.json",
  "extension/dist/services.js",
  "extension/dist/shared.js",
  "extension/dist/ws.js",
  "extension/l10n/bundle.l10n.zh-cn.json",
  "extension/media/call-dark.svg",
  "extension/media/call-light.svg",
  "extension/media/charts-dark.svg",
  "extension/media/charts-light.svg",
  "extension/media/fleet-dark.svg",
  "extension/media/fleet-light.svg",
  "extension/media/icon.png",
  "extension/media/komari.svg",
  "extension/media/walkthrough/addServer.svg",
  "extension/media/walkthrough/callMethod.svg",
  "extension/media/walkthrough/lookAround.svg",
  "extension/media/walkthrough/openCharts.svg",
  "extension/package.json",
  "extension/package.nls.json",
  "extension/package.nls.zh-cn.json",
  "extension/readme.md",
];

/** @param {string} folder */
function filesIn(folder) {
  const at = fromProject(folder);
  return fs.existsSync(at) ? fs.readdirSync(at) : [];
}

/** One script per webview, and a style sheet where it imports one. */
function webviewBundles() {
  return filesIn("dist/webview")
    .filter((file) => /\.(js|css)$/.test(file))
    .map((file) => `extension/dist/webview/${file}`);
}

export function expectedVsixFiles() {
  return [...always, ...webviewBundles()].sort();
}
