// Runs the faults that test/faults/pool.ts sends, one after the other.
import { isProfileName } from "../simulator/profiles/profiles";
import { faultGroups } from "./list";
import { runFault } from "./runFault";

const faults = new Map(faultGroups.flatMap(({ faults: each }) => each.map((one) => [one.id, one])));

async function run(id: string, profile: string): Promise<string | undefined> {
  const fault = faults.get(id);
  if (fault === undefined || !isProfileName(profile)) return `no such fault: ${id}, ${profile}`;
  try {
    await runFault(fault, profile);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

process.on("message", ({ id, profile }: { readonly id: string; readonly profile: string }) => {
  void run(id, profile).then((error) => process.send?.({ id, error }));
});
// The pool is gone.
process.on("disconnect", () => process.exit());
process.send?.({ ready: true });
