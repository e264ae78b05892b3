import fs from "node:fs";
import path from "node:path";
import { type Browser, type LaunchOptions, chromium } from "playwright-core";
import { patienceMs } from "../runner/patience";

/** The shell draws the same without the windows of a whole browser, with less processor time. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
];
const elsewhere = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** KOMARI_TEST_BROWSER names the browser to use; else the first Chromium that is installed. */
export function findBrowser(): string | undefined {
  const wanted = process.env.KOMARI_TEST_BROWSER;
  if (wanted && !fs.existsSync(wanted)) {
    throw new Error(`KOMARI_TEST_BROWSER names ${wanted}, which does not exist.`);
  }
  if (wanted) return wanted;
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...elsewhere].find((file) => fs.existsSync(file));
}

export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined)
    throw new Error("No Chromium or Chrome found: run npm test once, or set KOMARI_TEST_BROWSER.");
  return chromium.launch({
    executablePath,
    timeout: 4 * patienceMs,
    // Where the system has no locale, headless ones would have a language that Intl does not know.
    env: { ...process.env, LC_ALL: "en_US.UTF-8" },
    // Root and most containers have no user namespaces for the sandbox; only our own pages are opened.
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
    ...options,
  });
}
