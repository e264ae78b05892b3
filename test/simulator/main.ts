import { controlPath } from "./server";
import { setKnobs } from "./setKnobs";
import { readArguments } from "./options";
import { startSimulator } from "./simulator";

/** `npm run simulator -- --profile 1.4.3 --nodes 1000 --seed 7 --port 25774` */
async function main(): Promise<void> {
  const { options, knobs: knobValues } = readArguments(process.argv.slice(2));
  const simulator = await startSimulator(options);
  setKnobs(simulator.knobs, knobValues);
  const { url, version, knobs, fleet } = simulator;
  process.stdout.write(
    [
      `Komari simulator ${version} with ${fleet.inOrder.length} nodes: ${url}`,
      `  API key  ${knobs.apiKey}`,
      `  sign in  ${knobs.username} / ${knobs.password}, 2FA code ${knobs.twoFactorCode} when it is on`,
      `  faults   curl -d '{"slow": 2000}' http://127.0.0.1:${simulator.port}${controlPath}`,
      "",
    ].join("\n"),
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void simulator.stop());
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
