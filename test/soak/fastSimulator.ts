// A simulator in a process of its own whose time passes faster: fastSimulator.ts <origin> <speed> <flags of the simulator>.
import { readArguments } from "../simulator/options";
import { startSimulator } from "../simulator/simulator";
import { FastClock } from "./fastClock";

async function main(): Promise<void> {
  const [origin, speed, ...flags] = process.argv.slice(2);
  const { options } = readArguments(flags);
  const clock = new FastClock(Number(origin), Number(speed));
  const { url } = await startSimulator({ ...options, clock });
  process.stdout.write(`${url}\n`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
