import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { fromProject } from "./project.mjs";

/** However long it takes on a slow machine, it says something as it goes on: who does not has hung. */
const silenceMinutes = 15;

const dieWithParent = fromProject("test/host/dieWithParent.cjs");

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup({ pid }, signal) {
  try {
    if (pid !== undefined) process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // Already gone.
  }
}

let stopping = false;

/** Asks all to end, waits a little for those that clean up, and ends the rest. */
async function stopAll() {
  stopping = true;
  for (const child of running) signalGroup(child, "SIGTERM");
  const deadline = Date.now() + 3000;
  while (running.size > 0 && Date.now() < deadline) {
    await delay(50);
  }
}

process.on("exit", () => {
  for (const child of running) signalGroup(child, "SIGKILL");
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.once(signal, () => void stopAll().then(() => process.exit(1)));
}

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} output
 */

/**
 * Runs a Node command to its end; ends it when nothing came of it for a long time. Never throws.
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, onOutput?: (text: string) => void }} [options]
 * @returns {Promise<Outcome>}
 */
export async function runNode(args, { env = {}, onOutput } = {}) {
  const child = spawn(process.execPath, ["--require", dieWithParent, ...args], {
    cwd: fromProject(),
    env: { ...process.env, ...env },
    // A group of its own, so that its children can be ended with it.
    detached: process.platform !== "win32",
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const silence = setTimeout(() => {
    add(`\nStopped: nothing has come of it for ${silenceMinutes} minutes.\n`);
    signalGroup(child, "SIGTERM");
    setTimeout(() => signalGroup(child, "SIGKILL"), 5000).unref();
  }, silenceMinutes * 60_000);
  let output = "";
  /** @param {string} text */
  const add = (text) => {
    silence.refresh();
    output += text;
    onOutput?.(text);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", add);
  const closed = once(child, "close");
  const [code] = await once(child, "exit");
  clearTimeout(silence);
  // Whatever it left behind in its group would keep ports, CPU and its output busy.
  signalGroup(child, "SIGKILL");
  await Promise.race([closed, delay(2000, undefined, { ref: false })]);
  running.delete(child);
  // We are about to exit: what would come next must not begin.
  if (stopping) await new Promise(() => {});
  return { ok: code === 0, output };
}
