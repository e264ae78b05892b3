import fs from "node:fs";
import path from "node:path";
import { type Browser } from "playwright-core";
import { launchBrowser } from "../../host/browser";
import { fromProject, temporaryFolder } from "../../host/paths";
import { type Server, installVsix, startServer } from "../../host/server";

/** One VS Code server with our VSIX in it, and one browser: windows of all suites open in these. */
export interface Editor {
  readonly server: Server;
  readonly browser: Browser;
  readonly userDataDir: string;
  close(): Promise<void>;
}

const host = "current";

function vsix(): string {
  const file = process.env.KOMARI_TEST_VSIX ?? fromProject("out/komari-vscode.vsix");
  if (!fs.existsSync(file)) throw new Error(`${file} is missing: run npm run package first.`);
  return file;
}

async function startEditor(): Promise<Editor> {
  const folder = temporaryFolder();
  const removeFolder = (): void =>
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.on("exit", removeFolder);
  installVsix(host, vsix(), { dataDir: folder });
  const userDataDir = path.join(folder, "user");
  const server = await startServer({ host, dataDir: folder, userDataDir });
  const browser = await launchBrowser();
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
    removeFolder();
    process.off("exit", removeFolder);
  };
  return { server, browser, userDataDir, close };
}

let running: Promise<Editor> | undefined;

/** The editor of this run, started by whoever needs it first. */
export function sharedEditor(): Promise<Editor> {
  running ??= startEditor();
  return running;
}

export async function closeSharedEditor(): Promise<void> {
  const editor = await running;
  running = undefined;
  await editor?.close();
}
