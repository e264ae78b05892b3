import { type ChildProcess } from "node:child_process";
import path from "node:path";
import { type HostPaths, hostPaths } from "./paths";
import { startGroup, stopGroup } from "./processes";
import { patienceMs } from "../runner/patience";
import { type HostName } from "./versions";

export interface ServerOptions {
  readonly host: HostName;
  /** Extensions, user settings and logs of this instance. */
  readonly dataDir: string;
  readonly userDataDir?: string | undefined;
  readonly extensionsDir?: string | undefined;
  /** An extension to install before the first window opens. */
  readonly vsix?: string | undefined;
  readonly locale?: string | undefined;
  /** 0, the default, is any free port. */
  readonly port?: number | undefined;
  /** Loads extensions under development and lets tests end the run; toasts are not shown then. */
  readonly testMode?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

export interface Server {
  readonly authority: string;
  readonly url: string;
  /** What it has printed so far. */
  log(): string;
  /** Resolves with a sentence when it ends without being asked to. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

const startLimitMs = 4 * patienceMs;
/** Keeps the server from asking a marketplace. */
const offline = { EXTENSIONS_GALLERY: "{}" };

function serverArguments(paths: HostPaths, options: ServerOptions): string[] {
  const { dataDir, userDataDir, extensionsDir, vsix, locale, port = 0, testMode = false } = options;
  return [
    ...["--require", path.join(__dirname, "preload.cjs")],
    path.join(paths.vscode, "out/server-main.js"),
    ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
    ...["--accept-server-license-terms", "--telemetry-level", "off", "--disable-workspace-trust"],
    ...["--disable-experiments", "--disable-update-check", "--disable-getting-started-override"],
    ...["--link-protection-trusted-domains", "*"],
    // Else extension hosts of closed pages would live on for hours.
    ...["--reconnection-grace-time", "5"],
    ...["--server-data-dir", dataDir],
    ...(userDataDir === undefined ? [] : ["--user-data-dir", userDataDir]),
    ...(extensionsDir === undefined ? [] : ["--extensions-dir", extensionsDir]),
    ...(vsix === undefined ? [] : ["--install-extension", vsix, "--force", "--start-server"]),
    ...(locale === undefined ? [] : ["--locale", locale]),
    ...(testMode ? ["--enable-smoke-test-driver"] : []),
  ];
}

async function listeningPort(child: ChildProcess, log: () => string): Promise<string> {
  const deadline = Date.now() + startLimitMs;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
    if (port !== undefined) return port;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`The VS Code server did not start.\n${log()}`);
}

export async function startServer(options: ServerOptions): Promise<Server> {
  const paths = hostPaths(options.host);
  const child = startGroup(paths.node, serverArguments(paths, options), {
    ...offline,
    // Its sockets go where the run's other files are, and vanish with them.
    TMPDIR: options.dataDir,
    KOMARI_MINT_KEY_FILE: path.join(options.dataDir, "mint-key"),
    ...options.env,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => (output += String(chunk)));
  let stopping = false;
  const stop = (): Promise<void> => {
    stopping = true;
    return stopGroup(child);
  };
  const died = new Promise<string>((resolve) => {
    child.once("exit", () => {
      if (!stopping) resolve(`The VS Code server ended by itself.\n${output.slice(-2000)}`);
    });
  });
  try {
    const authority = `127.0.0.1:${await listeningPort(child, () => output)}`;
    return { authority, url: `http://${authority}/`, log: () => output, died, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
