// Command: the demo of `npm start`. A simulated Komari server, and VS Code with our extension that
// shows it, until Ctrl+C or until the desktop's window is closed.
import { simulateFleet } from "./simulateFleet";
import { desktopCommand, runDesktop } from "./desktop";
import { runBrowser } from "./browser";

async function main(): Promise<void> {
  // Before any other listener: Ctrl+C is how a demo ends, not a failure.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(0));
  }
  const simulator = await simulateFleet();
  const command = process.argv.includes("--browser") ? undefined : desktopCommand();
  if (command === undefined) await runBrowser(simulator);
  else await runDesktop(command, simulator);
  await simulator.stop();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
