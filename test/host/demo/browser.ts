import fs from "node:fs";
import path from "node:path";
import { installHost } from "../install";
import { fromProject, temporaryFolder } from "../paths";
import { runToEnd } from "../processes";
import { type Server, type ServerOptions, startServer } from "../server";
import { type Settings, writeSettings } from "../settings";
import { workbenchUrl } from "../workbenchUrl";

const host = "current";
/** The browser keeps what VS Code remembers by address, so the port stays the same where it can. */
const usualPort = 25780;

async function startOnUsualPort(options: ServerOptions): Promise<Server> {
  try {
    return await startServer({ ...options, port: usualPort });
  } catch {
    return startServer(options);
  }
}

/** Runs until the process is ended. */
export async function runBrowser(settings: Settings): Promise<void> {
  installHost(host);
  console.log("Building the extension ...");
  runToEnd(process.execPath, [fromProject("scripts/package.mjs")], { limitMs: 180_000 });
  const dataDir = fromProject(".vscode-test/demo");
  const userDataDir = path.join(dataDir, "user");
  writeSettings(userDataDir, settings);
  const sockets = temporaryFolder();
  process.on("exit", () => fs.rmSync(sockets, { recursive: true, force: true, maxRetries: 5 }));
  const vsix = fromProject("out/komari-vscode.vsix");
  const env = { TMPDIR: sockets };
  const server = await startOnUsualPort({ host, dataDir, userDataDir, vsix, env });
  console.log(`\nVS Code with Komari: ${workbenchUrl(server)}\n\nPress Ctrl+C to end.`);
  throw new Error(await server.died);
}
