import { setImmediate } from "node:timers/promises";

/** Cooperative work yields after every step on a slow machine: as many turns as small inputs have steps. */
const turns = 50;

/** Lets all promises that can go on go on; time does not pass. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await setImmediate();
}
