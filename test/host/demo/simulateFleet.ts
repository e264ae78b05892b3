import { niceFleet } from "../../simulator/fleet/niceFleet";
import { type Simulator, startSimulator } from "../../simulator/simulator";

const fleet = { profile: "1.4.3", cast: "nice", nodes: niceFleet.keys.length, seed: 7 } as const;
/** Komari's own. */
const usualPort = 25774;

export async function simulateFleet(): Promise<Simulator> {
  try {
    return await startSimulator({ ...fleet, port: usualPort });
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    return startSimulator(fleet);
  }
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
