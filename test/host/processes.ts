import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

/** Every process group that we started and that may still live. */
const groups = new Set<ChildProcess>();
let guarded = false;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/** Whatever way this process ends, what it started ends with it. */
function guardExit(): void {
  if (guarded) return;
  guarded = true;
  process.on("exit", () => {
    for (const child of groups) signalGroup(child, "SIGKILL");
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(1));
  }
}

/** Starts a process in a group of its own, so that all it starts can be ended with it. */
export function startGroup(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  guardExit();
  const child = spawn(command, args, {
    detached: process.platform !== "win32",
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  groups.add(child);
  return child;
}

export async function stopGroup(child: ChildProcess, graceMs = 3000): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = once(child, "exit");
    signalGroup(child, "SIGTERM");
    const timer = setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
    await gone;
    clearTimeout(timer);
  }
  signalGroup(child, "SIGKILL");
  groups.delete(child);
}

/** Runs a command to its end; throws with its output when it fails. */
export function runToEnd(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; limitMs: number },
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, ...options.env },
    encoding: "utf8",
    timeout: options.limitMs,
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
  if (error) throw new Error(`${command} could not be run: ${error.message}`);
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")} failed (${String(status)})\n${stdout}${stderr}`);
  return stdout;
}
