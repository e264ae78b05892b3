import { defaultKnobs } from "./knobs";
import { type SimulatorOptions, completeOptions } from "./options";
import { Simulator } from "./simulation";

export type { Knobs } from "./knobs";
export type { SimulatorOptions } from "./options";
export type { Simulator } from "./simulation";

/** What opens a simulator whose knobs were not turned. */
export const credentials = {
  username: defaultKnobs.username,
  password: defaultKnobs.password,
  apiKey: defaultKnobs.apiKey,
  twoFactorCode: defaultKnobs.twoFactorCode,
} as const;

/** Starts a Komari server of our own on loopback. Stop it when done. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const simulator = new Simulator(completeOptions(options));
  await simulator.accept();
  return simulator;
}
