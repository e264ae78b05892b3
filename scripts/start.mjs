// npm start [-- --browser]: installs what is missing, then opens VS Code with a simulated fleet.
import { spawn } from "node:child_process";
import "./lib/dieWithNpm.mjs";
import { installDependencies } from "./lib/dependencies.mjs";
import { fromProject } from "./lib/project.mjs";

function runDemo() {
  const dieWithParent = fromProject("test/host/dieWithParent.cjs");
  const demo = fromProject("test/host/demo/main.ts");
  const args = ["--require", dieWithParent, "--import", "tsx", demo, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: fromProject(), stdio: "inherit" });
  // A terminal sends Ctrl+C to both of us; whoever sends it to us alone means the demo as well.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => child.kill(signal));
  }
  child.on("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}

try {
  installDependencies();
  runDemo();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
