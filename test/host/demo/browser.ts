import fs from "node:fs";
import path from "node:path";
import { type Simulator } from "../../simulator/simulator";
import { installHost } from "../install";
import { fromProject, hostPaths, temporaryFolder } from "../paths";
import { type Server, type ServerOptions, startServer } from "../server";
import { writeSettings } from "../settings";
import { workbenchUrl } from "../workbenchUrl";
import { installExtensions, useServer } from "./extensions";
import { whatToTry } from "./whatToTry";

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
export async function runBrowser(simulator: Simulator): Promise<void> {
  installHost(host);
  const dataDir = fromProject(".vscode-test/demo");
  const userDataDir = path.join(dataDir, "user");
  const extensionsDir = path.join(dataDir, "extensions");
  writeSettings(userDataDir, {});
  const folders = ["--server-data-dir", dataDir, "--extensions-dir", extensionsDir];
  const { node, vscode } = hostPaths(host);
  const server = [path.join(vscode, "out/server-main.js"), "--accept-server-license-terms"];
  installExtensions(node, [...server, ...folders], { EXTENSIONS_GALLERY: "{}" });
  useServer(extensionsDir, simulator.url, simulator.knobs.apiKey);
  const sockets = temporaryFolder();
  process.on("exit", () => fs.rmSync(sockets, { recursive: true, force: true, maxRetries: 5 }));
  const env = { TMPDIR: sockets };
  const started = await startOnUsualPort({ host, dataDir, userDataDir, extensionsDir, env });
  console.log(`\nVS Code with Komari    ${workbenchUrl(started)}`);
  console.log(whatToTry(simulator));
  console.log("\nPress Ctrl+C to end.");
  throw new Error(await started.died);
}
