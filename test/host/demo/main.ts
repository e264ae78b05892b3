// Command: the demo of `npm start`. A simulated Komari server, and VS Code with our extension and
// that server in it, until Ctrl+C or until the desktop's window is closed.
import { simulateFleet } from "./simulateFleet";
import { desktopCommand, runDesktop } from "./desktop";
import { runBrowser } from "./browser";

async function main(): Promise<void> {
  // Before any other listener: Ctrl+C is how a demo ends, not a failure.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => process.exit(0));
  }
  const simulator = await simulateFleet();
  console.log(`Simulated Komari server: ${simulator.url}`);
  const settings = { "komari.servers": [{ name: "Demo fleet", url: simulator.url }] };
  const command = process.argv.includes("--browser") ? undefined : desktopCommand();
  if (command === undefined) await runBrowser(settings);
  else await runDesktop(command, settings);
  await simulator.stop();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
