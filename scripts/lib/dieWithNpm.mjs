import fs from "node:fs";

/** @param {number} pid */
function parentOf(pid) {
  try {
    return /^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  } catch {
    return undefined;
  }
}

/**
 * npm runs a script through a shell. When it is told to end, only that shell hears of it; when it is
 * killed, not even that. So the script looks whether both are still there.
 */
if (process.env.npm_lifecycle_event) {
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid !== shell || parentOf(shell) !== npm) process.exit(1);
  }, 500);
  timer.unref();
}
