import fs from "node:fs";
import path from "node:path";
import { type Browser } from "playwright-core";
import { launchBrowser } from "../../host/browser";
import { fromProject, temporaryFolder } from "../../host/paths";
import { type Server, startServer } from "../../host/server";

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
  const userDataDir = path.join(folder, "user");
  const starting = startServer({ host, dataDir: folder, userDataDir, vsix: vsix() });
  // After the server, which has been asked to stop by then, too.
  process.on("exit", removeFolder);
  const server = await starting;
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
  // The caller already has the reason why it did not start.
  const editor = await running?.catch(() => undefined);
  running = undefined;
  await editor?.close();
}
