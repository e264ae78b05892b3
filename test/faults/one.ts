// Runs faults by the beginning of their ids, with every version of the server or one:
//   node --require tsx/cjs test/faults/one.ts socket-closed 1.4.3
import { isProfileName, profileNames } from "../simulator/profiles/profiles";
import { faultGroups } from "./list";
import { runFault } from "./runFault";

const [ids = "", only = ""] = process.argv.slice(2);
const prefixes = ids.split(",");
const profiles = isProfileName(only) ? [only] : profileNames;

async function runAll(): Promise<void> {
  for (const fault of faultGroups.flatMap(({ faults }) => faults)) {
    if (!prefixes.some((each) => fault.id.startsWith(each))) continue;
    for (const profile of profiles) {
      const began = performance.now();
      const outcome = await runFault(fault, profile).then(
        () => "ok",
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      console.log(
        `${fault.id} (${profile}, ${Math.round(performance.now() - began)} ms): ${outcome}`,
      );
    }
  }
}

void runAll();
